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
import java.util.function.Supplier;

/** One account of a paper exchange, as a client. Every call takes the exchange's lock; none blocks on anything else. */
final class PaperClient implements ExchangeClient {

    private final PaperExchange exchange;
    private final Venue venue;
    private final Capabilities capabilities;
    private final Instruments instruments;
    private final MarketData marketData;
    private final Trading trading;
    private final Account account;
    private final PaperStreams streams;
    private volatile boolean closed;

    PaperClient(PaperExchange exchange, Venue venue, OrderEntry orders, Portfolio portfolio) {
        this.exchange = exchange;
        this.venue = venue;
        this.capabilities = PaperCapabilities.of(venue.id(), venue.rules());
        PaperInstruments catalogue = new PaperInstruments(this, venue);
        this.instruments = catalogue;
        this.marketData = new PaperMarketData(this, venue, catalogue);
        this.trading = new PaperTrading(this, orders, portfolio, catalogue);
        this.account = new PaperAccount(this, venue, portfolio, catalogue);
        this.streams = new PaperStreams(capabilities);
    }

    /** Runs a call under the exchange's lock, unless this client is closed. */
    <T> T call(Supplier<T> call) {
        if (closed) {
            throw new NotSentException(NotSentException.Cause.CLOSED, "this client of " + venue.id() + " is closed");
        }
        synchronized (venue.lock) {
            return call.get();
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
        return instruments;
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
