package dev.astrolabe.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.astrolabe.exchange.error.NotSentException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExchangeConfigTest {

    @Test
    void shows_the_names_of_credentials_and_none_of_their_values() {
        ExchangeConfig config = ExchangeConfig.builder("AsterDex")
                .environment(Environment.DEMO)
                .credential("secretKey", "hush")
                .credential("apiKey", "whisper")
                .option("baseUrl", "http://localhost")
                .build();

        assertThat(config)
                .hasToString("ExchangeConfig[asterdex DEMO, account=main, credentials=[apiKey, secretKey],"
                        + " options={baseUrl=http://localhost}]");
        assertThat(config.credentials().toString()).doesNotContain("hush", "whisper");
    }

    @Test
    void is_live_and_named_main_unless_told_otherwise() {
        ExchangeConfig config = ExchangeConfig.builder("okx").build();

        assertThat(config.exchange()).isEqualTo(ExchangeId.OKX);
        assertThat(config.environment()).isEqualTo(Environment.LIVE);
        assertThat(config.accountId()).isEqualTo("main");
        assertThat(config.accountName()).isEqualTo("main");
        assertThat(config.timeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(config.credential("apiKey")).isEmpty();
        assertThat(config.option("baseUrl")).isEmpty();
        assertThat(config.credentials()).isUnmodifiable();
    }

    @Test
    void copies_itself_through_its_builder() {
        ExchangeConfig config = ExchangeConfig.builder("okx")
                .account("7", "Seven")
                .timeout(Duration.ofSeconds(3))
                .credential("apiKey", "whisper")
                .build();

        ExchangeConfig copy = config.toBuilder().option("region", "eea").build();

        assertThat(copy.accountName()).isEqualTo("Seven");
        assertThat(copy.timeout()).isEqualTo(Duration.ofSeconds(3));
        assertThat(copy.credential("apiKey")).isEqualTo(config.credential("apiKey"));
        assertThat(config.option("region")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S", "PT5M0.001S"})
    void refuses_a_timeout_out_of_range(String timeout) {
        assertThatExceptionOfType(NotSentException.class)
                .isThrownBy(() -> ExchangeConfig.builder("okx")
                        .timeout(Duration.parse(timeout))
                        .build())
                .withMessage("timeout " + timeout + " is not above zero and at most 5 minutes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-okx", "o k x", "okx!", "abcdefghijklmnopqrstuvwxyz0123456"})
    void refuses_what_is_no_name_of_an_exchange(String name) {
        assertThatExceptionOfType(NotSentException.class)
                .isThrownBy(() -> ExchangeConfig.builder(name))
                .withMessageContaining("is not 1 to 32 letters, digits or hyphens, such as asterdex");
    }

    @Test
    void says_that_no_implementation_is_there() {
        assertThatExceptionOfType(NotSentException.class)
                .isThrownBy(
                        () -> Exchanges.open(ExchangeConfig.builder("nowhere").build()))
                .withMessageStartingWith("no implementation of exchange 'nowhere' is on the class path; found: ");
    }
}
