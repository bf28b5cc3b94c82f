package dev.astrolabe.okx.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.error.ProtocolException;
import dev.astrolabe.exchange.model.BookTicker;
import dev.astrolabe.exchange.model.FundingRate;
import dev.astrolabe.exchange.model.HistoryQuery;
import dev.astrolabe.exchange.model.MarkPrice;
import dev.astrolabe.exchange.model.OpenInterest;
import dev.astrolabe.exchange.model.OrderBook;
import dev.astrolabe.exchange.model.Page;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.exchange.model.Ticker;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What public calls ask for, and what their rows mean in base units. */
class NeutralMarketDataTest {

    private static final Symbol SPOT = Symbol.parse("BTC/USDT");
    private static final Symbol LINEAR = Symbol.parse("BTC/USDT:USDT");
    private static final Symbol INVERSE = Symbol.parse("BTC/USD:BTC");
    private static final Symbol DATED = Symbol.parse("BTC/USDT:USDT-270326");
    private static final Symbol XPERP = Symbol.parse("BTC/USD:USD-310404");
    private static final String TIME = "1790000000011";

    private final PublicOkx venue = new PublicOkx();

    @AfterEach
    void close() {
        venue.close();
    }

    private static Map<String, String> ticker(String instId) {
        return new HashMap<>(Map.of(
                "instId",
                instId,
                "last",
                "50000",
                "askPx",
                "50000.1",
                "askSz",
                "30",
                "bidPx",
                "40000",
                "bidSz",
                "20",
                "open24h",
                "40000",
                "vol24h",
                "3000",
                "volCcy24h",
                "60"));
    }

    private static Map<String, String> timed(Map<String, String> row) {
        row.put("ts", TIME);
        return row;
    }

    @Test
    void tells_volumes_in_base_and_quote_as_far_as_they_are_told() {
        venue.on("market/ticker", query -> List.of(timed(ticker(query.get("instId")))));

        Ticker spot = venue.market.ticker(SPOT);
        Ticker linear = venue.market.ticker(LINEAR);
        Ticker inverse = venue.market.ticker(INVERSE);

        assertThat(spot.baseVolume().orElseThrow()).isEqualByComparingTo("3000");
        assertThat(spot.quoteVolume().orElseThrow()).isEqualByComparingTo("60");
        assertThat(linear.baseVolume().orElseThrow()).isEqualByComparingTo("60");
        assertThat(linear.quoteVolume()).isEmpty();
        assertThat(inverse.baseVolume().orElseThrow()).isEqualByComparingTo("60");
        assertThat(inverse.quoteVolume().orElseThrow()).isEqualByComparingTo("300000");
        assertThat(spot.changeRatio().orElseThrow()).isEqualByComparingTo("0.25");
        assertThat(spot.time()).isEqualTo(Instant.ofEpochMilli(1790000000011L));
        assertThat(venue.sent())
                .containsExactly(
                        "market/ticker?instId=BTC-USDT",
                        "market/ticker?instId=BTC-USDT-SWAP",
                        "market/ticker?instId=BTC-USD-SWAP");
    }

    @Test
    void leaves_out_of_all_tickers_what_was_not_traded_or_is_not_known() {
        Map<String, String> untraded = ticker("BTC-USDT-270326");
        untraded.putAll(Map.of("last", "", "bidPx", "", "askPx", ""));
        venue.on("market/tickers", query -> switch (query.get("instType")) {
            case "SPOT" -> List.of(timed(ticker("BTC-USDT")), timed(ticker("NOCOIN-USDT")));
            case "SWAP" -> List.of(timed(ticker("BTC-USDT-SWAP")));
            default -> List.of(timed(untraded));
        });

        assertThat(venue.market.tickers()).extracting(Ticker::symbol).containsExactly(SPOT, LINEAR);
        assertThat(venue.market.bookTickers()).extracting(BookTicker::symbol).containsExactly(SPOT, LINEAR);
        assertThat(venue.sent())
                .startsWith(
                        "market/tickers?instType=SPOT",
                        "market/tickers?instType=SWAP",
                        "market/tickers?instType=FUTURES");
        venue.on("market/ticker", query -> List.of(timed(untraded)));
        assertThatThrownBy(() -> venue.market.ticker(DATED))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("was never traded");
    }

