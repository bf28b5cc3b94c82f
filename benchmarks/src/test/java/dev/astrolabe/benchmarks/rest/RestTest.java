package dev.astrolabe.benchmarks.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RestTest {

    private Venue venue;

    @BeforeAll
    void open() throws Exception {
        venue = Venue.start();
    }

    @AfterAll
    void close() {
        venue.close();
    }

    @BeforeEach
    void forget() throws Exception {
        venue.reset();
    }

    @ParameterizedTest
    @ValueSource(strings = {"astrolabe", "okhttp", "xchange"})
    void each_contestant_signs_one_request_and_reads_the_same_equity(String name) throws Exception {
        try (Contestant contestant = Contestant.of(name, venue.baseUrl())) {
            assertThat(contestant.equity()).isEqualByComparingTo(CannedAnswers.EQUITY);
        }

        assertThat(venue.told().signed()).isEqualTo(1);
        assertThat(venue.told().refused()).isZero();
    }

    /** Its program ends with an error where the equity is another. */
    @Test
    void ccxt_signs_its_requests_and_reads_the_same_equity() throws Exception {
        assumeThat(Ccxt.isInstalled()).isTrue();

        String figures = Ccxt.load(venue.baseUrl(), new LoadPlan(1, 1, 5, 2, 1));

        assertThat(new ObjectMapper().readValue(figures, Figures.class).p50()).isPositive();
        assertThat(venue.told().signed()).isGreaterThan(5);
        assertThat(venue.told().refused()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"astrolabe", "okhttp", "xchange", "xchange-metadata"})
    void a_start_ends_in_a_signed_request(String program) throws Exception {
        StartSuite.Start start = StartSuite.start(program, venue);

        assertThat(start.fromMain()).isPositive().isLessThan(start.fromStart());
    }
}
