package dev.astrolabe.exchange.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.error.Reason;
import dev.astrolabe.exchange.error.RejectedException;
import dev.astrolabe.exchange.testkit.FaultServer;
import dev.astrolabe.exchange.testkit.FaultServer.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Signed calls carry the venue's time. */
class ClockTest {

    private static final Endpoint<PlainVenue.Ack> SIGNED_READ = PlainVenue.READ.access(Access.SIGNED);
    private static final Endpoint<PlainVenue.Ack> SIGNED_PLACE = PlainVenue.PLACE.access(Access.SIGNED);
    private static final Instant VENUE = ManualTime.START.plusSeconds(30);
    private static final Reply TIME = FaultServer.json("{\"serverTime\":" + VENUE.toEpochMilli() + "}");
    private static final Reply GOOD = FaultServer.json("{\"orderId\":5}");
    private static final Reply SKEW = FaultServer.status(400, "{\"code\":-1021,\"msg\":\"outside of the recvWindow\"}");

    private static boolean asksTime(FaultServer.Received request) {
        return request.target().equals("/v1/time");
    }

    private static long timeCalls(ClientFixture fixture) {
        return fixture.server.received().stream().filter(ClockTest::asksTime).count();
    }

    @Test
    void is_asked_once_before_the_first_signed_call() {
        try (ClientFixture fixture = new ClientFixture(request -> asksTime(request) ? TIME : GOOD)) {
            fixture.client.call(PlainVenue.READ, Params.create());
            assertThat(timeCalls(fixture)).isZero();

            fixture.client.call(SIGNED_READ, Params.create());
            fixture.client.call(SIGNED_PLACE, Params.create());

            assertThat(timeCalls(fixture)).isEqualTo(1);
            assertThat(fixture.venue.signedFor).containsExactly(VENUE, VENUE);
        }
    }

    @Test
    void is_asked_again_when_the_sample_is_old() {
        try (ClientFixture fixture = new ClientFixture(request -> asksTime(request) ? TIME : GOOD)) {
            fixture.client.call(SIGNED_READ, Params.create());

            fixture.time.advance(Duration.ofMinutes(30));
            fixture.client.call(SIGNED_READ, Params.create());

            assertThat(timeCalls(fixture)).isEqualTo(2);
        }
    }

    @Test
    void is_kept_for_a_minute_where_it_cannot_be_asked_again() {
        AtomicInteger asked = new AtomicInteger();
        try (ClientFixture fixture = new ClientFixture(request -> {
            if (!asksTime(request)) {
                return GOOD;
            }
            return asked.incrementAndGet() == 1 ? TIME : FaultServer.status(500, "");
        })) {
            fixture.client.call(SIGNED_READ, Params.create());
            fixture.time.advance(Duration.ofMinutes(30));

            fixture.client.call(SIGNED_PLACE, Params.create());
            fixture.client.call(SIGNED_PLACE, Params.create());

            assertThat(fixture.client.serverClock().offset()).contains(Duration.ofSeconds(30));
            assertThat(asked).as("once, and three attempts of one read").hasValue(4);
        }
    }

    @Test
    void is_synchronized_and_a_read_signed_anew_once_after_skew() {
        try (ClientFixture fixture = new ClientFixture(request -> {
            if (asksTime(request)) {
                return TIME;
            }
            return request.target().contains("timestamp=" + VENUE.toEpochMilli()) ? GOOD : SKEW;
        })) {
            fixture.client.serverClock().sample(ManualTime.START, ManualTime.START, ManualTime.START);

            assertThat(fixture.client.call(SIGNED_READ, Params.create()).orderId())
                    .isEqualTo(5);

            assertThat(fixture.venue.signedFor).containsExactly(ManualTime.START, VENUE);
            assertThat(timeCalls(fixture)).isEqualTo(1);
        }
    }

    @Test
    void does_not_go_round_in_circles_when_the_skew_stays() {
        try (ClientFixture fixture = new ClientFixture(request -> asksTime(request) ? TIME : SKEW)) {

            assertThatThrownBy(() -> fixture.client.call(SIGNED_READ, Params.create()))
                    .isInstanceOf(RejectedException.class);

            assertThat(fixture.venue.signedFor).hasSize(2);
        }
    }

    @Test
    void is_synchronized_after_the_skew_of_a_mutation_which_is_not_repeated() {
        try (ClientFixture fixture = new ClientFixture(request -> asksTime(request) ? TIME : SKEW)) {
            fixture.client.serverClock().sample(ManualTime.START, ManualTime.START, ManualTime.START);

            RejectedException thrown = catchThrowableOfType(
                    RejectedException.class, () -> fixture.client.call(SIGNED_PLACE, Params.create()));

            assertThat(thrown.reason()).isEqualTo(Reason.CLOCK_SKEW);
            assertThat(fixture.server.received("POST")).hasSize(1);
            assertThat(fixture.client.serverClock().now()).isEqualTo(VENUE);
        }
    }

    @Test
    void that_cannot_be_read_keeps_a_mutation_from_being_sent() {
        try (ClientFixture fixture = new ClientFixture(request -> FaultServer.status(500, ""))) {

            NotSentException thrown = catchThrowableOfType(
                    NotSentException.class, () -> fixture.client.call(SIGNED_PLACE, Params.create()));

            assertThat(thrown.why()).isEqualTo(NotSentException.Cause.UNREACHABLE);
            assertThat(fixture.server.received("POST")).isEmpty();
        }
    }
}
