package dev.astrolabe.examples.quickstart;

import dev.astrolabe.exchange.Environment;
import dev.astrolabe.exchange.ExchangeClient;
import dev.astrolabe.exchange.Feature;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.OrderAck;
import dev.astrolabe.exchange.model.OrderBook;
import dev.astrolabe.exchange.model.OrderRequest;
import dev.astrolabe.exchange.model.Position;
import dev.astrolabe.exchange.model.PriceLevel;
import dev.astrolabe.exchange.model.Side;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.exchange.model.Ticker;
import dev.astrolabe.exchange.stream.LiveOrderBook;
import dev.astrolabe.exchange.stream.StreamOptions;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The steps, each a few lines to copy. They use nothing but the neutral interface, so they are the same for either key, and for
 * any other exchange.
 */
record Tour(ExchangeClient client, Symbol symbol, PrintWriter out) {

    private static final int LEVELS = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final BigDecimal BELOW_MARK = new BigDecimal("0.95");

    void instruments() {
        Instrument instrument = client.instruments().get(symbol);
        out.println(client.id() + " " + client.environment() + ": "
                + client.instruments().all().size() + " instruments");
        out.println(symbol + " is " + instrument.venueSymbol() + " there: tick "
                + instrument.tickSize().toPlainString() + ", lot "
                + instrument.lotSize().toPlainString() + ", least notional "
                + text(instrument.minNotional()));
    }

    void ticker() {
        Ticker ticker = client.marketData().ticker(symbol);
        out.println("last price " + ticker.last().toPlainString() + ", mark price "
                + client.marketData().markPrice(symbol).mark().toPlainString());
    }

    void account() {
        out.println(client.account().snapshot(symbol));
    }

    void positions() {
        List<Position> positions = client.account().positions();
        out.println(positions.size() + " open positions");
        positions.forEach(out::println);
    }

    /** A test order where the exchange has such; else, in demo trading, one that rests for a moment. */
    void order() {
        Instrument instrument = client.instruments().get(symbol);
        BigDecimal mark = client.marketData().markPrice(symbol).mark();
        BigDecimal price = instrument.roundPrice(mark.multiply(BELOW_MARK), Side.BUY);
        OrderRequest order = OrderRequest.limit(symbol, Side.BUY, leastQuantity(instrument, price), price);
        if (client.capabilities().supports(Feature.TEST_ORDER)) {
            client.trading().test(order);
            out.println("The exchange would take this order, and has not placed it: " + order);
        } else if (client.environment() == Environment.DEMO) {
            OrderAck placed = client.trading().place(order);
            out.println("In demo trading an order rests: "
                    + client.trading().order(placed.ref()).orElseThrow());
            client.trading().cancel(placed.ref());
            out.println("and is cancelled.");
        } else {
            out.println("The exchange has no test orders, and with --live nothing is placed.");
        }
    }

    /** The least quantity whose notional suffices. */
    private static BigDecimal leastQuantity(Instrument instrument, BigDecimal price) {
        BigDecimal wanted = instrument
                .minNotional()
                .map(notional -> notional.divide(price, 18, RoundingMode.UP))
                .orElse(BigDecimal.ZERO);
        return instrument
                .quantityFilter()
                .up(wanted.max(instrument.quantityFilter().min()));
    }

    void liveBook(int frames, Duration every) throws InterruptedException {
        if (frames == 0) {
            return;
        }
        try (LiveOrderBook live = client.marketStreams().orderBook(symbol, StreamOptions.DEFAULT)) {
            if (!live.awaitLive(PATIENCE)) {
                out.println("The live book did not come within " + PATIENCE.toSeconds() + " s; it is " + live.state());
                return;
            }
            for (int frame = 1; frame <= frames; frame++) {
                live.book(LEVELS).ifPresentOrElse(this::show, () -> out.println("the book is being seeded again"));
                if (frame < frames) {
                    Thread.sleep(every.toMillis());
                }
            }
        }
    }

    private void show(OrderBook book) {
        out.println(symbol + " at " + book.time());
        for (int i = Math.min(LEVELS, book.asks().size()) - 1; i >= 0; i--) {
            show("ask", book.asks().get(i));
        }
        book.bids().stream().limit(LEVELS).forEach(level -> show("bid", level));
    }

    private void show(String side, PriceLevel level) {
        out.printf(
                "  %s %16s %16s%n",
                side, level.price().toPlainString(), level.quantity().toPlainString());
    }

    private static String text(Optional<BigDecimal> number) {
        return number.map(BigDecimal::toPlainString).orElse("none");
    }
}
