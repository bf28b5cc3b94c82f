package dev.astrolabe.aster.internal;

import static dev.astrolabe.aster.internal.NativeCall.call;
import static dev.astrolabe.aster.internal.NativeCall.silent;
import static dev.astrolabe.exchange.transport.Access.API_KEY;
import static dev.astrolabe.exchange.transport.Access.PUBLIC;
import static dev.astrolabe.exchange.transport.Access.SIGNED;

import dev.astrolabe.aster.model.ForceOrderCause;
import dev.astrolabe.aster.model.IsolatedMarginChange;
import dev.astrolabe.aster.model.MarginDirection;
import dev.astrolabe.aster.model.WalletTransfer;
import dev.astrolabe.exchange.model.CandleInterval;
import dev.astrolabe.exchange.model.CandleQuery;
import dev.astrolabe.exchange.model.HistoryQuery;
import dev.astrolabe.exchange.model.MarginMode;
import dev.astrolabe.exchange.model.PositionMode;
import dev.astrolabe.exchange.model.PositionSide;
import dev.astrolabe.exchange.model.PriceKind;
import dev.astrolabe.exchange.model.SelfTradePrevention;
import dev.astrolabe.exchange.model.Symbol;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Market data, account, settings and keys of the user stream: each call of the venue in every form that the client has. */
final class NativeCalls {

    static final Symbol BTC = Symbol.parse("BTC/USDT:USDT");
    static final Symbol PEPE = Symbol.parse("PEPE/USDT:USDT");
    static final Instant FROM = Instant.ofEpochMilli(1767000000000L);
    static final Instant TO = Instant.ofEpochMilli(1767003599999L);

    private static final HistoryQuery EVERYTHING = HistoryQuery.all();
    private static final HistoryQuery PART =
            HistoryQuery.builder().symbol(BTC).from(FROM).to(TO).limit(50).build();
    private static final String PART_TEXT = "startTime=1767000000000&endTime=1767003599999&limit=50";

    private NativeCalls() {}

    static Stream<NativeCall> all() {
        return Stream.of(prices(), trades(), tickers(), account(), history(), messages(), settings(), keys())
                .flatMap(List::stream);
    }

    private static List<NativeCall> prices() {
        return List.of(
                silent(
                        "GET ping",
                        PUBLIC,
                        1,
                        Answers.EMPTY,
                        client -> client.market().ping()),
                call(
                        "GET depth symbol=BTCUSDT&limit=50",
                        PUBLIC,
                        2,
                        Answers.DEPTH,
                        client -> client.market().orderBook(BTC, 50)),
                call(
                        "GET depth symbol=BTCUSDT&limit=100",
                        PUBLIC,
                        5,
                        Answers.DEPTH,
                        client -> client.market().orderBook(BTC, 100)),
                call(
                        "GET depth symbol=BTCUSDT&limit=500",
                        PUBLIC,
                        10,
                        Answers.DEPTH,
                        client -> client.market().orderBook(BTC, 500)),
                call(
                        "GET depth symbol=BTCUSDT&limit=1000",
                        PUBLIC,
                        20,
                        Answers.DEPTH,
                        client -> client.market().orderBook(BTC, 1000)),
                call(
                        "GET klines symbol=BTCUSDT&interval=1m&limit=99",
                        PUBLIC,
                        1,
                        Answers.CANDLES,
                        client -> client.market().candles(candles(99))),
                call(
                        "GET klines symbol=BTCUSDT&interval=1m&limit=499",
                        PUBLIC,
                        2,
                        Answers.CANDLES,
                        client -> client.market().candles(candles(499))),
                call(
                        "GET klines symbol=BTCUSDT&interval=1m&limit=1000",
                        PUBLIC,
                        5,
                        Answers.CANDLES,
                        client -> client.market().candles(candles(1000))),
                call(
                        "GET klines symbol=BTCUSDT&interval=1m&limit=1500",
                        PUBLIC,
                        10,
                        Answers.CANDLES,
                        client -> client.market().candles(candles(1500))),
                call(
                        "GET markPriceKlines symbol=BTCUSDT&interval=1M&startTime=1767000000000&limit=7",
                        PUBLIC,
                        1,
                        Answers.CANDLES,
                        client -> client.market()
                                .priceCandles(CandleQuery.of(BTC, CandleInterval.MO1).toBuilder()
                                        .kind(PriceKind.MARK)
                                        .from(FROM)
                                        .limit(7)
                                        .build())),
                call(
                        "GET indexPriceKlines pair=BTCUSDT&interval=1m&endTime=1767003599999&limit=7",
                        PUBLIC,
                        1,
                        Answers.CANDLES,
                        client -> client.market()
                                .priceCandles(candles(7).toBuilder()
                                        .kind(PriceKind.INDEX)
                                        .to(TO)
                                        .build())),
                call(
                        "GET premiumIndex symbol=1000PEPEUSDT",
                        PUBLIC,
                        1,
                        Answers.PREMIUM,
                        client -> client.market().premiumIndex(PEPE)),
                call(
                        "GET premiumIndex",
                        PUBLIC,
                        1,
                        Answers.list(Answers.PREMIUM),
                        client -> client.market().premiumIndexes()),
                call(
                        "GET fundingRate",
                        PUBLIC,
                        1,
                        Answers.FUNDING,
                        client -> client.market().fundingRates(EVERYTHING)),
                call(
                        "GET fundingRate symbol=BTCUSDT&" + PART_TEXT,
                        PUBLIC,
                        1,
                        Answers.FUNDING,
                        client -> client.market().fundingRates(PART)),
                call(
                        "GET fundingInfo symbol=BTCUSDT",
                        PUBLIC,
                        1,
                        Answers.FUNDING_INFO,
                        client -> client.market().fundingConfig(BTC)),
                call(
                        "GET fundingInfo",
                        PUBLIC,
                        1,
                        Answers.FUNDING_INFO,
                        client -> client.market().fundingConfigs()),
                call(
                                "GET indexreferences symbol=BTCUSDT",
                                PUBLIC,
                                1,
                                Answers.INDEX,
                                client -> client.market().indexReference(BTC))
                        .notInV1(),
                call(
                                "GET remainingOpenableNotionalValue symbol=BTCUSDT&leverage=20",
                                PUBLIC,
                                50,
                                Answers.OPENABLE,
                                client -> client.market().openableNotional(BTC, 20))
                        .inV1(SIGNED, 20));
    }