    @Test
    void tells_sizes_of_inverse_contracts_in_base_units_at_their_price() {
        venue.on("market/ticker", query -> List.of(timed(ticker(query.get("instId")))));
        venue.on(
                "market/books",
                query -> List.of(Map.of(
                        "asks",
                        List.of(List.of("50000", "10", "0", "1")),
                        "bids",
                        List.of(List.of("40000", "4", "0", "1"), List.of("39999", "1", "0", "1")),
                        "ts",
                        TIME,
                        "seqId",
                        880012345)));

        BookTicker best = venue.market.bookTicker(INVERSE);
        OrderBook book = venue.market.orderBook(INVERSE, 400);

        assertThat(best.bidQuantity()).isEqualByComparingTo("0.05");
        assertThat(book.asks().get(0).quantity()).isEqualByComparingTo("0.02");
        assertThat(book.bids()).hasSize(2);
        assertThat(book.bids().get(0).quantity()).isEqualByComparingTo("0.01");
        assertThat(book.sequence()).isEqualTo(880012345);
        assertThat(venue.sent()).endsWith("market/books?instId=BTC-USD-SWAP&sz=400");
        assertThatThrownBy(() -> venue.market.orderBook(INVERSE, 401))
                .isInstanceOf(NotSentException.class)
                .hasMessage("depth 401 is not from 1 to 400; nearest is 400");
        assertThat(venue.sent()).hasSize(2);
    }

    @Test
    void tells_the_mark_price_with_the_index_of_its_underlying_and_its_funding() {
        answerPrices();

        MarkPrice price = venue.market.markPrice(LINEAR);

        assertThat(price.mark()).isEqualByComparingTo("50001");
        assertThat(price.index().orElseThrow()).isEqualByComparingTo("50002");
        assertThat(price.fundingRate().orElseThrow()).isEqualByComparingTo("0.0001");
        assertThat(price.nextFundingTime()).contains(Instant.ofEpochMilli(1790006400000L));
        assertThat(venue.sent())
                .containsExactly(
                        "public/mark-price?instType=SWAP&instId=BTC-USDT-SWAP",
                        "market/index-tickers?instId=BTC-USDT",
                        "public/funding-rate?instId=BTC-USDT-SWAP");
    }

    @Test
    void tells_no_funding_of_a_dated_contract_and_no_mark_price_of_spot() {
        answerPrices();

        MarkPrice price = venue.market.markPrice(DATED);

        assertThat(price.fundingRate()).isEmpty();
        assertThat(price.index()).isPresent();
        assertThat(venue.sent())
                .containsExactly(
                        "public/mark-price?instType=FUTURES&instId=BTC-USDT-270326",
                        "market/index-tickers?instId=BTC-USDT");
        assertThatThrownBy(() -> venue.market.markPrice(SPOT)).isInstanceOf(NotSentException.class);
        assertThatThrownBy(() -> venue.market.openInterest(SPOT)).isInstanceOf(NotSentException.class);
        assertThatThrownBy(() -> venue.market.fundingRate(DATED))
                .isInstanceOf(NotSentException.class)
                .hasMessage("BTC/USDT:USDT-270326 pays no funding: it is FUTURE");
        assertThat(venue.sent()).hasSize(2);
    }

    @Test
    void tells_all_mark_prices_in_a_few_calls() {
        answerPrices();

        List<MarkPrice> prices = venue.market.markPrices();

        assertThat(prices).extracting(MarkPrice::symbol).containsExactly(LINEAR, DATED);
        assertThat(prices.get(0).fundingRate()).isPresent();
        assertThat(prices.get(1).fundingRate()).isEmpty();
        assertThat(prices)
                .allSatisfy(price -> assertThat(price.index().orElseThrow()).isEqualByComparingTo("50002"));
        assertThat(venue.sent())
                .containsExactly(
                        "public/mark-price?instType=SWAP",
                        "public/mark-price?instType=FUTURES",
                        "market/index-tickers?quoteCcy=USD",
                        "market/index-tickers?quoteCcy=USDT",
                        "public/funding-rate?instId=ANY");
    }

