package dev.astrolabe.okx.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.astrolabe.exchange.stream.StreamOptions;
import dev.astrolabe.exchange.stream.Subscription;
import dev.astrolabe.exchange.testkit.Fixtures;
import dev.astrolabe.exchange.testkit.Recorder;
import dev.astrolabe.exchange.transport.Json;
import dev.astrolabe.okx.OkxStreams;
import dev.astrolabe.okx.model.OkxBook;
import dev.astrolabe.okx.model.OkxBookChannel;
import dev.astrolabe.okx.model.OkxInstType;
import dev.astrolabe.okx.model.OkxPosition;
import dev.astrolabe.okx.model.OkxPush;
import dev.astrolabe.okx.model.OkxQuery;
import java.io.IOException;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each native channel asks for what the venue documents, and reads what it sends. */
class NativeStreamsTest {

    private static final String SWAP = "BTC-USDT-SWAP";
    private static final String PUBLIC = OkxChannel.PUBLIC;
    private static final String PRIVATE = OkxChannel.PRIVATE;
    private static final String BUSINESS = OkxChannel.BUSINESS;
    private static final StreamOptions OPTIONS = StreamOptions.DEFAULT;
    private static final OkxQuery SWAPS = OkxQuery.of(OkxInstType.SWAP);
    private static final Json JSON = new Json();

    private final SocketBench bench = new SocketBench();
    private final Recorder<Object> events = new Recorder<>();

    @AfterEach
    void close() {
        bench.close();
    }

    private interface Opening extends BiFunction<OkxStreams, Recorder<Object>, Subscription> {}

    private static Arguments channel(String path, String fixture, Opening opening) {
        return Arguments.of(path, fixture, opening);
    }