    private static CandleQuery candles(int limit) {
        return CandleQuery.of(BTC, CandleInterval.M1).toBuilder().limit(limit).build();
    }

    private static List<NativeCall> trades() {
        return List.of(
                call(
                        "GET trades symbol=1000PEPEUSDT&limit=7",
                        PUBLIC,
                        1,
                        Answers.TRADES,
                        client -> client.market().trades(PEPE, 7)),
                call(
                                "GET historicalTrades symbol=BTCUSDT&limit=7",
                                PUBLIC,
                                20,
                                Answers.TRADES,
                                client -> client.market().historicalTrades(BTC, 7))
                        .inV1(API_KEY, 20),
                call(
                                "GET historicalTrades symbol=BTCUSDT&fromId=31&limit=7",
                                PUBLIC,
                                20,
                                Answers.TRADES,
                                client -> client.market().historicalTrades(BTC, 31, 7))
                        .inV1(API_KEY, 20),
                call(
                        "GET aggTrades symbol=BTCUSDT&" + PART_TEXT,
                        PUBLIC,
                        20,
                        Answers.AGGREGATE_TRADES,
                        client -> client.market().aggregateTrades(PART)),
                call(
                        "GET aggTrades symbol=BTCUSDT",
                        PUBLIC,
                        20,
                        Answers.AGGREGATE_TRADES,
                        client -> client.market().aggregateTrades(HistoryQuery.of(BTC))),
                call(
                        "GET aggTrades symbol=BTCUSDT&fromId=7&limit=50",
                        PUBLIC,
                        20,
                        Answers.AGGREGATE_TRADES,
                        client -> client.market().aggregateTrades(BTC, 7, 50)));
    }

    private static List<NativeCall> tickers() {
        return List.of(
                call(
                        "GET ticker/24hr symbol=1000PEPEUSDT",
                        PUBLIC,
                        1,
                        Answers.TICKER,
                        client -> client.market().ticker(PEPE)),
                call(
                        "GET ticker/24hr",
                        PUBLIC,
                        40,
                        Answers.list(Answers.TICKER),
                        client -> client.market().tickers()),
                call(
                        "GET ticker/price symbol=1000PEPEUSDT",
                        PUBLIC,
                        1,
                        Answers.PRICE,
                        client -> client.market().price(PEPE)),
                call(
                        "GET ticker/price",
                        PUBLIC,
                        2,
                        Answers.list(Answers.PRICE),
                        client -> client.market().prices()),
                call(
                        "GET ticker/bookTicker symbol=1000PEPEUSDT",
                        PUBLIC,
                        1,
                        Answers.BOOK_TICKER,
                        client -> client.market().bookTicker(PEPE)),
                call(
                        "GET ticker/bookTicker",
                        PUBLIC,
                        2,
                        Answers.list(Answers.BOOK_TICKER),
                        client -> client.market().bookTickers()));
    }

