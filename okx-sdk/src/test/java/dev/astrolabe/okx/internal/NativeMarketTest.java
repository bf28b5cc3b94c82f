package dev.astrolabe.okx.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.error.ProtocolException;
import dev.astrolabe.exchange.model.Page;
import dev.astrolabe.okx.model.OkxFundingRecord;
import dev.astrolabe.okx.model.OkxInstType;
import dev.astrolabe.okx.model.OkxQuery;
import dev.astrolabe.okx.model.OkxTrade;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is sent for public calls, by the venue's names, and what never is. */
class NativeMarketTest {

    private static final String SWAP = "BTC-USDT-SWAP";
    private static final OkxQuery OF_SWAP = OkxQuery.of(SWAP);

    private final PublicOkx venue = new PublicOkx();
    private final NativeMarket market = new NativeMarket(venue.context);

    @AfterEach
    void close() {
        venue.close();
    }

    @Test
    void asks_for_books_of_so_many_levels() {
        for (String path : List.of("market/books", "market/books-full", "market/books-rpi")) {
            venue.on(path, query -> List.of(Map.of("asks", List.of(), "bids", List.of(), "ts", "1790000000020")));
        }

        market.book(SWAP, 400);
        market.fullBook(SWAP, 5000);
        market.rpiBook(SWAP, 1);

        assertThat(venue.sent())
                .containsExactly(
                        "market/books?instId=BTC-USDT-SWAP&sz=400",
                        "market/books-full?instId=BTC-USDT-SWAP&sz=5000",
                        "market/books-rpi?instId=BTC-USDT-SWAP&sz=1");
    }

    @Test
    void asks_with_the_parameters_of_the_query() {
        venue.on("public/price-limit", query -> List.of(Map.of("instId", SWAP, "ts", "1790000000020")));
        venue.on("public/convert-contract-coin", query -> List.of(Map.of("instId", SWAP, "sz", "311")));
        venue.on("public/underlying", query -> List.of(List.of("BTC-USDT", "BTC-USD")));

        assertThat(market.priceLimit(SWAP).highestBuy()).isEmpty();
        assertThat(market.convert(OF_SWAP.with("sz", "3.11").with("unit", "coin"))
                        .size())
                .isEqualByComparingTo("311");
        assertThat(market.underlyings(OkxInstType.SWAP)).containsExactly("BTC-USDT", "BTC-USD");
        assertThat(market.systemStatus(OkxQuery.all().with("state", "ongoing"))).isEmpty();
        assertThat(market.positionTiers(OkxQuery.of(OkxInstType.SWAP)
                        .with("tdMode", "cross")
                        .with("instFamily", List.of("BTC-USDT", "ETH-USDT"))))
                .isEmpty();
        assertThat(market.instruments(OkxQuery.of(OkxInstType.SWAP))).hasSize(3);
        assertThat(market.fundingRates()).isEmpty();
        assertThat(venue.sent())
                .containsExactly(
                        "public/price-limit?instId=BTC-USDT-SWAP",
                        "public/convert-contract-coin?instId=BTC-USDT-SWAP&sz=3.11&unit=coin",
                        "public/underlying?instType=SWAP",
                        "system/status?state=ongoing",
                        "public/position-tiers?instType=SWAP&tdMode=cross&instFamily=BTC-USDT%2CETH-USDT",
                        "public/funding-rate?instId=ANY");
    }

    @Test
    void asks_for_candles_of_each_kind() {
        OkxQuery query = OF_SWAP.with("bar", "1Dutc");

        assertThat(market.candles(query.limit(300))).isEmpty();
        assertThat(market.candleHistory(query)).isEmpty();
        assertThat(market.markCandles(query)).isEmpty();
        assertThat(market.markCandleHistory(query)).isEmpty();
        assertThat(market.indexCandles(query)).isEmpty();
        assertThat(market.indexCandleHistory(query)).isEmpty();
        assertThat(venue.sent())
                .containsExactly(
                        "market/candles?instId=BTC-USDT-SWAP&bar=1Dutc&limit=300",
                        "market/history-candles?instId=BTC-USDT-SWAP&bar=1Dutc",
                        "market/mark-price-candles?instId=BTC-USDT-SWAP&bar=1Dutc",
                        "market/history-mark-price-candles?instId=BTC-USDT-SWAP&bar=1Dutc",
                        "market/index-candles?instId=BTC-USDT-SWAP&bar=1Dutc",
                        "market/history-index-candles?instId=BTC-USDT-SWAP&bar=1Dutc");
    }

