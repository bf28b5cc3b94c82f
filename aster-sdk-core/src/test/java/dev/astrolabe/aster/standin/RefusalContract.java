package dev.astrolabe.aster.standin;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.astrolabe.exchange.ExchangeClient;
import dev.astrolabe.exchange.Exchanges;
import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.error.RateLimitedException;
import dev.astrolabe.exchange.error.Reason;
import dev.astrolabe.exchange.error.RejectedException;
import dev.astrolabe.exchange.model.HistoryQuery;
import dev.astrolabe.exchange.model.MarginMode;
import dev.astrolabe.exchange.model.OrderRef;
import dev.astrolabe.exchange.model.OrderRequest;
import dev.astrolabe.exchange.model.PositionMode;
import dev.astrolabe.exchange.model.Side;
import dev.astrolabe.exchange.model.Symbol;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused, by whom, and in which words. */
public abstract class RefusalContract {

    private static final Symbol BTC = Symbol.parse("BTC/USDT:USDT");
    private static final String ORDER = "order";

    private final ApiVersion version;
    private final Scripted venue;
    private final ExchangeClient client;

    protected RefusalContract(ApiVersion version) {
        this.version = version;
        this.venue = new Scripted(version);
        this.client = venue.client();
    }

    @AfterEach
    void close() {
        client.close();
        venue.close();
    }

    private static OrderRequest limit(String price) {
        return OrderRequest.limit(BTC, Side.BUY, new BigDecimal("0.01"), new BigDecimal(price));
    }

    private RejectedException rejected(ThrowingCallable call) {
        return catchThrowableOfType(RejectedException.class, call);
    }

    @ParameterizedTest
    @ValueSource(ints = {-2014, -2015})
    void a_wrong_key_is_named_by_its_code_and_never_shown(int code) {
        venue.refuse("account", 401, code, "Invalid API-key, IP, or permissions for action.");

        RejectedException refusal = rejected(() -> client.account().balances());

        assertThat(refusal.reason()).isEqualTo(Reason.AUTHENTICATION);
        assertThat(refusal).hasMessageContaining(String.valueOf(code));
        assertThat(version.credentials().values()).noneMatch(refusal.toString()::contains);
    }

    @ParameterizedTest
    @CsvSource({"-1021, Timestamp for this request is outside of the recvWindow.", "-4225, Nonce Expired"})
    void a_skewed_clock_is_a_refusal_of_an_order_and_nothing_is_repeated(int code, String message) {
        venue.refuse(ORDER, 400, code, message);

        RejectedException refusal = rejected(() -> client.trading().place(limit("40000")));

        assertThat(refusal.reason()).isEqualTo(Reason.CLOCK_SKEW);
        assertThat(venue.posts(ORDER)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "400, -2019, INSUFFICIENT_FUNDS",
        "400, -4164, FILTER",
        "400, -2021, WOULD_TRIGGER",
        "200, -2022, REDUCE_ONLY",
        "400, -9876, OTHER"
    })
    void the_code_decides_whatever_the_status(int status, int code, Reason reason) {
        venue.refuse(ORDER, status, code, "some words");

        RejectedException refusal = rejected(() -> client.trading().place(limit("40000")));

        assertThat(refusal.reason()).isEqualTo(reason);
        assertThat(refusal.venueError().orElseThrow().code()).isEqualTo(String.valueOf(code));
        assertThat(refusal.venueError().orElseThrow().endpoint()).isEqualTo("POST " + venue.path(ORDER));
    }

    @Test
    void a_page_instead_of_an_answer_is_read_by_its_status() {
        venue.answer("openOrders", aResponse().withStatus(404).withBody("<html>Not found</html>"));

        assertThat(rejected(() -> client.trading().openOrders(BTC))
                        .venueError()
                        .orElseThrow()
                        .httpStatus())
                .isEqualTo(404);
    }