    private static List<NativeCall> account() {
        return List.of(
                call(
                        "GET balance",
                        SIGNED,
                        5,
                        Answers.BALANCES,
                        client -> client.account().balances()),
                call(
                        "GET account",
                        SIGNED,
                        5,
                        Answers.ACCOUNT,
                        client -> client.account().info()),
                call(
                                "GET account",
                                SIGNED,
                                5,
                                Answers.ACCOUNT,
                                client -> client.account().infoWithoutJointMargin())
                        .notInV1(),
                call(
                        "GET positionRisk",
                        SIGNED,
                        5,
                        Answers.POSITIONS,
                        client -> client.account().positions()),
                call(
                        "GET positionRisk symbol=1000PEPEUSDT",
                        SIGNED,
                        5,
                        Answers.POSITIONS,
                        client -> client.account().positions(PEPE)),
                call(
                        "GET leverageBracket symbol=BTCUSDT",
                        SIGNED,
                        1,
                        Answers.BRACKETS,
                        client -> client.account().riskTiers(BTC)),
                call(
                        "GET leverageBracket",
                        SIGNED,
                        1,
                        Answers.BRACKETS,
                        client -> client.account().riskTiers()),
                call(
                        "GET adlQuantile symbol=BTCUSDT",
                        SIGNED,
                        5,
                        Answers.ADL,
                        client -> client.account().adlQuantile(BTC)),
                call(
                        "GET adlQuantile",
                        SIGNED,
                        5,
                        Answers.ADL,
                        client -> client.account().adlQuantiles()),
                call(
                        "GET commissionRate symbol=BTCUSDT",
                        SIGNED,
                        20,
                        Answers.COMMISSION,
                        client -> client.account().commissionRate(BTC)));
    }

    private static List<NativeCall> history() {
        return List.of(
                call(
                        "GET userTrades symbol=BTCUSDT&" + PART_TEXT,
                        SIGNED,
                        5,
                        Answers.USER_TRADES,
                        client -> client.account().trades(PART)),
                call(
                        "GET userTrades symbol=BTCUSDT&fromId=5&limit=7",
                        SIGNED,
                        5,
                        Answers.USER_TRADES,
                        client -> client.account().trades(BTC, 5, 7)),
                call(
                        "GET userTrades symbol=BTCUSDT&orderId=9",
                        SIGNED,
                        5,
                        Answers.USER_TRADES,
                        client -> client.account().tradesOfOrder(BTC, "9")),
                call(
                        "GET income",
                        SIGNED,
                        30,
                        Answers.INCOME,
                        client -> client.account().income(EVERYTHING)),
                call(
                        "GET income symbol=BTCUSDT&incomeType=FUNDING_FEE&" + PART_TEXT,
                        SIGNED,
                        30,
                        Answers.INCOME,
                        client -> client.account().income(PART, "FUNDING_FEE")),
                call(
                        "GET forceOrders",
                        SIGNED,
                        50,
                        Answers.FORCE_ORDERS,
                        client -> client.account().forceOrders(EVERYTHING)),
                call(
                        "GET forceOrders symbol=BTCUSDT&autoCloseType=ADL&" + PART_TEXT,
                        SIGNED,
                        20,
                        Answers.FORCE_ORDERS,
                        client -> client.account().forceOrders(PART, ForceOrderCause.ADL)));
    }

    private static List<NativeCall> messages() {
        return List.of(
                call(
                        "POST asset/wallet/transfer amount=0.0000001&asset=USDT&clientTranId=mine&kindType=SPOT_FUTURE",
                        SIGNED,
                        50,
                        Answers.TRANSFER,
                        client -> client.account().transfer(transfer(WalletTransfer.Direction.SPOT_TO_FUTURES))),
                call(
                        "POST asset/wallet/transfer amount=0.0000001&asset=USDT&clientTranId=mine&kindType=FUTURE_SPOT",
                        SIGNED,
                        50,
                        Answers.TRANSFER,
                        client -> client.account().transfer(transfer(WalletTransfer.Direction.FUTURES_TO_SPOT))),
                call(
                                "POST assetExchange",
                                SIGNED,
                                1,
                                Answers.EXCHANGED,
                                client -> client.account().exchangeAssets())
                        .notInV1(),
                call(
                                "GET announcement/direct page=2&size=20",
                                SIGNED,
                                1,
                                Answers.ANNOUNCEMENTS,
                                client -> client.account().announcements(2, 20))
                        .notInV1(),
                call(
                                "GET announcement/directById id=1001",
                                SIGNED,
                                1,
                                Answers.ANNOUNCEMENT,
                                client -> client.account().announcement(1001))
                        .notInV1());
    }