    private void answerPrices() {
        venue.on("public/mark-price", query -> {
            String instId = query.get("instType").equals("SWAP") ? "BTC-USDT-SWAP" : "BTC-USDT-270326";
            return List.of(
                    Map.of("instId", instId, "markPx", "50001", "ts", TIME),
                    Map.of("instId", "NOCOIN", "markPx", "1", "ts", TIME));
        });
        venue.on(
                "market/index-tickers",
                query -> List.of(Map.of(
                        "instId",
                        query.getOrDefault("instId", "BTC-" + query.get("quoteCcy")),
                        "idxPx",
                        "50002",
                        "ts",
                        TIME)));
        venue.on(
                "public/funding-rate",
                query -> List.of(Map.of(
                        "instId", "BTC-USDT-SWAP",
                        "fundingRate", "0.0001",
                        "fundingTime", "1790006400000",
                        "nextFundingTime", "1790020800000")));
    }

    @Test
    void tells_how_often_funding_is_paid() {
        answerPrices();

        assertThat(venue.market.fundingRate(LINEAR).interval()).contains(Duration.ofHours(4));
        assertThat(venue.market.fundingRate(LINEAR).fundingTime()).isEqualTo(Instant.ofEpochMilli(1790006400000L));
        assertThat(venue.market.fundingRate(XPERP).rate()).isEqualByComparingTo("0.0001");
        assertThat(venue.sent()).endsWith("public/funding-rate?instId=BTC-USD_UM_XPERP-310404");
    }

    @Test
    void pages_through_the_funding_that_was_charged_from_the_oldest_on() {
        long hour = Duration.ofHours(1).toMillis();
        long last = PublicOkx.NOW.toEpochMilli() / hour * hour;
        List<Map<String, String>> paid = LongStream.range(0, 1000)
                .mapToObj(i -> Map.of(
                        "instId",
                        "BTC-USDT-SWAP",
                        "fundingRate",
                        "0.5",
                        "realizedRate",
                        "0." + (1000 + i),
                        "fundingTime",
                        Long.toString(last - (999 - i) * hour)))
                .toList();
        venue.on(
                "public/funding-rate-history",
                query -> PublicOkx.page(paid, query, row -> Long.parseLong(row.get("fundingTime")), 100));
        HistoryQuery query = HistoryQuery.of(LINEAR).toBuilder().limit(300).build();

        List<FundingRate> rates =
                Page.stream(query, venue.market::fundingHistory).toList();

        assertThat(rates).hasSize(1000);
        assertThat(rates).extracting(FundingRate::fundingTime).isSorted().doesNotHaveDuplicates();
        assertThat(rates.get(7).rate()).isEqualByComparingTo("0.1007");
        assertThat(venue.sent())
                .allMatch(each -> each.matches(
                        "public/funding-rate-history\\?instId=BTC-USDT-SWAP&before=\\d+&after=\\d+&limit=400"));
        assertThat(venue.sent()).hasSizeLessThan(30);
    }

    @Test
    void tells_open_interest_in_base_units_and_in_contracts() {
        venue.on(
                "public/open-interest",
                query -> List.of(Map.of(
                        "instId",
                        query.get("instId"),
                        "oi",
                        "3301005.66000002036",
                        "oiCcy",
                        "33010.0566000002036",
                        "ts",
                        TIME)));

        OpenInterest linear = venue.market.openInterest(LINEAR);
        OpenInterest inverse = venue.market.openInterest(INVERSE);

        assertThat(linear.contracts()).isEqualByComparingTo("3301005.66000002036");
        assertThat(linear.quantity()).isEqualByComparingTo("33010.0566000002036");
        assertThat(inverse.quantity()).isEqualByComparingTo("33010.0566000002036");
        assertThat(venue.sent())
                .containsExactly(
                        "public/open-interest?instType=SWAP&instId=BTC-USDT-SWAP",
                        "public/open-interest?instType=SWAP&instId=BTC-USD-SWAP");
    }

    @Test
    void tells_the_time_of_the_venue() {
        assertThat(venue.market.serverTime()).isEqualTo(Instant.ofEpochMilli(PublicOkx.NOW.toEpochMilli()));
    }
}