    @Test
    void goes_on_behind_the_last_trade_by_id_or_by_time() {
        List<Map<String, String>> trades = LongStream.range(0, 30)
                .mapToObj(i -> Map.of(
                        "instId",
                        SWAP,
                        "tradeId",
                        Long.toString(100 + i),
                        "px",
                        "1",
                        "sz",
                        "1",
                        "side",
                        "buy",
                        "ts",
                        Long.toString(5_000 + i)))
                .toList();
        venue.on("market/history-trades", query -> {
            boolean byTime = "2".equals(query.get("type"));
            return PublicOkx.page(trades, query, row -> Long.parseLong(row.get(byTime ? "ts" : "tradeId")), 100);
        });

        Page<OkxTrade> byId = market.tradeHistory(OF_SWAP.limit(10));
        Page<OkxTrade> byTime = market.tradeHistory(OF_SWAP.with("type", "2").limit(10));

        assertThat(byId.next()).contains("120");
        assertThat(byTime.next()).contains("5020");
        assertThat(OkxQuery.stream(OF_SWAP.with("type", "2").limit(10), market::tradeHistory))
                .hasSize(30);
        assertThat(OkxQuery.stream(OF_SWAP.limit(7), market::tradeHistory))
                .extracting(OkxTrade::tradeId)
                .hasSize(30)
                .doesNotHaveDuplicates();
    }

    @Test
    void goes_on_behind_the_last_funding() {
        venue.on(
                "public/funding-rate-history",
                query -> List.of(
                        Map.of("instId", SWAP, "fundingRate", "0.1", "fundingTime", "2000"),
                        Map.of("instId", SWAP, "fundingRate", "0.1", "fundingTime", "1000")));

        Page<OkxFundingRecord> page = market.fundingHistory(OF_SWAP.limit(2));

        assertThat(page.next()).contains("1000");
        assertThat(page.items().get(0).realizedRate()).isEmpty();
        assertThat(market.fundingHistory(OF_SWAP).next()).isEmpty();
    }

    @Test
    void finds_no_row_unreadable_where_one_must_be() {
        assertThatThrownBy(() -> market.fundingRate(SWAP)).isInstanceOf(ProtocolException.class);
        assertThatThrownBy(() -> market.ticker(SWAP)).isInstanceOf(ProtocolException.class);
    }

    @Test
    void refuses_before_anything_is_sent() {
        refuses(() -> market.book(SWAP, 0), "levels 0 is not from 1 to 400; nearest is 1");
        refuses(() -> market.fullBook(SWAP, 5001), "levels 5001 is not from 1 to 5000; nearest is 5000");
        refuses(() -> market.trades(SWAP, 501), "limit 501 of GET /api/v5/market/trades is not from 1 to 500");
        refuses(() -> market.candles(OF_SWAP.limit(301)), "limit 301");
        refuses(() -> market.markCandles(OF_SWAP.limit(101)), "limit 101");
        refuses(() -> market.candles(OkxQuery.all()), "needs instId");
        refuses(() -> market.tickers(OkxQuery.all()), "needs instType");
        refuses(() -> market.indexTickers(OkxQuery.all()), "needs instId or quoteCcy");
        refuses(() -> market.positionTiers(OkxQuery.of(OkxInstType.SWAP)), "needs tdMode");
        refuses(() -> market.openInterest(OkxQuery.of(OkxInstType.SWAP).with("ccy", "BTC")), "takes no ccy");
        assertThat(venue.server.received()).isEmpty();
    }

    private static void refuses(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(NotSentException.class).hasMessageContaining(message);
    }
}