    private static WalletTransfer transfer(WalletTransfer.Direction direction) {
        return new WalletTransfer(direction, "USDT", new BigDecimal("1E-7"), "mine");
    }

    private static List<NativeCall> settings() {
        IsolatedMarginChange change = IsolatedMarginChange.of(BTC, new BigDecimal("2.5"));
        return List.of(
                call(
                        "GET positionSide/dual",
                        SIGNED,
                        30,
                        "{\"dualSidePosition\": true}",
                        client -> client.settings().positionMode()),
                silent(
                        "POST positionSide/dual dualSidePosition=true",
                        SIGNED,
                        1,
                        Answers.DONE,
                        client -> client.settings().setPositionMode(PositionMode.HEDGE)),
                call(
                                "GET stpMode",
                                SIGNED,
                                30,
                                "{\"stpMode\": \"EXPIRE_BOTH\"}",
                                client -> client.settings().selfTradePrevention())
                        .notInV1(),
                silent(
                                "POST stpMode stpMode=EXPIRE_MAKER",
                                SIGNED,
                                1,
                                Answers.DONE,
                                client -> client.settings().setSelfTradePrevention(SelfTradePrevention.EXPIRE_MAKER))
                        .notInV1(),
                call(
                        "GET multiAssetsMargin",
                        SIGNED,
                        30,
                        "{\"multiAssetsMargin\": true}",
                        client -> client.settings().multiAssetsMargin()),
                silent(
                        "POST multiAssetsMargin multiAssetsMargin=false",
                        SIGNED,
                        1,
                        Answers.DONE,
                        client -> client.settings().setMultiAssetsMargin(false)),
                call(
                        "POST leverage symbol=BTCUSDT&leverage=20",
                        SIGNED,
                        1,
                        Answers.LEVERAGE,
                        client -> client.settings().setLeverage(BTC, 20)),
                silent(
                        "POST marginType symbol=BTCUSDT&marginType=CROSSED",
                        SIGNED,
                        1,
                        Answers.DONE,
                        client -> client.settings().setMarginMode(BTC, MarginMode.CROSS)),
                silent(
                        "POST positionMargin symbol=BTCUSDT&amount=2.5&type=1",
                        SIGNED,
                        1,
                        Answers.MARGIN_CHANGED,
                        client -> client.settings().changeIsolatedMargin(change)),
                silent(
                        "POST positionMargin symbol=BTCUSDT&positionSide=SHORT&amount=2.5&type=2&clientTranId=mine",
                        SIGNED,
                        1,
                        Answers.MARGIN_CHANGED,
                        client -> client.settings()
                                .changeIsolatedMargin(IsolatedMarginChange.of(BTC, new BigDecimal("-2.5"))
                                        .side(PositionSide.SHORT)
                                        .clientTransferId("mine"))),
                call(
                        "GET positionMargin/history symbol=BTCUSDT",
                        SIGNED,
                        1,
                        Answers.MARGIN_CHANGES,
                        client -> client.settings().isolatedMarginHistory(HistoryQuery.of(BTC))),
                call(
                        "GET positionMargin/history symbol=BTCUSDT&type=2&" + PART_TEXT,
                        SIGNED,
                        1,
                        Answers.MARGIN_CHANGES,
                        client -> client.settings().isolatedMarginHistory(PART, MarginDirection.TAKEN_BACK)));
    }

    private static List<NativeCall> keys() {
        return List.of(
                call(
                                "POST listenKey",
                                SIGNED,
                                1,
                                Answers.LISTEN_KEY,
                                client -> client.listenKeys().start())
                        .inV1(API_KEY, 1),
                silent(
                                "PUT listenKey",
                                SIGNED,
                                1,
                                Answers.EMPTY,
                                client -> client.listenKeys().keepAlive())
                        .inV1(API_KEY, 1),
                silent(
                                "DELETE listenKey",
                                SIGNED,
                                1,
                                Answers.EMPTY,
                                client -> client.listenKeys().close())
                        .inV1(API_KEY, 1));
    }
}
