package dev.astrolabe.exchange.reference;

import dev.astrolabe.exchange.Capabilities;
import dev.astrolabe.exchange.Feature;
import dev.astrolabe.exchange.MarketStreams;
import dev.astrolabe.exchange.UserStreams;
import dev.astrolabe.exchange.model.BookTicker;
import dev.astrolabe.exchange.model.Candle;
import dev.astrolabe.exchange.model.CandleInterval;
import dev.astrolabe.exchange.model.MarkPrice;
import dev.astrolabe.exchange.model.OrderBook;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.exchange.model.Trade;
import dev.astrolabe.exchange.stream.ConnectionState;
import dev.astrolabe.exchange.stream.LiveOrderBook;
import dev.astrolabe.exchange.stream.StreamListener;
import dev.astrolabe.exchange.stream.StreamOptions;
import dev.astrolabe.exchange.stream.Subscription;
import dev.astrolabe.exchange.stream.UserEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Streams without threads: listeners are called by whoever causes the event. Only what the contract listens to is sent. */
final class LocalStreams implements MarketStreams, UserStreams {

    private final Capabilities can;
    private final List<Consumer<UserEvent>> users = new CopyOnWriteArrayList<>();
    private final List<Consumer<BookTicker>> books = new CopyOnWriteArrayList<>();

    LocalStreams(Capabilities can) {
        this.can = can;
    }

    void tell(UserEvent event) {
        users.forEach(each -> each.accept(event));
    }

    void tell(BookTicker event) {
        books.forEach(each -> each.accept(event));
    }

    @Override
    public Subscription events(StreamOptions options, StreamListener<? super UserEvent> listener) {
        can.require(Feature.USER_STREAMS);
        Consumer<UserEvent> consumer = listener::onEvent;
        users.add(consumer);
        return new Local(() -> users.remove(consumer));
    }

    @Override
    public Subscription bookTicker(Symbol symbol, StreamOptions options, StreamListener<? super BookTicker> listener) {
        can.require(Feature.MARKET_STREAMS);
        Consumer<BookTicker> consumer = event -> {
            if (event.symbol().equals(symbol)) {
                listener.onEvent(event);
            }
        };
        books.add(consumer);
        return new Local(() -> books.remove(consumer));
    }

    private Local silent() {
        can.require(Feature.MARKET_STREAMS);
        return new Local(() -> {});
    }

    @Override
    public Subscription trades(Symbol symbol, StreamOptions options, StreamListener<? super Trade> listener) {
        return silent();
    }

    @Override
    public LiveOrderBook orderBook(Symbol symbol, StreamOptions options) {
        return silent();
    }

    @Override
    public Subscription candles(
            Symbol symbol, CandleInterval interval, StreamOptions options, StreamListener<? super Candle> listener) {
        return silent();
    }

    @Override
    public Subscription markPrice(Symbol symbol, StreamOptions options, StreamListener<? super MarkPrice> listener) {
        return silent();
    }

    private static final class Local implements LiveOrderBook {
        private final Runnable onClose;
        private volatile boolean closed;

        Local(Runnable onClose) {
            this.onClose = onClose;
        }

        @Override
        public ConnectionState state() {
            return closed ? ConnectionState.CLOSED : ConnectionState.LIVE;
        }

        @Override
        public boolean awaitLive(Duration timeout) {
            return !closed;
        }

        @Override
        public long droppedEvents() {
            return 0;
        }

        @Override
        public Optional<OrderBook> book(int depth) {
            return Optional.empty();
        }

        @Override
        public void close() {
            closed = true;
            onClose.run();
        }
    }
}
