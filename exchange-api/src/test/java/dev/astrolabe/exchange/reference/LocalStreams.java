package dev.astrolabe.exchange.reference;

import dev.astrolabe.exchange.Capabilities;
import dev.astrolabe.exchange.Feature;
import dev.astrolabe.exchange.MarketStreams;
import dev.astrolabe.exchange.UserStreams;
import dev.astrolabe.exchange.model.BookTicker;
import dev.astrolabe.exchange.model.Candle;
import dev.astrolabe.exchange.model.CandleInterval;
import dev.astrolabe.exchange.model.MarkPrice;
import dev.astrolabe.exchange.model.Order;
import dev.astrolabe.exchange.model.OrderBook;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.exchange.model.Trade;
import dev.astrolabe.exchange.stream.ConnectionState;
import dev.astrolabe.exchange.stream.LiveOrderBook;
import dev.astrolabe.exchange.stream.StreamListener;
import dev.astrolabe.exchange.stream.StreamOptions;
import dev.astrolabe.exchange.stream.Subscription;
import dev.astrolabe.exchange.stream.UserEvent;
import dev.astrolabe.exchange.testkit.ContractVenue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Streams without threads: listeners are called by whoever causes the event. */
class LocalStreams implements MarketStreams, UserStreams {

    private final Wire wire;
    private final Capabilities can;
    private final Quotes quotes;
    private final List<Consumer<UserEvent>> users = new CopyOnWriteArrayList<>();
    private final List<Consumer<Symbol>> markets = new CopyOnWriteArrayList<>();
    private final List<UserEvent> missed = new ArrayList<>();
    private boolean cut;

    LocalStreams(Wire wire, Capabilities can, Quotes quotes) {
        this.wire = wire;
        this.can = can;
        this.quotes = quotes;
    }

    void moved(Symbol symbol) {
        markets.forEach(each -> each.accept(symbol));
    }

    void tell(UserEvent event) {
        if (cut) {
            missed.add(event);
        } else {
            users.forEach(each -> each.accept(event));
        }
    }

    /** Nobody hears what happens meanwhile; then it is told after a gap, with what is open as it stands. */
    void cutWhile(Runnable meanwhile, Supplier<List<Order>> open) {
        Instant from = wire.clock.instant();
        cut = true;
        meanwhile.run();
        cut = false;
        Instant until = wire.clock.instant();
        tell(new UserEvent.Gap(from, until, "cut on demand"));
        open.get().forEach(order -> tell(new UserEvent.OrderChanged(order, until)));
        afterGap(missed).forEach(this::tell);
        missed.clear();
    }

    /** What of a gap is told behind it. */
    List<UserEvent> afterGap(List<UserEvent> events) {
        return List.copyOf(events);
    }

    @Override
    public Subscription events(StreamOptions options, StreamListener<? super UserEvent> listener) {
        can.require(Feature.USER_STREAMS);
        wire.ready();
        Consumer<UserEvent> consumer = listener::onEvent;
        users.add(consumer);
        return new Local(ContractVenue.BTC, () -> users.remove(consumer));
    }

    private <E> Local whenMoved(Symbol wanted, Function<Symbol, E> event, StreamListener<? super E> listener) {
        can.require(Feature.MARKET_STREAMS);
        wire.ready();
        Consumer<Symbol> consumer = symbol -> {
            if (symbol.equals(wanted)) {
                listener.onEvent(event.apply(symbol));
            }
        };
        markets.add(consumer);
        return new Local(wanted, () -> markets.remove(consumer));
    }

    @Override
    public Subscription bookTicker(Symbol symbol, StreamOptions options, StreamListener<? super BookTicker> listener) {
        return whenMoved(symbol, quotes::book, listener);
    }

    @Override
    public Subscription trades(Symbol symbol, StreamOptions options, StreamListener<? super Trade> listener) {
        return whenMoved(symbol, quotes::newestTrade, listener);
    }

    @Override
    public Subscription candles(
            Symbol symbol, CandleInterval interval, StreamOptions options, StreamListener<? super Candle> listener) {
        return whenMoved(symbol, moved -> quotes.runningCandle(moved, interval), listener);
    }

    @Override
    public Subscription markPrice(Symbol symbol, StreamOptions options, StreamListener<? super MarkPrice> listener) {
        return whenMoved(symbol, quotes::mark, listener);
    }

    @Override
    public LiveOrderBook orderBook(Symbol symbol, StreamOptions options) {
        return whenMoved(symbol, moved -> moved, moved -> {});
    }

    /** The book as a listener sees it. */
    OrderBook levels(Symbol symbol, int depth) {
        return quotes.levels(symbol, depth);
    }

    private final class Local implements LiveOrderBook {
        private final Symbol symbol;
        private final Runnable onClose;
        private volatile boolean closed;

        Local(Symbol symbol, Runnable onClose) {
            this.symbol = symbol;
            this.onClose = onClose;
        }

        @Override
        public ConnectionState state() {
            return closed || wire.isClosed() ? ConnectionState.CLOSED : ConnectionState.LIVE;
        }

        @Override
        public boolean awaitLive(Duration timeout) {
            return state() == ConnectionState.LIVE;
        }

        @Override
        public long droppedEvents() {
            return 0;
        }

        @Override
        public Optional<OrderBook> book(int depth) {
            return state() == ConnectionState.LIVE ? Optional.of(levels(symbol, depth)) : Optional.empty();
        }

        @Override
        public void close() {
            closed = true;
            onClose.run();
        }
    }
}
