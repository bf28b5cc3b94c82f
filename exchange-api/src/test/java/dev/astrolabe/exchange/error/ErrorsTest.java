package dev.astrolabe.exchange.error;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrolabe.exchange.model.OrderRef;
import dev.astrolabe.exchange.model.Symbol;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ErrorsTest {

    private static final VenueError ANSWER =
            new VenueError("asterdex", "POST /fapi/v1/order", "-2019", "Margin is insufficient.", 400);
    private static final Instant TIME = Instant.parse("2026-01-02T03:04:05Z");

    @Test
    void a_rejection_says_why_what_to_do_and_what_the_venue_said() {
        RejectedException error = new RejectedException(Reason.INSUFFICIENT_FUNDS, ANSWER);

        assertThat(error)
                .hasMessage("INSUFFICIENT_FUNDS (lower the quantity or the leverage, or add margin): asterdex"
                        + " POST /fapi/v1/order, HTTP 400, code -2019: Margin is insufficient.");
        assertThat(error.venueError()).contains(ANSWER);
    }

    @Test
    void an_unknown_outcome_names_its_order_and_forbids_resending() {
        OrderRef order = OrderRef.ofClientOrderId(Symbol.parse("BTC/USDT:USDT"), "a1");
        VenueError nothing = VenueError.unanswered("asterdex", "POST /fapi/v1/order");

        OutcomeUnknownException error = new OutcomeUnknownException(order, TIME, nothing, new IOException("reset"));

        assertThat(error)
                .hasMessage("outcome unknown of order BTC/USDT:USDT clientId=a1: it may have been executed, resolve it"
                        + " and do not resend it; asterdex POST /fapi/v1/order")
                .hasCauseInstanceOf(IOException.class);
        assertThat(error.order()).contains(order);
        assertThat(error.sentAt()).isEqualTo(TIME);
        assertThat(nothing.status()).isEmpty();
        assertThat(new OutcomeUnknownException(null, TIME, nothing, null).order())
                .isEmpty();
    }

    @Test
    void a_rate_limit_says_until_when() {
        RateLimitedException error = new RateLimitedException(TIME, ANSWER);

        assertThat(error.retryAt()).isEqualTo(TIME);
        assertThat(error).hasMessageStartingWith("rate limited until 2026-01-02T03:04:05Z: asterdex");
        assertThat(ANSWER.status()).hasValue(400);
    }

    @Test
    void what_was_not_sent_says_so() {
        UnsupportedOperationOnExchangeException gap =
                new UnsupportedOperationOnExchangeException("okx", "order type STOP_LIMIT, only [MARKET]");

        assertThat(gap).hasMessage("okx does not support order type STOP_LIMIT, only [MARKET]");
        assertThat(gap.why()).isEqualTo(NotSentException.Cause.UNSUPPORTED);
        assertThat(gap.venueError()).isEmpty();
        assertThat(NotSentException.invalid("x").why()).isEqualTo(NotSentException.Cause.INVALID);
    }

    @Test
    void an_unreadable_answer_says_what_was_asked() {
        assertThat(new ProtocolException("no JSON", ANSWER, null))
                .hasMessageStartingWith("no JSON; asterdex POST /fapi/v1/order");
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void every_reason_has_an_advice(Reason reason) {
        assertThat(reason.advice()).isNotBlank().doesNotEndWith(".");
    }
}
