package dev.astrolabe.aster.standin;

import static dev.astrolabe.exchange.testkit.ContractVenue.BTC;
import static dev.astrolabe.exchange.testkit.ContractVenue.PEPE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.astrolabe.aster.AsterClient;
import dev.astrolabe.exchange.ExchangeClient;
import dev.astrolabe.exchange.model.CandleInterval;
import dev.astrolabe.exchange.model.CandleQuery;
import dev.astrolabe.exchange.model.HistoryQuery;
import dev.astrolabe.exchange.model.MarginMode;
import dev.astrolabe.exchange.model.OrderRef;
import dev.astrolabe.exchange.model.OrderRequest;
import dev.astrolabe.exchange.model.PositionMode;
import dev.astrolabe.exchange.model.PositionSide;
import dev.astrolabe.exchange.model.PriceKind;
import dev.astrolabe.exchange.model.Side;
import dev.astrolabe.exchange.testkit.FaultServer;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Verb, path and text of every call, byte for byte. The clock stands at 1767323045000. */
public abstract class WireShapeContract {

    private static final HistoryQuery HISTORY = HistoryQuery.builder()
            .symbol(BTC)
            .from(Instant.ofEpochMilli(1767000000000L))
            .to(Instant.ofEpochMilli(1767100000000L))
            .limit(50)
            .build();

    private final ApiVersion version;
    private final StandInVenue venue;

    protected WireShapeContract(ApiVersion version) {
        this.version = version;
        this.venue = new StandInVenue(version);
    }

    @AfterEach
    void close() {
        venue.close();
    }

    /** The last request: verb, path, and the text of query or form. */
    private String lastRequest() {
        FaultServer.Received request = venue.lastRequest();
        String target = request.target();
        return request.method() + " "
                + (target.contains("?") ? target.replace('?', ' ') : target + " " + request.body());
    }

    /** Puts the path of this version where its name stands. */
    private String onThisVersion(String expected) {
        String[] words = expected.split(" ", 3);
        return words[0] + " " + version.family().path(words[1]) + " " + words[2];
    }

    private static BigDecimal num(String text) {
        return new BigDecimal(text);
    }

    private static Arguments call(String expected, Consumer<ExchangeClient> call) {
        return arguments(expected, call);
    }

    static Stream<Arguments> publicCalls() {
        return Stream.of(
                call("GET time ", client -> client.marketData().serverTime()),
                call("GET exchangeInfo ", client -> client.instruments().refresh()),
                call(
                        "GET ticker/24hr symbol=BTCUSDT",
                        client -> client.marketData().ticker(BTC)),
                call("GET ticker/24hr ", client -> client.marketData().tickers()),
                call(
                        "GET ticker/bookTicker symbol=1000PEPEUSDT",
                        client -> client.marketData().bookTicker(PEPE)),
                call("GET ticker/bookTicker ", client -> client.marketData().bookTickers()),
                call(
                        "GET depth symbol=BTCUSDT&limit=50",
                        client -> client.marketData().orderBook(BTC, 21)),
                call(
                        "GET trades symbol=BTCUSDT&limit=7",
                        client -> client.marketData().trades(BTC, 7)),
                call(
                        "GET klines symbol=BTCUSDT&interval=1M&limit=1500",
                        client -> client.marketData().candles(CandleQuery.of(BTC, CandleInterval.MO1))),
                call(
                        "GET markPriceKlines symbol=BTCUSDT&interval=1m&startTime=1767000000000&limit=10",
                        client -> client.marketData()
                                .candles(CandleQuery.of(BTC, CandleInterval.M1).toBuilder()
                                        .kind(PriceKind.MARK)
                                        .from(Instant.ofEpochMilli(1767000000000L))
                                        .limit(10)
                                        .build())),
                call(
                        "GET indexPriceKlines pair=BTCUSDT&interval=4h&endTime=1767000000000&limit=10",
                        client -> client.marketData()
                                .candles(CandleQuery.of(BTC, CandleInterval.H4).toBuilder()
                                        .kind(PriceKind.INDEX)
                                        .to(Instant.ofEpochMilli(1767000000000L))
                                        .limit(10)
                                        .build())),
                call(
                        "GET premiumIndex symbol=BTCUSDT",
                        client -> client.marketData().markPrice(BTC)),
                call("GET premiumIndex ", client -> client.marketData().markPrices()),
                call(
                        "GET fundingInfo symbol=BTCUSDT",
                        client -> client.marketData().fundingRate(BTC)),
                call(
                        "GET fundingRate symbol=BTCUSDT&startTime=1767000000000&endTime=1767100000000&limit=50",
                        client -> client.marketData().fundingHistory(HISTORY)));
    }

