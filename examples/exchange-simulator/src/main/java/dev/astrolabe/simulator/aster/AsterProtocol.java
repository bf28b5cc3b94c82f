package dev.astrolabe.simulator.aster;

import dev.astrolabe.simulator.aster.Routes.Route;
import dev.astrolabe.simulator.journal.Acceptance;
import dev.astrolabe.simulator.venue.SimulatedVenue;
import dev.astrolabe.simulator.venue.VenueAccount;
import dev.astrolabe.simulator.wire.Handled;
import dev.astrolabe.simulator.wire.Json;
import dev.astrolabe.simulator.wire.Refusal;
import dev.astrolabe.simulator.wire.SocketListener;
import dev.astrolabe.simulator.wire.Subject;
import dev.astrolabe.simulator.wire.WireAnswer;
import dev.astrolabe.simulator.wire.WireProtocol;
import dev.astrolabe.simulator.wire.WireRequest;
import dev.astrolabe.simulator.wire.WireSocket;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * AsterDex futures v1 (HMAC) and v3 (EIP-712), and as much of its spot API as a client needs that loads both catalogues: assets, and
 * nothing that trades. Safe for any thread.
 *
 * @since 0.1
 */
public final class AsterProtocol implements WireProtocol {

    private final SimulatedVenue venue;
    private final Catalogue catalogue;
    private final Routes routes = new Routes();
    private final RateLimits limits;
    private final KeyAuthentication keys;
    private final AgentAuthentication agents;
    private final Subjects subjects;
    private final Countdowns countdowns;
    private final Streams streams;

    /**
     * Opens a venue to clients, with the limits of AsterDex.
     *
     * @param venue what it trades on
     */
    public AsterProtocol(SimulatedVenue venue) {
        this(venue, AsterOptions.standard());
    }

    /**
     * Opens a venue to clients.
     *
     * @param venue what it trades on
     * @param options limits, chain and nonce window
     */
    public AsterProtocol(SimulatedVenue venue, AsterOptions options) {
        this.venue = venue;
        this.catalogue = new Catalogue(venue, options);
        this.limits = new RateLimits(options);
        this.keys = new KeyAuthentication(venue);
        this.agents = new AgentAuthentication(venue, options);
        NativeOrders natives = new NativeOrders();
        OrderViews views = new OrderViews(venue, natives);
        OrderCalls orders = new OrderCalls(venue, catalogue, new OrderReader(catalogue), views, natives, limits);
        SettingCalls settings = new SettingCalls(venue, catalogue);
        ListenKeys listenKeys = new ListenKeys(venue);
        this.subjects = new Subjects(venue, keys, agents, listenKeys);
        catalogue.register(routes);
        new MarketCalls(venue, catalogue).register(routes);
        new KlineCalls(venue, catalogue).register(routes);
        new TickerCalls(catalogue).register(routes);
        orders.register(routes);
        new BatchCalls(catalogue, orders).register(routes);
        new OrderQueries(venue, catalogue, orders, views).register(routes);
        settings.register(routes);
        new BuilderCalls(venue, agents).register(routes);
        new AccountCalls(venue, catalogue).register(routes);
        new HistoryCalls(venue, catalogue).register(routes);
        listenKeys.register(routes);
        UserEvents events = new UserEvents(venue, natives, views);
        UserChannels users = new UserChannels(venue, listenKeys, events, settings);
        new MarginTransfers(venue, catalogue, events, users).register(routes);
        countdowns = new Countdowns(venue, catalogue);
        countdowns.register(routes);
        this.streams = new Streams(venue, natives, events, users, countdowns);
        venue.listen(streams);
    }

    @Override
    public boolean serves(String path) {
        boolean okx = path.equals("/ws/v5") || path.startsWith("/ws/v5/");
        return path.startsWith("/fapi/")
                || path.startsWith("/api/v1/")
                || path.startsWith("/api/v3/")
                || path.equals("/stream")
                || path.equals("/ws")
                || (path.startsWith("/ws/") && !okx);
    }

