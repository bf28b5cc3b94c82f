package dev.astrolabe.aster.internal;

import dev.astrolabe.aster.internal.AccountPayloads.AccountInfo;
import dev.astrolabe.aster.internal.AccountPayloads.AdlRow;
import dev.astrolabe.aster.internal.AccountPayloads.Brackets;
import dev.astrolabe.aster.internal.AccountPayloads.Commission;
import dev.astrolabe.aster.internal.AccountPayloads.DualSide;
import dev.astrolabe.aster.internal.AccountPayloads.IncomeRow;
import dev.astrolabe.aster.internal.AccountPayloads.LeverageSet;
import dev.astrolabe.aster.internal.AccountPayloads.MultiAssets;
import dev.astrolabe.aster.internal.AccountPayloads.PositionRow;
import dev.astrolabe.aster.internal.CatalogPayloads.ExchangeInfo;
import dev.astrolabe.aster.internal.MarketPayloads.AggregateTrade;
import dev.astrolabe.aster.internal.MarketPayloads.BestPrices;
import dev.astrolabe.aster.internal.MarketPayloads.Depth;
import dev.astrolabe.aster.internal.MarketPayloads.Funding;
import dev.astrolabe.aster.internal.MarketPayloads.FundingInfo;
import dev.astrolabe.aster.internal.MarketPayloads.Premium;
import dev.astrolabe.aster.internal.MarketPayloads.ServerTime;
import dev.astrolabe.aster.internal.MarketPayloads.Ticker24;
import dev.astrolabe.aster.internal.MarketPayloads.TradeRow;
import dev.astrolabe.aster.internal.TradingPayloads.Acknowledgement;
import dev.astrolabe.aster.internal.TradingPayloads.Countdown;
import dev.astrolabe.aster.internal.TradingPayloads.OrderRow;
import dev.astrolabe.aster.internal.TradingPayloads.UserTrade;
import dev.astrolabe.exchange.transport.Access;
import dev.astrolabe.exchange.transport.Cost;
import dev.astrolabe.exchange.transport.Endpoint;
import dev.astrolabe.exchange.transport.Params;
import dev.astrolabe.exchange.transport.Priority;
import dev.astrolabe.exchange.transport.ResponseParser;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.function.ToIntFunction;

/** Every call of one path family: verb, path, access, weight and how its answer is read (docs: futures, "Endpoints"). */
final class AsterEndpoints {

    static final String ORDERS = "ORDERS";
    static final String BATCH = "batchOrders";

    private static final int DEFAULT_LIMIT = 500;
    private static final int ALL_SYMBOLS = 40;

    final Endpoint<Instant> time;
    final Endpoint<ExchangeInfo> exchangeInfo;
    final Endpoint<Depth> depth;
    final Endpoint<List<TradeRow>> trades;
    final Endpoint<List<TradeRow>> historicalTrades;
    final Endpoint<List<AggregateTrade>> aggregateTrades;
    final Endpoint<BigDecimal[][]> candles;
    final Endpoint<BigDecimal[][]> markCandles;
    final Endpoint<BigDecimal[][]> indexCandles;
    final Endpoint<List<Premium>> premiumIndex;
    final Endpoint<List<Funding>> fundingHistory;
    final Endpoint<List<FundingInfo>> fundingInfo;
    final Endpoint<List<Ticker24>> ticker24;
    final Endpoint<List<BestPrices>> bookTicker;

    final Endpoint<OrderRow> place;
    final Endpoint<OrderRow> close;
    final Endpoint<Boolean> test;
    final Endpoint<OrderRow> cancel;
    final Endpoint<Acknowledgement> cancelAll;
    final Endpoint<List<Payload.BatchItem>> placeBatch;
    final Endpoint<List<Payload.BatchItem>> cancelBatch;
    final Endpoint<Countdown> countdown;
    final Endpoint<OrderRow> order;
    final Endpoint<List<OrderRow>> openOrders;
    final Endpoint<List<OrderRow>> allOrders;
    final Endpoint<List<UserTrade>> userTrades;

    final Endpoint<AccountInfo> account;
    final Endpoint<List<PositionRow>> positions;
    final Endpoint<LeverageSet> setLeverage;
    final Endpoint<Acknowledgement> setMarginType;
    final Endpoint<DualSide> positionMode;
    final Endpoint<Acknowledgement> setPositionMode;
    final Endpoint<Acknowledgement> positionMargin;
    final Endpoint<Commission> commission;
    final Endpoint<List<Brackets>> brackets;
    final Endpoint<List<IncomeRow>> income;
    final Endpoint<MultiAssets> multiAssets;
    final Endpoint<Acknowledgement> setMultiAssets;
    final Endpoint<List<AdlRow>> adl;

