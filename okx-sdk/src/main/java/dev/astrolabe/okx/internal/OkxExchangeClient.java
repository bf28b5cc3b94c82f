package dev.astrolabe.okx.internal;

import dev.astrolabe.exchange.Account;
import dev.astrolabe.exchange.Capabilities;
import dev.astrolabe.exchange.Environment;
import dev.astrolabe.exchange.ExchangeClient;
import dev.astrolabe.exchange.ExchangeConfig;
import dev.astrolabe.exchange.ExchangeId;
import dev.astrolabe.exchange.Instruments;
import dev.astrolabe.exchange.MarketData;
import dev.astrolabe.exchange.MarketStreams;
import dev.astrolabe.exchange.Trading;
import dev.astrolabe.exchange.UserStreams;
import dev.astrolabe.exchange.error.UnsupportedOperationOnExchangeException;
import dev.astrolabe.exchange.transport.Sleeper;
import dev.astrolabe.okx.OkxClient;
import java.time.Clock;

/**
 * The OKX client. Safe for any thread.
 *
 * @since 0.1
 */
public final class OkxExchangeClient implements ExchangeClient {

    private final OkxContext context;
    private final OkxInstruments instruments;
    private final NeutralMarketData marketData;
    private final NeutralTrading trading;
    private final NeutralAccount account;
    private final OkxConnections connections;
    private final OkxMarketStreams marketStreams;
    private final OkxUserStreams userStreams;
    private final NativeClient nativeClient;

    OkxExchangeClient(OkxContext context) {
        this.context = context;
        this.instruments = new OkxInstruments(context);
        AccountModes modes = new AccountModes(context);
        NativeAccount nativeAccount = new NativeAccount(context, modes);
        this.marketData = new NeutralMarketData(context, instruments);
        this.trading = new NeutralTrading(context, instruments, modes);
        this.account = new NeutralAccount(context, instruments, modes, nativeAccount, marketData, trading);
        this.connections = new OkxConnections(
                context, OkxConnections.options(context.clock()).build());
        this.marketStreams = new OkxMarketStreams(context, instruments, connections);
        this.userStreams = new OkxUserStreams(context, instruments, connections, trading, account);
        this.nativeClient = new NativeClient(
                new NativeMarket(context),
                nativeAccount,
                new NativeOrders(context, instruments, modes),
                new NativeAlgos(context, instruments, modes),
                new NativeStreams(connections),
                new NativeSocketOrders(context, instruments, modes, connections));
    }

    /**
     * Opens a client. Makes no request.
     *
     * @param config the configuration
     * @param clock this machine's clock
     * @param sleeper how pauses are done
     * @return the client
     * @throws dev.astrolabe.exchange.error.NotSentException naming the credential or option that is wrong
     */
    public static OkxExchangeClient open(ExchangeConfig config, Clock clock, Sleeper sleeper) {
        return new OkxExchangeClient(OkxContext.open(config, clock, sleeper));
    }

    @Override
    public ExchangeId id() {
        return ExchangeId.OKX;
    }

    @Override
    public Environment environment() {
        return context.config().environment();
    }

    @Override
    public Capabilities capabilities() {
        return context.capabilities();
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
        return marketStreams;
    }

    @Override
    public UserStreams userStreams() {
        return userStreams;
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        if (type.isInstance(nativeClient)) {
            return type.cast(nativeClient);
        }
        throw new UnsupportedOperationOnExchangeException(
                id().name(), "unwrapping to " + type.getName() + ", only to " + OkxClient.class.getName());
    }

    @Override
    public void close() {
        // Streams end first: what they read again needs a client that still calls.
        connections.close();
        context.rest().close();
        if (context.signer() != null) {
            context.signer().close();
        }
    }

    @Override
    public String toString() {
        return "OkxExchangeClient[" + environment() + ", account="
                + context.config().accountId() + "]";
    }
}