    @ParameterizedTest
    @MethodSource("publicCalls")
    void a_public_call_has_no_key_and_no_signature(String expected, Consumer<ExchangeClient> call) {
        venue.client().instruments().all();

        call.accept(venue.client());

        assertThat(lastRequest()).isEqualTo(onThisVersion(expected));
        assertThat(venue.lastRequest().headers())
                .doesNotContainKeys(version.headers().keySet().toArray(new String[0]));
    }

    @Test
    void old_trades_have_no_more_than_the_key() {
        venue.client().marketData().tradeHistory(HISTORY);

        assertThat(lastRequest()).isEqualTo(onThisVersion("GET historicalTrades symbol=BTCUSDT&limit=50&fromId=3"));
        assertThat(venue.lastRequest().headers()).containsAllEntriesOf(version.headers());
    }

    static Stream<Arguments> signedCalls() {
        OrderRequest resting = OrderRequest.limit(BTC, Side.BUY, num("0.010"), num("40000.0")).toBuilder()
                .clientOrderId("a.b:c/d_e-1")
                .build();
        String order = "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=0.010&price=40000"
                + "&newClientOrderId=a.b%3Ac%2Fd_e-1&";
        return Stream.of(
                call("POST order " + order, client -> client.trading().place(resting)),
                call("POST order/test " + order, client -> client.trading().test(resting)),
                call(
                        "GET order symbol=BTCUSDT&origClientOrderId=nobody&",
                        client -> client.trading().order(OrderRef.ofClientOrderId(BTC, "nobody"))),
                call(
                        "GET order symbol=BTCUSDT&orderId=42&",
                        client -> client.trading()
                                .order(OrderRef.ofOrderId(BTC, "42").withClientOrderId("both"))),
                call(
                        "DELETE allOpenOrders symbol=BTCUSDT&",
                        client -> client.trading().cancelAll(BTC)),
                call(
                        "POST batchOrders batchOrders=%5B%7B%22symbol%22%3A%22BTCUSDT%22%2C%22side%22%3A%22BUY%22"
                                + "%2C%22type%22%3A%22LIMIT%22%2C%22timeInForce%22%3A%22GTC%22%2C%22quantity%22%3A%220.010%22"
                                + "%2C%22price%22%3A%2240000%22%2C%22newClientOrderId%22%3A%22a.b%3Ac%2Fd_e-1%22%7D%5D&",
                        client -> client.trading().placeBatch(List.of(resting))),
                call(
                        "DELETE batchOrders symbol=BTCUSDT&orderIdList=%5B1%2C2%5D&",
                        client -> client.trading()
                                .cancelBatch(List.of(OrderRef.ofOrderId(BTC, "1"), OrderRef.ofOrderId(BTC, "2")))),
                call(
                        "DELETE batchOrders symbol=BTCUSDT&origClientOrderIdList=%5B%22x1%22%2C%22x2%22%5D&",
                        client -> client.trading()
                                .cancelBatch(List.of(
                                        OrderRef.ofClientOrderId(BTC, "x1"), OrderRef.ofClientOrderId(BTC, "x2")))),
                call("GET openOrders ", client -> client.trading().openOrders()),
                call(
                        "GET openOrders symbol=BTCUSDT&",
                        client -> client.trading().openOrders(BTC)),
                call(
                        "GET allOrders symbol=BTCUSDT&startTime=1767000000000&endTime=1767100000000&limit=50&",
                        client -> client.trading().orderHistory(HISTORY)),
                call(
                        "GET userTrades symbol=BTCUSDT&startTime=1767000000000&endTime=1767100000000&limit=50&",
                        client -> client.trading().fills(HISTORY)),
                call("GET account ", client -> client.account().balances()),
                call("GET positionRisk ", client -> client.account().positions()),
                call(
                        "GET positionRisk symbol=BTCUSDT&",
                        client -> client.account().leverage(BTC)),
                call(
                        "POST leverage symbol=BTCUSDT&leverage=20&",
                        client -> client.account().setLeverage(BTC, 20)),
                call(
                        "POST marginType symbol=BTCUSDT&marginType=ISOLATED&",
                        client -> client.account().setMarginMode(BTC, MarginMode.ISOLATED)),
                call(
                        "POST marginType symbol=BTCUSDT&marginType=CROSSED&",
                        client -> client.account().setMarginMode(BTC, MarginMode.CROSS)),
                call("GET positionSide/dual ", client -> client.account().positionMode()),
                call(
                        "POST positionSide/dual dualSidePosition=true&",
                        client -> client.account().setPositionMode(PositionMode.HEDGE)),
                call(
                        "POST positionSide/dual dualSidePosition=false&",
                        client -> client.account().setPositionMode(PositionMode.ONE_WAY)),
                call(
                        "GET commissionRate symbol=BTCUSDT&",
                        client -> client.account().fees(BTC)),
                call(
                        "GET leverageBracket symbol=BTCUSDT&",
                        client -> client.account().riskTiers(BTC)),
                call(
                        "GET income symbol=BTCUSDT&startTime=1767000000000&endTime=1767100000000&limit=50&",
                        client -> client.account().income(HISTORY)),
                call(
                        "POST countdownCancelAll symbol=BTCUSDT&countdownTime=120000&",
                        client -> client.unwrap(AsterClient.class)
                                .orders()
                                .countdownCancelAll(BTC, Duration.ofMinutes(2))),
                call(
                        "GET multiAssetsMargin ",
                        client -> assertThat(client.unwrap(AsterClient.class)
                                        .settings()
                                        .multiAssetsMargin())
                                .isTrue()),
                call(
                        "POST multiAssetsMargin multiAssetsMargin=true&",
                        client -> client.unwrap(AsterClient.class).settings().setMultiAssetsMargin(true)),
                call(
                        "GET adlQuantile symbol=BTCUSDT&",
                        client -> assertThat(client.unwrap(AsterClient.class)
                                        .account()
                                        .adlQuantile(BTC))
                                .containsEntry(PositionSide.LONG, 3)
                                .containsEntry(PositionSide.SHORT, 1)));
    }

