package dev.astrolabe.simulator.peers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.astrolabe.exchange.model.Balance;
import dev.astrolabe.exchange.model.BookTicker;
import dev.astrolabe.exchange.model.Candle;
import dev.astrolabe.exchange.model.CandleInterval;
import dev.astrolabe.exchange.model.CandleQuery;
import dev.astrolabe.exchange.model.Fill;
import dev.astrolabe.exchange.model.HistoryQuery;
import dev.astrolabe.exchange.model.MarkPrice;
import dev.astrolabe.exchange.model.Order;
import dev.astrolabe.exchange.model.OrderAck;
import dev.astrolabe.exchange.model.OrderBook;
import dev.astrolabe.exchange.model.OrderRequest;
import dev.astrolabe.exchange.model.Position;
import dev.astrolabe.exchange.model.PriceLevel;
import dev.astrolabe.exchange.model.Side;
import dev.astrolabe.exchange.model.Ticker;
import dev.astrolabe.exchange.model.Trade;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * ccxt.pro. It keeps what streams tell; the markets move until that is what our own client reads over REST while they stand still.
 */
abstract class CcxtStreams extends CcxtGroup {

    private static final int MOVES = 120;
    private static final Duration MOVE = Duration.ofMillis(500);
    private static final Duration LATENCY = Duration.ofMillis(500);
    private static final Duration ACCOUNT_LATENCY = Duration.ofSeconds(60);
    private static final BigDecimal QUANTITY = new BigDecimal("0.02");

    CcxtStreams() {
        super("streams");
    }

    @AfterEach
    final void leave() {
        bench().closePositions(sdk());
    }

    /** Watches until the first news has come, which proves the subscription. */
    final Told watch(Runnable stir, String method, Object... arguments) {
        CompletableFuture<JsonNode> news = ccxt().start(method, arguments);
        for (int move = 0; move < MOVES && !news.isDone(); move++) {
            stir.run();
            await(LATENCY, news::isDone);
        }
        assertThat(news).as("%s %s", method, List.of(arguments)).isDone();
        return ccxt().await(method, news);
    }

    /** Moves the markets. */
    final void move() {
        bench().pace();
        bench().simulator().advance(MOVE);
    }

    /** Moves the markets until ccxt keeps what is read over REST after a movement. */
    final void untilKept(Runnable comparison) {
        AssertionError last = null;
        for (int move = 0; move < MOVES; move++) {
            move();
            try {
                within(LATENCY, comparison);
                return;
            } catch (AssertionError e) {
                last = e;
            }
        }
        throw last;
    }

    /** Repeats a comparison while news of the account may still be under way. */
    private static void soon(Runnable comparison) {
        within(ACCOUNT_LATENCY, comparison);
    }

    private static void within(Duration longest, Runnable comparison) {
        long end = System.nanoTime() + longest.toNanos();
        while (true) {
            try {
                comparison.run();
                return;
            } catch (AssertionError e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
            }
        }
    }

    private void await(Duration longest, BooleanSupplier done) {
        long end = System.nanoTime() + longest.toNanos();
        while (!done.getAsBoolean() && System.nanoTime() < end) {
            ccxt().stored("id");
        }
    }

    @Test
    void watch_ticker_keeps_the_day() {
        watch(this::move, "watchTicker", name(BTC));

        untilKept(() -> {
            Ticker ticker = sdk().marketData().ticker(BTC);
            ccxt().stored("tickers", name(BTC))
                    .number("/last", ticker.last())
                    .number("/high", ticker.high())
                    .number("/low", ticker.low())
                    .number("/open", ticker.open());
        });
    }

    @Test
    void watch_order_book_keeps_every_level() {
        watch(this::move, "watchOrderBook", name(BTC));

        untilKept(() -> {
            OrderBook book = sdk().marketData().orderBook(BTC, 20);
            Told kept = ccxt().stored("orderbooks", name(BTC));
            compare(kept.at("/bids"), book.bids());
            compare(kept.at("/asks"), book.asks());
        });
    }

    private void compare(Told kept, List<PriceLevel> levels) {
        assertThat(kept.size()).isGreaterThanOrEqualTo(levels.size());
        for (int i = 0; i < levels.size(); i++) {
            kept.at(i)
                    .number("/0", levels.get(i).price())
                    .number("/1", size(BTC, levels.get(i).quantity()));
        }
    }

    @Test
    void watch_trades_keeps_trades() {
        watch(this::move, "watchTrades", name(BTC));
        move();

        soon(() -> {
            Told kept = ccxt().stored("trades", name(BTC));
            Map<String, Trade> trades = tradesById();
            assertThat(kept.size()).isPositive();
            for (int i = 0; i < kept.size(); i++) {
                Told trade = kept.at(i);
                Trade read = trades.get(trade.answer().path("id").asText());
                assertThat(read).as("the trade %s", trade.answer()).isNotNull();
                trade.number("/price", read.price())
                        .number("/amount", size(BTC, read.quantity()))
                        .text("/side", Orders.side(read.takerSide()))
                        .time("/timestamp", read.time());
            }
        });
    }

    private Map<String, Trade> tradesById() {
        return sdk().marketData().trades(BTC, 500).stream().collect(Collectors.toMap(Trade::id, trade -> trade));
    }