    @Override
    public Subject subject(WireRequest request) {
        return subjects.of(request);
    }

    @Override
    public Handled handle(WireRequest request) {
        Map<String, String> headers = new LinkedHashMap<>();
        try {
            return answer(request, headers);
        } catch (AsterError e) {
            return Handled.of(e.answer(headers));
        }
    }

    private Handled answer(WireRequest request, Map<String, String> headers) {
        if (!request.path().startsWith("/fapi/")) {
            limits.request(request.remote(), 1, venue.now(), headers);
            return ok(venue.call(() -> spot(request)), headers);
        }
        Optional<Route> found = routes.find(request.method(), request.path());
        if (found.isEmpty()) {
            limits.request(request.remote(), 1, venue.now(), headers);
            throw ErrorCode.UNSUPPORTED_OPERATION.with();
        }
        Route route = found.get();
        Parameters parameters = Parameters.of(request);
        limits.request(request.remote(), route.weight().applyAsInt(parameters), venue.now(), headers);
        boolean byAgent = isV3(request.path());
        Optional<VenueAccount> account = authenticate(request, parameters, route.security(), byAgent);
        Call call = new Call(parameters, account.orElse(null), byAgent);
        Object body = venue.call(() -> {
            countdowns.run();
            return route.handler().apply(call);
        });
        headers.putAll(call.headers());
        WireAnswer answer = new WireAnswer(200, headers, Json.text(body));
        return new Handled(
                answer,
                account.map(caller ->
                        new Acceptance(protocol(request.path()), caller.id(), operation(request), call.acts())));
    }

    private Optional<VenueAccount> authenticate(
            WireRequest request, Parameters parameters, Security security, boolean byAgent) {
        return switch (security) {
            case NONE -> Optional.empty();
            case MARKET_DATA -> byAgent ? Optional.empty() : Optional.of(keys.byKey(request));
            case USER_STREAM -> Optional.of(byAgent ? agents.bySignature(request, parameters) : keys.byKey(request));
            case SIGNED ->
                Optional.of(byAgent ? agents.bySignature(request, parameters) : keys.bySignature(request, parameters));
        };
    }

    private Object spot(WireRequest request) {
        return switch (request.method() + " " + request.path().replaceFirst("^/api/v[13]/", "spot ")) {
            case "GET spot ping" -> Map.of();
            case "GET spot time" -> catalogue.time();
            case "GET spot exchangeInfo" -> catalogue.spotInfo();
            default -> throw ErrorCode.UNSUPPORTED_OPERATION.with();
        };
    }

    private static Handled ok(Object body, Map<String, String> headers) {
        return Handled.of(new WireAnswer(200, headers, Json.text(body)));
    }

    static boolean isV3(String path) {
        return path.startsWith("/fapi/v3/");
    }

    static String protocol(String path) {
        return isV3(path) || path.startsWith("/api/v3/") ? "aster-v3" : "aster-v1";
    }

    static String operation(WireRequest request) {
        return request.method() + " " + request.path();
    }

    @Override
    public WireAnswer refuse(WireRequest request, Refusal refusal) {
        long seconds = refusal.retryAfter().toSeconds();
        AsterError error = switch (refusal.kind()) {
            case OUTCOME_UNKNOWN -> ErrorCode.UNEXPECTED_RESPONSE.with();
            case RATE_LIMITED ->
                ErrorCode.TOO_MANY_REQUESTS.with(request.remote(), "2400").retryAfter(seconds);
            case BANNED ->
                ErrorCode.BANNED
                        .with(
                                request.remote(),
                                venue.now().plus(refusal.retryAfter()).toEpochMilli())
                        .retryAfter(seconds);
            case STOP_REJECTED -> ErrorCode.WOULD_TRIGGER.with();
            case MAINTENANCE -> ErrorCode.SHUTTING_DOWN.with();
        };
        return error.answer(Map.of());
    }

    @Override
    public SocketListener open(WireSocket socket) {
        return streams.open(socket);
    }
}