    AsterEndpoints(PathFamily family) {
        ResponseParser<BigDecimal[][]> klines = ResponseParser.of(BigDecimal[][].class);
        time = Endpoint.get(
                family.of("time"), ResponseParser.of(ServerTime.class, row -> Instant.ofEpochMilli(row.serverTime())));
        exchangeInfo = Endpoint.get(family.of("exchangeInfo"), Payload.of(ExchangeInfo.class));
        depth = Endpoint.get(family.of("depth"), Payload.of(Depth.class)).weight(AsterEndpoints::depthWeight);
        trades = Endpoint.get(family.of("trades"), Payload.listOf(TradeRow.class));
        historicalTrades = Endpoint.get(family.of("historicalTrades"), Payload.listOf(TradeRow.class))
                .access(family.historicalTrades())
                .weight(20);
        aggregateTrades = Endpoint.get(family.of("aggTrades"), Payload.listOf(AggregateTrade.class))
                .weight(20);
        candles = Endpoint.get(family.of("klines"), klines).weight(AsterEndpoints::candleWeight);
        markCandles = Endpoint.get(family.of("markPriceKlines"), klines).weight(AsterEndpoints::candleWeight);
        indexCandles = Endpoint.get(family.of("indexPriceKlines"), klines).weight(AsterEndpoints::candleWeight);
        premiumIndex = Endpoint.get(family.of("premiumIndex"), Payload.oneOrMore(Premium.class));
        fundingHistory = Endpoint.get(family.of("fundingRate"), Payload.listOf(Funding.class));
        fundingInfo = Endpoint.get(family.of("fundingInfo"), Payload.oneOrMore(FundingInfo.class));
        ticker24 = Endpoint.get(family.of("ticker/24hr"), Payload.oneOrMore(Ticker24.class))
                .weight(bySymbol(1, ALL_SYMBOLS));
        bookTicker = Endpoint.get(family.of("ticker/bookTicker"), Payload.oneOrMore(BestPrices.class))
                .weight(bySymbol(1, 2));

        place = signed(Endpoint.post(family.of("order"), Payload.of(OrderRow.class)))
                .limit(ORDERS, 1);
        close = place.priority(Priority.URGENT);
        // The fields of the answer mean nothing: that there is one says that the order would be taken.
        test = signed(Endpoint.post(family.of("order/test"), ResponseParser.tree(node -> true)))
                .mutation(false);
        cancel = signed(Endpoint.delete(family.of("order"), Payload.of(OrderRow.class)))
                .priority(Priority.URGENT);
        cancelAll = signed(Endpoint.delete(family.of("allOpenOrders"), Payload.of(Acknowledgement.class)))
                .priority(Priority.URGENT);
        placeBatch = signed(Endpoint.post(family.of("batchOrders"), Payload.batch()))
                .weight(5)
                .limit(AsterEndpoints::ordersInBatch);
        cancelBatch = signed(Endpoint.delete(family.of("batchOrders"), Payload.batch()))
                .priority(Priority.URGENT);
        countdown = signed(Endpoint.post(family.of("countdownCancelAll"), Payload.of(Countdown.class)))
                .weight(10)
                .priority(Priority.URGENT);
        order = signed(Endpoint.get(family.of("order"), Payload.of(OrderRow.class)));
        openOrders = signed(Endpoint.get(family.of("openOrders"), Payload.listOf(OrderRow.class)))
                .weight(bySymbol(1, ALL_SYMBOLS));
        allOrders = signed(Endpoint.get(family.of("allOrders"), Payload.listOf(OrderRow.class)))
                .weight(5);
        userTrades = signed(Endpoint.get(family.of("userTrades"), Payload.listOf(UserTrade.class)))
                .weight(5);

        account = signed(Endpoint.get(family.account(), Payload.of(AccountInfo.class)))
                .weight(5);
        positions = signed(Endpoint.get(family.positionRisk(), Payload.listOf(PositionRow.class)))
                .weight(5);
        setLeverage = signed(Endpoint.post(family.of("leverage"), Payload.of(LeverageSet.class)));
        setMarginType = signed(Endpoint.post(family.of("marginType"), Payload.of(Acknowledgement.class)));
        positionMode = signed(Endpoint.get(family.of("positionSide/dual"), Payload.of(DualSide.class)))
                .weight(30);
        setPositionMode = signed(Endpoint.post(family.of("positionSide/dual"), Payload.of(Acknowledgement.class)));
        positionMargin = signed(Endpoint.post(family.of("positionMargin"), Payload.of(Acknowledgement.class)));
        commission = signed(Endpoint.get(family.of("commissionRate"), Payload.of(Commission.class)))
                .weight(20);
        brackets = signed(Endpoint.get(family.of("leverageBracket"), Payload.oneOrMore(Brackets.class)));
        income = signed(Endpoint.get(family.of("income"), Payload.listOf(IncomeRow.class)))
                .weight(30);
        multiAssets = signed(Endpoint.get(family.of("multiAssetsMargin"), Payload.of(MultiAssets.class)))
                .weight(30);
        setMultiAssets = signed(Endpoint.post(family.of("multiAssetsMargin"), Payload.of(Acknowledgement.class)));
        adl = signed(Endpoint.get(family.of("adlQuantile"), Payload.oneOrMore(AdlRow.class)))
                .weight(5);
    }

    private static <T> Endpoint<T> signed(Endpoint<T> endpoint) {
        return endpoint.access(Access.SIGNED);
    }

    private static ToIntFunction<Params> bySymbol(int one, int all) {
        return params -> params.get("symbol").isPresent() ? one : all;
    }

    private static int limitOf(Params params) {
        return params.get("limit").map(Integer::valueOf).orElse(DEFAULT_LIMIT);
    }

    private static int depthWeight(Params params) {
        int limit = limitOf(params);
        if (limit <= 50) {
            return 2;
        }
        if (limit <= 100) {
            return 5;
        }
        return limit <= 500 ? 10 : 20;
    }

    private static int candleWeight(Params params) {
        int limit = limitOf(params);
        if (limit < 100) {
            return 1;
        }
        if (limit < 500) {
            return 2;
        }
        return limit <= 1000 ? 5 : 10;
    }

    /** The elements are flat objects: each has one opening brace. */
    private static Cost ordersInBatch(Params params) {
        long orders = params.get(BATCH).stream()
                .flatMapToInt(String::chars)
                .filter(letter -> letter == '{')
                .count();
        return Cost.of(ORDERS, Math.toIntExact(orders));
    }
}
