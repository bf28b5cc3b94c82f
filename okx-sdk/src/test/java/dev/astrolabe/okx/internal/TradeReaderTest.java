package dev.astrolabe.okx.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.error.ProtocolException;
import dev.astrolabe.exchange.model.HistoryQuery;
import dev.astrolabe.exchange.model.Page;
import dev.astrolabe.exchange.model.Side;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.exchange.model.Trade;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Trades come from two calls, newest first, and are told oldest first. */
class TradeReaderTest {

    private static final Symbol LINEAR = Symbol.parse("BTC/USDT:USDT");
    private static final long FIRST = 1_600_000_001L;
    private static final long START = 1_767_000_000_000L;

    private final PublicOkx venue = new PublicOkx();

    @AfterEach
    void close() {
        venue.close();
    }

    /** Two trades a second; some ids may be missing. */
    private void trade(int count, LongPredicate happened) {
        List<Map<String, String>> trades = LongStream.range(0, count)
                .filter(happened)
                .mapToObj(i -> Map.of(
                        "instId", "BTC-USDT-SWAP",
                        "tradeId", Long.toString(FIRST + i),
                        "px", "50000",
                        "sz", "2",
                        "side", i % 2 == 0 ? "buy" : "sell",
                        "source", "0",
                        "ts", Long.toString(START + i / 2 * 1000)))
                .toList();
        venue.on(
                "market/trades",
                query -> PublicOkx.page(trades, query, row -> Long.parseLong(row.get("tradeId")), 100));
        venue.on("market/history-trades", query -> {
            boolean byTime = "2".equals(query.get("type"));
            return PublicOkx.page(trades, query, row -> Long.parseLong(row.get(byTime ? "ts" : "tradeId")), 100);
        });
    }

    private static List<String> ids(List<Trade> trades) {
        return trades.stream().map(Trade::id).toList();
    }

    private static List<String> ids(long from, long to) {
        return LongStream.range(FIRST + from, FIRST + to)
                .mapToObj(Long::toString)
                .toList();
    }

    @Test
    void tells_the_newest_trades_oldest_first() {
        trade(1000, i -> true);

        List<Trade> trades = venue.market.trades(LINEAR, 3);

        assertThat(ids(trades)).isEqualTo(ids(997, 1000));
        assertThat(trades.get(0).takerSide()).isEqualTo(Side.SELL);
        assertThat(trades.get(0).quantity()).isEqualByComparingTo("0.02");
        assertThat(venue.sent()).containsExactly("market/trades?instId=BTC-USDT-SWAP&limit=3");
    }

    @Test
    void reads_what_is_beyond_the_largest_answer_from_the_history() {
        trade(1000, i -> true);

        assertThat(ids(venue.market.trades(LINEAR, 650))).isEqualTo(ids(350, 1000));
        assertThat(venue.sent())
                .containsExactly(
                        "market/trades?instId=BTC-USDT-SWAP&limit=500",
                        "market/history-trades?instId=BTC-USDT-SWAP&after=" + (FIRST + 500) + "&limit=100",
                        "market/history-trades?instId=BTC-USDT-SWAP&after=" + (FIRST + 400) + "&limit=50");
        assertThatThrownBy(() -> venue.market.trades(LINEAR, 1001))
                .isInstanceOf(NotSentException.class)
                .hasMessage("limit 1001 is not from 1 to 1000; nearest is 1000");
    }

    @Test
    void ends_where_there_are_no_more() {
        trade(7, i -> true);

        assertThat(ids(venue.market.trades(LINEAR, 1000))).isEqualTo(ids(0, 7));
    }

    @Test
    void pages_forward_from_a_time_to_a_time() {
        trade(1000, i -> true);
        HistoryQuery query = HistoryQuery.of(LINEAR).toBuilder()
                .from(Instant.ofEpochMilli(START + 100_000))
                .to(Instant.ofEpochMilli(START + 199_999))
                .limit(60)
                .build();

        List<Trade> trades = Page.stream(query, venue.market::tradeHistory).toList();

        assertThat(ids(trades)).isEqualTo(ids(200, 400));
        assertThat(venue.sent())
                .startsWith(
                        "market/history-trades?instId=BTC-USDT-SWAP&type=2&after=" + (START + 200_000),
                        "market/history-trades?instId=BTC-USDT-SWAP&type=2&after=" + (START + 100_000),
                        "market/history-trades?instId=BTC-USDT-SWAP&after=" + (FIRST + 260) + "&limit=60")
                .hasSize(6);
    }

    @Test
    void gives_every_trade_once_where_ids_are_missing() {
        trade(900, i -> i % 7 != 0 && i % 300 > 90);
        HistoryQuery query = HistoryQuery.of(LINEAR).toBuilder()
                .from(Instant.ofEpochMilli(START))
                .limit(50)
                .build();

        List<Trade> trades = Page.stream(query, venue.market::tradeHistory).toList();

        assertThat(ids(trades))
                .isEqualTo(LongStream.range(0, 900)
                        .filter(i -> i % 7 != 0 && i % 300 > 90)
                        .mapToObj(i -> Long.toString(FIRST + i))
                        .toList());
    }

    @Test
    void begins_with_the_newest_ones_without_a_start() {
        trade(2000, i -> true);

        Page<Trade> page = venue.market.tradeHistory(HistoryQuery.of(LINEAR));

        assertThat(ids(page.items())).isEqualTo(ids(1500, 1600));
        assertThat(venue.sent())
                .containsExactly(
                        "market/trades?instId=BTC-USDT-SWAP&limit=500",
                        "market/history-trades?instId=BTC-USDT-SWAP&after=" + (FIRST + 1600) + "&limit=100");
    }

    @Test
    void has_an_end_where_nothing_was_traded() {
        trade(10, i -> true);
        HistoryQuery later = HistoryQuery.of(LINEAR).toBuilder()
                .from(Instant.ofEpochMilli(START + 60_000))
                .build();
        HistoryQuery earlier = HistoryQuery.of(LINEAR).toBuilder()
                .to(Instant.ofEpochMilli(START - 1))
                .build();

        assertThat(venue.market.tradeHistory(later).items()).isEmpty();
        assertThat(venue.market.tradeHistory(later).next()).isEmpty();
        assertThat(venue.market.tradeHistory(earlier).items()).isEmpty();
    }

    @Test
    void refuses_a_query_without_a_symbol_and_a_cursor_of_another_history() {
        trade(10, i -> true);

        assertThatThrownBy(() -> venue.market.tradeHistory(HistoryQuery.all())).isInstanceOf(NotSentException.class);
        assertThatThrownBy(() -> venue.market.tradeHistory(
                        HistoryQuery.of(LINEAR).toBuilder().cursor("page-7").build()))
                .isInstanceOf(NotSentException.class)
                .hasMessageContaining("page-7");
        assertThat(venue.sent()).isEmpty();
    }

    @Test
    void takes_a_trade_without_a_number_for_unreadable() {
        venue.on(
                "market/trades",
                query -> List.of(Map.of(
                        "instId", "BTC-USDT-SWAP", "tradeId", "x", "px", "1", "sz", "1", "side", "buy", "ts", "1")));

        assertThatThrownBy(() -> venue.market.trades(LINEAR, 1)).isInstanceOf(ProtocolException.class);
    }
}
