package dev.astrolabe.aster.internal;

import dev.astrolabe.aster.AsterClient;
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
import dev.astrolabe.exchange.transport.ClientOrderIds;
import dev.astrolabe.exchange.transport.Endpoint;
import dev.astrolabe.exchange.transport.Json;
import dev.astrolabe.exchange.transport.RateLimiter;
import dev.astrolabe.exchange.transport.RateWindow;
import dev.astrolabe.exchange.transport.RestClient;
import dev.astrolabe.exchange.transport.RestOptions;
import dev.astrolabe.exchange.transport.Sleeper;
import dev.astrolabe.exchange.transport.SocketOptions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;

/**
 * The AsterDex client, whatever signs its calls. Safe for any thread.
 *
 * @since 0.1
 */
public final class AsterExchangeClient implements ExchangeClient {

    // What the venue's documentation prints, until exchangeInfo tells the limits of the day.
    private static final List<RateWindow> DOCUMENTED_LIMITS = List.of(
            new RateWindow(Endpoint.WEIGHT, Duration.ofMinutes(1), 2400),
            new RateWindow(AsterEndpoints.ORDERS, Duration.ofMinutes(1), 1200),
            new RateWindow(AsterEndpoints.ORDERS, Duration.ofSeconds(10), 300));

    private final AsterContext context;
    private final AsterInstruments instruments;
    private final NeutralMarketData marketData;
    private final NeutralTrading trading;
    private final NeutralAccount account;
    private final MarketChannels channels;
    private final AsterMarketStreams marketStreams;
    private final AsterUserStreams userStreams;
    private final AsterClient nativeClient;

    private AsterExchangeClient(
            AsterContext context, BiFunction<AsterClient, AsterCalls, ? extends AsterClient> extension) {
        this.context = context;
        this.instruments = new AsterInstruments(context);
        this.marketData = new NeutralMarketData(context, instruments);
        this.trading = new NeutralTrading(context, instruments);
        this.account = new NeutralAccount(context, instruments, marketData, trading);
        Json json = new Json();
        String streamUrl = AsterSettings.streamUrl(context.config());
        SocketOptions sockets = SocketOptions.builder().clock(context.clock()).build();
        this.channels = new MarketChannels(instruments, streamUrl, sockets, json);
        this.marketStreams = new AsterMarketStreams(context, instruments, channels, json);
        this.userStreams = new AsterUserStreams(
                context, instruments, new GapReading.Source(trading, account), streamUrl, sockets, json);
        NativeStreams nativeStreams = new NativeStreams(channels, userStreams);
        this.nativeClient =
                extension.apply(NativeClient.of(context, instruments, marketData, account, nativeStreams), context);
    }

    /**
     * Opens a client. Makes no request.
     *
     * @param config the checked configuration
     * @param signer the signing scheme, which the client closes with itself
     * @param family where the calls live
     * @param extension makes the native client out of the one that every scheme has, and the way on which it calls
     * @param clock this machine's clock
     * @param sleeper how pauses are done
     * @return the client
     * @throws dev.astrolabe.exchange.error.NotSentException if the configuration names no usable address
     */
    public static AsterExchangeClient open(
            ExchangeConfig config,
            AsterSigner signer,
            PathFamily family,
            BiFunction<AsterClient, AsterCalls, ? extends AsterClient> extension,
            Clock clock,
            Sleeper sleeper) {
        AsterEndpoints endpoints = new AsterEndpoints(family);
        OrderNonces nonces = new OrderNonces();
        AsterProtocol protocol =
                new AsterProtocol(AsterSettings.baseUrl(config), signer, nonces, endpoints.market.time, clock);
        RateLimiter limiter = RateLimiter.builder()
                .windows(DOCUMENTED_LIMITS)
                .clock(clock)
                .sleeper(sleeper)
                .build();
        RestOptions options = RestOptions.builder(limiter)
                .timeout(config.timeout())
                .clock(clock)
                .sleeper(sleeper)
                .build();
        AsterContext context = new AsterContext(
                config,
                family,
                AsterCapabilities.declared(family),
                endpoints,
                signer,
                nonces,
                new RestClient(protocol, options),
                new ClientOrderIds("", clock, new SecureRandom()),
                clock,
                sleeper);
        return new AsterExchangeClient(context, extension);
    }

    @Override
    public ExchangeId id() {
        return ExchangeId.ASTERDEX;
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
                id().name(), "unwrapping to " + type.getName() + ", only to " + AsterClient.class.getName());
    }

    @Override
    public void close() {
        // Streams end first: giving their key back needs a client that still calls.
        channels.close();
        userStreams.close();
        context.rest().close();
        context.signer().close();
    }

    @Override
    public String toString() {
        return "AsterExchangeClient[" + environment() + ", account="
                + context.config().accountId() + "]";
    }
}