    @Test
    void watch_ohlcv_keeps_the_running_candle() {
        watch(this::move, "watchOHLCV", name(BTC), "1m");

        untilKept(() -> {
            CandleQuery query = CandleQuery.builder()
                    .symbol(BTC)
                    .interval(CandleInterval.M1)
                    .limit(1)
                    .build();
            Candle candle = sdk().marketData().candles(query).get(0);
            Told kept = ccxt().stored("ohlcvs", name(BTC), "1m");
            kept.at(kept.size() - 1)
                    .time("/0", candle.openTime())
                    .number("/1", candle.open())
                    .number("/2", candle.high())
                    .number("/3", candle.low())
                    .number("/4", candle.close())
                    .number("/5", candle.volume());
        });
    }

    @Test
    void watch_bids_asks_keeps_the_best_prices() {
        watch(this::move, "watchBidsAsks", List.of(name(BTC)));

        untilKept(() -> {
            BookTicker best = sdk().marketData().bookTicker(BTC);
            ccxt().stored("bidsasks", name(BTC))
                    .number("/bid", best.bid())
                    .number("/bidVolume", size(BTC, best.bidQuantity()))
                    .number("/ask", best.ask())
                    .number("/askVolume", size(BTC, best.askQuantity()));
        });
    }

    @Test
    void watch_mark_price_tells_the_mark_price() {
        watch(this::move, "watchMarkPrice", name(SOL));

        untilKept(() -> {
            MarkPrice mark = sdk().marketData().markPrice(SOL);
            ccxt().stored("tickers", name(SOL)).number("/markPrice", mark.mark());
        });
    }

    @Test
    void watch_orders_keeps_orders() {
        watch(this::placeAndCancel, "watchOrders", name(ETH));

        Order order = read(sdk().trading().place(resting()));

        soon(() -> Orders.compare(kept("orders", order), order, instrument(ETH)));
        sdk().trading().cancel(order.ref());
        Order cancelled = read(OrderAck.of(order));
        soon(() -> Orders.compare(kept("orders", order), cancelled, instrument(ETH)));
    }

    private Told kept(String cache, Order order) {
        return CcxtMarketData.byId(ccxt().stored(cache), order.orderId());
    }

    private Order read(OrderAck ack) {
        return sdk().trading().order(ack.ref()).orElseThrow();
    }

    private void placeAndCancel() {
        bench().pace();
        sdk().trading().cancel(sdk().trading().place(resting()).ref());
    }

    private OrderRequest resting() {
        BigDecimal price = sdk().marketData().bookTicker(ETH).bid().multiply(new BigDecimal("0.97"));
        return OrderRequest.limit(ETH, Side.BUY, QUANTITY, instrument(ETH).roundPrice(price, Side.BUY));
    }

    private void buy() {
        bench().pace();
        sdk().trading().place(OrderRequest.market(ETH, Side.BUY, QUANTITY));
    }

    @Test
    void watch_my_trades_keeps_fills() {
        watch(this::buy, "watchMyTrades", name(ETH));

        Order order = read(sdk().trading().place(OrderRequest.market(ETH, Side.BUY, QUANTITY)));

        HistoryQuery query = HistoryQuery.builder()
                .symbol(ETH)
                .to(bench().simulator().clock().instant().plusSeconds(1))
                .build();
        List<Fill> fills = bench().patiently(() -> sdk().trading().fills(query)).items().stream()
                .filter(fill -> fill.orderId().equals(order.orderId()))
                .toList();
        assertThat(fills).isNotEmpty();
        soon(() -> {
            Told kept = ccxt().stored("myTrades");
            fills.forEach(fill -> compareFill(kept, fill));
        });
    }

    /** ccxt's trade of a fill; on OKX it takes the order's numbers for the trade's, see docs/simulator-peers.md. */
    abstract void compareFill(Told kept, Fill fill);

    @Test
    void watch_positions_tells_the_position() {
        watch(this::buy, "watchPositions", List.of(name(ETH)));

        CompletableFuture<JsonNode> news = ccxt().start("watchPositions", List.of(name(ETH)));
        ccxt().stored("id");
        buy();

        Position position = sdk().account().positions(ETH).get(0);
        soon(() -> {
            Told kept = keptPosition("long");
            kept.number("/contracts", position.contracts())
                    .number(onOkx() ? "/info/avgPx" : "/info/ep", position.entryPrice());
        });
        news.cancel(false);
    }

    private Told keptPosition(String side) {
        Told all = ccxt().stored("positions");
        for (int i = 0; i < all.size(); i++) {
            JsonNode position = all.answer().get(i);
            if (position.path("symbol").asText().equals(name(ETH))
                    && position.path("side").asText().equals(side)) {
                return all.at(i);
            }
        }
        throw new AssertionError("no " + side + " position in " + all.answer());
    }

    @Test
    void watch_balance_keeps_the_wallet() {
        watch(this::buy, "watchBalance", Ccxt.SWAP);

        buy();

        Balance usdt = bench().patiently(() -> sdk().account().balances()).stream()
                .filter(balance -> balance.asset().equals("USDT"))
                .findFirst()
                .orElseThrow();
        soon(() -> compareWallet(ccxt().stored("balance"), usdt));
    }

    abstract void compareWallet(Told kept, Balance usdt);
}