    @Test
    void a_ban_ends_when_its_text_says() {
        long until = venue.clock().instant().plusSeconds(300).toEpochMilli();
        venue.refuse(ORDER, 418, -1003, "Way too many requests; IP banned until " + until + ".");

        RateLimitedException limited = catchThrowableOfType(
                RateLimitedException.class, () -> client.trading().place(limit("40000")));

        assertThat(limited.retryAt().toEpochMilli()).isEqualTo(until);
        int before = venue.requests();
        assertThatThrownBy(() -> client.marketData().serverTime()).isInstanceOf(NotSentException.class);
        assertThat(venue.requests()).isEqualTo(before);
    }

    @Test
    void the_firewall_is_a_rate_limit() {
        venue.answer(
                ORDER,
                aResponse().withStatus(403).withHeader("Retry-After", "7").withBody("<html>"));

        RateLimitedException limited = catchThrowableOfType(
                RateLimitedException.class, () -> client.trading().place(limit("40000")));

        assertThat(limited.retryAt()).isEqualTo(venue.clock().instant().plusSeconds(7));
    }

    @Test
    void a_setting_that_is_so_already_succeeds() {
        venue.refuse("marginType", 400, -4046, "No need to change margin type.");
        venue.refuse("positionSide/dual", 400, -4059, "No need to change position side.");
        venue.refuse("leverage", 400, -4028, "Leverage 7 is not valid");
        venue.answer("positionRisk", aResponse().withBody("""
                        [{"symbol":"BTCUSDT","positionSide":"BOTH","positionAmt":"0","entryPrice":"0","leverage":"7",
                          "maxNotionalValue":"INF"}]"""));

        client.account().setMarginMode(BTC, MarginMode.CROSS);
        client.account().setPositionMode(PositionMode.ONE_WAY);

        assertThat(client.account().setLeverage(BTC, 7).leverage()).isEqualByComparingTo("7");
        assertThat(rejected(() -> client.account().setLeverage(BTC, 8)).reason())
                .isEqualTo(Reason.LEVERAGE);
    }

    @Test
    void amounts_off_their_step_and_foreign_ids_never_leave() {
        client.instruments().all();
        int before = venue.requests();

        assertThatThrownBy(() -> client.trading().place(limit("40000.05")))
                .isInstanceOf(NotSentException.class)
                .hasMessageContaining("price 40000.05 of BTC/USDT:USDT is not a multiple of the tick size 0.1");
        assertThatThrownBy(() -> client.trading().cancel(OrderRef.ofOrderId(BTC, "8f2a")))
                .isInstanceOf(NotSentException.class)
                .hasMessageContaining("8f2a");
        assertThatThrownBy(() -> client.trading().fills(HistoryQuery.all()))
                .isInstanceOf(NotSentException.class)
                .hasMessageContaining("symbol");
        assertThat(venue.requests()).isEqualTo(before);
    }

    @Test
    void an_unknown_symbol_names_the_nearest() {
        assertThatThrownBy(() -> client.marketData().ticker(Symbol.parse("BTX/USDT:USDT")))
                .isInstanceOf(NotSentException.class)
                .hasMessageContaining("BTX/USDT:USDT; nearest are BTC/USDT:USDT");
    }

    @Test
    void without_credentials_there_is_public_data_and_nothing_else() {
        try (ExchangeClient open = Exchanges.open(venue.config().build())) {
            List<ThrowingCallable> calls = new ArrayList<>(List.of(
                    () -> open.account().balances(),
                    () -> open.account().snapshot(BTC),
                    () -> open.account().setLeverage(BTC, 5),
                    () -> open.trading().place(limit("40000")),
                    () -> open.trading().cancel(OrderRef.ofOrderId(BTC, "1")),
                    () -> open.trading().fills(HistoryQuery.of(BTC))));
            if (version.family() == Family.V1) {
                calls.add(() -> open.marketData().tradeHistory(HistoryQuery.of(BTC)));
            }

            assertThat(calls)
                    .allSatisfy(call -> assertThatThrownBy(call)
                            .isInstanceOf(NotSentException.class)
                            .hasMessageContaining("credential")
                            .hasMessageContainingAll(
                                    version.credentials().keySet().toArray(new String[0])));
            assertThat(venue.requests()).isZero();
            assertThat(open.instruments().find(BTC)).isPresent();
        }
    }
}
