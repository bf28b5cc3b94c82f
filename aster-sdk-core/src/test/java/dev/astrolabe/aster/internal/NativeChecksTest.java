package dev.astrolabe.aster.internal;

import static dev.astrolabe.aster.internal.NativeCalls.BTC;
import static dev.astrolabe.aster.internal.NativeCalls.FROM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.astrolabe.aster.AsterClient;
import dev.astrolabe.aster.model.ForceOrderCause;
import dev.astrolabe.aster.model.IsolatedMarginChange;
import dev.astrolabe.aster.model.WalletTransfer;
import dev.astrolabe.aster.standin.Family;
import dev.astrolabe.aster.standin.Scripted;
import dev.astrolabe.exchange.ExchangeClient;
import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.model.CandleInterval;
import dev.astrolabe.exchange.model.CandleQuery;
import dev.astrolabe.exchange.model.HistoryQuery;
import dev.astrolabe.exchange.model.MarginMode;
import dev.astrolabe.exchange.model.PriceKind;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the venue would refuse is refused here, before any request, with the bound that was broken. */
class NativeChecksTest {

    private static final String TOO_LONG = "x".repeat(65);

    private static HistoryQuery.Builder span(Duration span) {
        return HistoryQuery.builder().symbol(BTC).from(FROM).to(FROM.plus(span));
    }

    private static HistoryQuery limit(int limit) {
        return HistoryQuery.builder().symbol(BTC).limit(limit).build();
    }

    private static HistoryQuery week() {
        return span(Duration.ofDays(7).plusMillis(1)).build();
    }

    private static Arguments refused(String part, Consumer<AsterClient> call) {
        return arguments(part, call);
    }

    private static WalletTransfer transfer(String asset, String amount, String id) {
        return new WalletTransfer(WalletTransfer.Direction.SPOT_TO_FUTURES, asset, new BigDecimal(amount), id);
    }

    static Stream<Arguments> marketCalls() {
        CandleQuery candles = CandleQuery.of(BTC, CandleInterval.M1);
        return Stream.of(
                refused(
                        "limit 21 is not one of [5, 10, 20, 50, 100, 500, 1000]; nearest is 50",
                        client -> client.market().orderBook(BTC, 21)),
                refused("nearest is 1000", client -> client.market().orderBook(BTC, 5000)),
                refused(
                        "limit 1001 is not from 1 to 1000; nearest is 1000",
                        client -> client.market().trades(BTC, 1001)),
                refused(
                        "limit 0 is not from 1 to 1000; nearest is 1",
                        client -> client.market().historicalTrades(BTC, 0)),
                refused("limit 1001", client -> client.market().historicalTrades(BTC, 31, 1001)),
                refused(
                        "longer than PT59M59.999S",
                        client -> client.market()
                                .aggregateTrades(span(Duration.ofHours(1)).build())),
                refused("limit 1001", client -> client.market().aggregateTrades(limit(1001))),
                refused("limit 1001", client -> client.market().aggregateTrades(BTC, 7, 1001)),
                refused("needs a symbol", client -> client.market().aggregateTrades(HistoryQuery.all())),
                refused(
                        "cursor 'page2'",
                        client -> client.market()
                                .aggregateTrades(HistoryQuery.builder()
                                        .symbol(BTC)
                                        .cursor("page2")
                                        .build())),
                refused(
                        "1500",
                        client -> client.market()
                                .candles(candles.toBuilder().limit(1501).build())),
                refused(
                        "kind MARK",
                        client -> client.market()
                                .candles(
                                        candles.toBuilder().kind(PriceKind.MARK).build())),
                refused("kind LAST", client -> client.market().priceCandles(candles)),
                refused("limit 1001", client -> client.market().fundingRates(limit(1001))),
                refused(
                        "leverage 126 is not from 1 to 125; nearest is 125",
                        client -> client.market().openableNotional(BTC, 126)));
    }

    static Stream<Arguments> accountCalls() {
        return Stream.of(
                refused("longer than PT168H", client -> client.account().trades(week())),
                refused("needs a symbol", client -> client.account().trades(HistoryQuery.all())),
                refused("limit 1001", client -> client.account().trades(BTC, 5, 1001)),
                refused("longer than PT168H", client -> client.account().income(week())),
                refused("limit 1001", client -> client.account().income(limit(1001))),
                refused(
                        "income type 'funding fee'",
                        client -> client.account().income(HistoryQuery.all(), "funding fee")),
                refused("longer than PT168H", client -> client.account().forceOrders(week())),
                refused(
                        "limit 101 is not from 1 to 100; nearest is 100",
                        client -> client.account().forceOrders(limit(101))),
                refused("UNKNOWN", client -> client.account().forceOrders(HistoryQuery.all(), ForceOrderCause.UNKNOWN)),
                refused("page 0", client -> client.account().announcements(0, 20)),
                refused("size 0", client -> client.account().announcements(1, 0)),
                refused(
                        "amount 0 of a transfer of USDT is not above 0",
                        client -> client.account().transfer(transfer("USDT", "0", "mine"))),
                refused("asset", client -> client.account().transfer(transfer(" ", "1", "mine"))),
                refused(
                        "from 1 to 63 characters",
                        client -> client.account().transfer(transfer("USDT", "1", TOO_LONG.substring(1)))),
                refused("margin mode UNKNOWN", client -> client.settings().setMarginMode(BTC, MarginMode.UNKNOWN)),
                refused(
                        "is 0",
                        client ->
                                client.settings().changeIsolatedMargin(IsolatedMarginChange.of(BTC, BigDecimal.ZERO))),
                refused(
                        "from 1 to 64 characters",
                        client -> client.settings()
                                .changeIsolatedMargin(IsolatedMarginChange.of(BTC, BigDecimal.ONE)
                                        .clientTransferId(TOO_LONG))),
                refused("needs a symbol", client -> client.settings().isolatedMarginHistory(HistoryQuery.all())));
    }

    @ParameterizedTest
    @MethodSource({"marketCalls", "accountCalls"})
    void is_refused_before_any_request(String part, Consumer<AsterClient> call) {
        try (Scripted server = new Scripted(new FakeVersion(Family.V3));
                ExchangeClient client = server.client()) {
            AsterClient aster = client.unwrap(AsterClient.class);

            assertThatThrownBy(() -> call.accept(aster))
                    .isInstanceOf(NotSentException.class)
                    .hasMessageContaining(part);

            assertThat(server.requests()).isZero();
        }
    }

    @Test
    void takes_times_as_far_apart_as_the_venue_does() {
        OnePage week = new OnePage(1000, Duration.ofDays(7));

        week.check(span(Duration.ofDays(7)).limit(1000).build());
        week.check(HistoryQuery.builder().from(FROM).build());
        OnePage.of(1).check(span(Duration.ofDays(7000)).limit(1).build());

        assertThatThrownBy(() -> week.check(week()))
                .hasMessageContaining("the latest end is " + FROM.plus(Duration.ofDays(7)));
    }
}
