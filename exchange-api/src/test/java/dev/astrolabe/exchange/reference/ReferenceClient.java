package dev.astrolabe.exchange.reference;

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
import dev.astrolabe.exchange.error.UnsupportedOperationOnExchangeException;

/** The groups, put together. */
final class ReferenceClient implements ExchangeClient {

    private final Wire wire;
    private final Capabilities can;
    private final Instruments instruments;
    private final MarketData marketData;
    private final Trading trading;
    private final Account account;
    private final LocalStreams streams;

    ReferenceClient(
            Wire wire,
            Capabilities can,
            Instruments instruments,
            MarketData marketData,
            Trading trading,
            Account account,
            LocalStreams streams) {
        this.wire = wire;
        this.can = can;
        this.instruments = instruments;
        this.marketData = marketData;
        this.trading = trading;
        this.account = account;
        this.streams = streams;
    }

    @Override
    public ExchangeId id() {
        return can.exchange();
    }

    @Override
    public Environment environment() {
        return Environment.PAPER;
    }

    @Override
    public Capabilities capabilities() {
        return can;
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
        throw new UnsupportedOperationOnExchangeException(id().name(), "a native client of type " + type.getName());
    }

    @Override
    public void close() {
        wire.close();
    }
}