    @ParameterizedTest
    @MethodSource("signedCalls")
    void a_signed_call_ends_with_the_signature_of_all_before(String expected, Consumer<ExchangeClient> call) {
        call.accept(venue.client());

        assertThat(lastRequest()).matches(Pattern.quote(onThisVersion(expected)) + version.proofPattern());
        assertThat(venue.lastRequest().headers()).containsAllEntriesOf(version.headers());
    }

    @Test
    void a_cancellation_is_a_form_too() {
        OrderRef ref = venue.client()
                .trading()
                .place(OrderRequest.limit(BTC, Side.BUY, num("0.01"), num("40000")))
                .ref();

        venue.client().trading().cancel(ref);

        String id = ref.orderId().orElseThrow();
        assertThat(lastRequest()).startsWith(onThisVersion("DELETE order symbol=BTCUSDT&orderId=" + id + "&"));
        assertThat(venue.lastRequest().headers()).containsEntry("Content-Type", "application/x-www-form-urlencoded");
    }

    @Test
    void closing_is_a_reduce_only_market_order_of_the_other_side() {
        venue.client().trading().place(OrderRequest.market(BTC, Side.SELL, num("0.02")));

        venue.client().trading().closePosition(BTC, PositionSide.SHORT);

        assertThat(lastRequest())
                .startsWith(onThisVersion("POST order symbol=BTCUSDT&side=BUY&type=MARKET&quantity=0.02&reduceOnly=true"
                        + "&newClientOrderId="))
                .contains("&newOrderRespType=RESULT&");
    }

    @Test
    void isolated_margin_goes_by_amount_and_direction() {
        venue.client().account().setMarginMode(BTC, MarginMode.ISOLATED);
        venue.client().trading().place(OrderRequest.market(BTC, Side.BUY, num("0.01")));

        venue.client().account().adjustIsolatedMargin(BTC, PositionSide.LONG, num("-2.5"));

        assertThat(lastRequest()).startsWith(onThisVersion("POST positionMargin symbol=BTCUSDT&amount=2.5&type=2&"));
    }
}