    static Stream<Arguments> channels() {
        return Stream.of(
                channel(PUBLIC, "tickers", (streams, to) -> streams.ticker(SWAP, OPTIONS, to)),
                channel(PUBLIC, "trades", (streams, to) -> streams.trades(SWAP, OPTIONS, to)),
                channel(BUSINESS, "trades_all", (streams, to) -> streams.allTrades(SWAP, OPTIONS, to)),
                channel(PUBLIC, "books_update", (s, to) -> s.books(OkxBookChannel.BOOKS, SWAP, OPTIONS, to)),
                channel(PUBLIC, "books5", (s, to) -> s.books(OkxBookChannel.BOOKS5, SWAP, OPTIONS, to)),
                channel(PUBLIC, "bbo_tbt", (s, to) -> s.books(OkxBookChannel.BBO_TBT, SWAP, OPTIONS, to)),
                channel(PUBLIC, "books_rpi_snapshot", (streams, to) -> streams.rpiBooks(SWAP, OPTIONS, to)),
                channel(BUSINESS, "candle1m_forming", (streams, to) -> streams.candles(SWAP, "1m", OPTIONS, to)),
                channel(PUBLIC, "mark_price", (streams, to) -> streams.markPrice(SWAP, OPTIONS, to)),
                channel(PUBLIC, "index_tickers", (streams, to) -> streams.indexTicker("BTC-USDT", OPTIONS, to)),
                channel(PUBLIC, "funding_rate", (streams, to) -> streams.fundingRate(SWAP, OPTIONS, to)),
                channel(PUBLIC, "open_interest", (streams, to) -> streams.openInterest(SWAP, OPTIONS, to)),
                channel(PUBLIC, "price_limit", (streams, to) -> streams.priceLimit(SWAP, OPTIONS, to)),
                channel(PUBLIC, "instruments_delta", (s, to) -> s.instruments(OkxInstType.SWAP, OPTIONS, to)),
                channel(PUBLIC, "liquidation_orders", (s, to) -> s.liquidations(OkxInstType.SWAP, OPTIONS, to)),
                channel(PRIVATE, "orders_fok_canceled", (streams, to) -> streams.orders(SWAPS, OPTIONS, to)),
                channel(
                        PRIVATE,
                        "positions_event_update_closed",
                        (s, to) -> s.positions(OkxQuery.of(OkxInstType.ANY), OPTIONS, to)),
                channel(PRIVATE, "account_snapshot", (streams, to) -> streams.account(OkxQuery.all(), OPTIONS, to)),
                channel(
                        PRIVATE,
                        "balance_and_position_filled",
                        (streams, to) -> streams.balanceAndPosition(OPTIONS, to)),
                channel(
                        PRIVATE,
                        "liquidation_warning",
                        (s, to) -> s.liquidationWarnings(OkxQuery.of(OkxInstType.ANY), OPTIONS, to)),
                channel(BUSINESS, "orders_algo_failed", (streams, to) -> streams.algoOrders(SWAPS, OPTIONS, to)));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("channels")
    void brings_what_the_venue_sends(String path, String fixture, Opening opening) throws InterruptedException {
        bench.awaitLive(opening.apply(bench.streams, events));

        bench.sockets.say(path, fixture("synthetic/ws_" + fixture));

        assertThat(events.await(SocketBench.PATIENCE, any -> true)).isNotNull();
    }

    static Stream<Arguments> documented() {
        return Stream.of(
                channel(BUSINESS, "index_candle__push_data", (s, to) -> s.indexCandles("BTC-USD", "30m", OPTIONS, to)),
                channel(
                        BUSINESS,
                        "mark_price_candle__push_data",
                        (s, to) -> s.markCandles("BTC-USD-190628", "1D", OPTIONS, to)),
                channel(PUBLIC, "status__push_data", (streams, to) -> streams.status(OPTIONS, to)),
                channel(PRIVATE, "fills__push_data_single", (s, to) -> s.fills(OkxQuery.of(SWAP), OPTIONS, to)),
                channel(
                        BUSINESS,
                        "algo_advance__push_data_single",
                        (s, to) -> s.advancedAlgoOrders(OkxQuery.of(OkxInstType.SPOT), OPTIONS, to)));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("documented")
    void brings_what_the_venue_documents(String path, String fixture, Opening opening) throws InterruptedException {
        bench.awaitLive(opening.apply(bench.streams, events));

        bench.sockets.say(path, fixture("docs/ws_" + fixture));

        assertThat(events.await(SocketBench.PATIENCE, any -> true)).isNotNull();
    }

    private static String fixture(String name) {
        try {
            JsonNode file = JSON.tree(Fixtures.payloads().text("okx/" + name + ".json"));
            return file.toString();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void tells_a_snapshot_from_a_change_and_one_page_from_the_next() throws InterruptedException {
        Recorder<OkxPush<OkxBook>> books = new Recorder<>();
        Recorder<OkxPush<OkxPosition>> positions = new Recorder<>();
        bench.awaitLive(bench.streams.books(OkxBookChannel.BOOKS, SWAP, OPTIONS, books));
        bench.awaitLive(bench.streams.positions(OkxQuery.of(OkxInstType.ANY), OPTIONS, positions));

        bench.sockets.say(PUBLIC, fixture("synthetic/ws_books_snapshot"));
        bench.sockets.say(PUBLIC, fixture("synthetic/ws_books_update"));
        OkxPush<OkxBook> change =
                books.await(SocketBench.PATIENCE, push -> push.kind().equals("update"));
        JsonNode pages = tree(fixture("synthetic/ws_positions_snapshot_paged"));
        pages.forEach(page -> bench.sockets.say(PRIVATE, page.toString()));
        OkxPush<OkxPosition> last = positions.await(SocketBench.PATIENCE, OkxPush::isLast);

        assertThat(books.all().get(0).kind()).isEqualTo("snapshot");
        assertThat(change.rows().get(0).previousSequence()).hasValue(880012345L);
        assertThat(positions.all()).extracting(OkxPush::page).containsExactly(1, 2);
        assertThat(last.rows().get(0).instId()).isEqualTo("ETH-USDT-SWAP");
    }

    private static JsonNode tree(String text) {
        try {
            return JSON.tree(text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
