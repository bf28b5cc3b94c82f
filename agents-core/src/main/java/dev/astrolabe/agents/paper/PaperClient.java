package dev.astrolabe.agents.paper;

import dev.astrolabe.exchange.Account;
import dev.astrolabe.exchange.Capabilities;
import dev.astrolabe.exchange.Environment;
import dev.astrolabe.exchange.ExchangeClient;
import dev.astrolabe.exchange.ExchangeId;
import dev.astrolabe.exchange.Instruments;
import dev.astrolabe.exchange.MarketData;
import dev.astrolabe.exchange.MarketStreams;
import dev.astrolabe.exchange.Trading;
import dev.astrolabe.exchange.UserStreams;
import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.error.UnsupportedOperationOnExchangeException;
import dev.astrolabe.exchange.model.HistoryQuery;
import dev.astrolabe.exchange.model.Page;
import dev.astrolabe.exchange.model.Symbol;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** One account of a paper exchange, as a client. Every call takes the exchange's lock; none blocks on anything else. */
final class PaperClient implements ExchangeClient {

    private final PaperExchange exchange;
    private final Venue venue;
    private final Capabilities capabilities;
    private final PaperInstruments catalogue;
    private final MarketData marketData;
    private final Trading trading;
    private final Account account;
    private final PaperStreams streams;
    private volatile boolean closed;

    PaperClient(PaperExchange exchange, Venue venue, OrderEntry orders, Portfolio portfolio) {
        this.exchange = exchange;
        this.venue = venue;
        this.capabilities = PaperCapabilities.of(venue.id(), venue.rules());
        this.catalogue = new PaperInstruments(this, venue);
        this.marketData = new PaperMarketData(this, venue);
        this.trading = new PaperTrading(this, orders, portfolio);
        this.account = new PaperAccount(this, venue, portfolio);
        this.streams = new PaperStreams(capabilities);
    }

    /** Asks the venue about one market, which must be listed. */
    <T> T read(Symbol symbol, Function<PaperMarket, T> ask) {
        return call(false, () -> catalogue.market(symbol), ask);
    }

    /** Asks the venue. */
    <T> T read(Supplier<T> ask) {
        return call(false, () -> true, checked -> ask.get());
    }

    /** Reads a page of a history; the instrument that it names must be listed. */
    <T> Page<T> history(HistoryQuery query, History<T> history) {
        return call(false, () -> query.symbol().map(catalogue::market), checked -> history.page(query));
    }

    /** Checks on this side, then has the venue change something. */
    <C, T> T change(Supplier<C> check, Function<C, T> change) {
        return call(true, check, change);
    }

    /** Has the venue change something in one market, which must be listed. */
    void change(Symbol symbol, Consumer<PaperMarket> change) {
        change(() -> catalogue.market(symbol), market -> {
            change.accept(market);
            return true;
        });
    }

    /** The market, which must be listed; for checks on this side. */
    PaperMarket market(Symbol symbol) {
        return catalogue.market(symbol);
    }

    /** Answers from what a client keeps: nothing reaches the venue. */
    <T> T local(Supplier<T> answer) {
        refuseUnlessUsable();
        synchronized (venue.lock) {
            return answer.get();
        }
    }

    /** What the check throws never reaches the venue, as with a client of a real exchange. */
    private <C, T> T call(boolean changes, Supplier<C> check, Function<C, T> call) {
        return local(() -> {
            C checked = check.get();
            venue.countCall(changes);
            return call.apply(checked);
        });
    }

    private void refuseUnlessUsable() {
        if (closed) {
            throw new NotSentException(NotSentException.Cause.CLOSED, "this client of " + venue.id() + " is closed");
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new NotSentException(
                    NotSentException.Cause.INTERRUPTED,
                    "the calling thread is interrupted; " + venue.id() + " was not called");
        }
    }

    @Override
    public ExchangeId id() {
        return venue.id();
    }

    @Override
    public Environment environment() {
        return Environment.PAPER;
    }

    @Override
    public Capabilities capabilities() {
        return capabilities;
    }

    @Override
    public Instruments instruments() {
        return catalogue;
    }

    @Override
    public MarketData marketData() {
        return marketData;
    }

    @Override
    public Trading trading() {
        return trading;
    }

    @Override
    public Account account() {
        return account;
    }

    @Override
    public MarketStreams marketStreams() {
        return streams;
    }

    @Override
    public UserStreams userStreams() {
        return streams;
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        if (type.isInstance(exchange)) {
            return type.cast(exchange);
        }
        throw new UnsupportedOperationOnExchangeException(
                venue.id().name(), "a native client of " + type.getName() + ", only " + PaperExchange.class.getName());
    }

    @Override
    public void close() {
        closed = true;
    }
}
