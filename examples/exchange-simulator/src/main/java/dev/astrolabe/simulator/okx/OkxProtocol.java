package dev.astrolabe.simulator.okx;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.astrolabe.exchange.model.Fill;
import dev.astrolabe.exchange.model.Income;
import dev.astrolabe.exchange.model.Order;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.simulator.journal.Acceptance;
import dev.astrolabe.simulator.market.Market;
import dev.astrolabe.simulator.venue.SimulatedVenue;
import dev.astrolabe.simulator.venue.VenueAccount;
import dev.astrolabe.simulator.venue.VenueListener;
import dev.astrolabe.simulator.wire.Handled;
import dev.astrolabe.simulator.wire.Json;
import dev.astrolabe.simulator.wire.Refusal;
import dev.astrolabe.simulator.wire.SocketListener;
import dev.astrolabe.simulator.wire.Subject;
import dev.astrolabe.simulator.wire.WireAnswer;
import dev.astrolabe.simulator.wire.WireProtocol;
import dev.astrolabe.simulator.wire.WireRequest;
import dev.astrolabe.simulator.wire.WireSocket;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * OKX v5 (docs: OKX v5, "Overview"): REST under {@code /api/v5} and sockets under {@code /ws/v5}, for accounts in futures mode
 * (single-currency margin) that trade swaps and futures. Sizes are contracts. Safe for any thread: it works under its venue's lock.
 *
 * @since 0.1
 */
public final class OkxProtocol implements WireProtocol {

    private static final String NAME = "okx-v5";

    private final SimulatedVenue venue;
    private final Users users;
    private final Authentication authentication;
    private final Endpoints endpoints = new Endpoints();
    private final RateLimits limits;
    private final Chores chores = new Chores();
    private final OrderCalls orderCalls;
    private final Feed feed;
    private final Sockets sockets;

    /**
     * Speaks for a venue, and listens to it from now on.
     *
     * @param venue whose markets and accounts it shows
     */
    public OkxProtocol(SimulatedVenue venue) {
        this(venue, true);
    }

    private OkxProtocol(SimulatedVenue venue, boolean limited) {
        this.venue = venue;
        this.limits = new RateLimits(limited);
        this.users = new Users(venue);
        this.authentication = new Authentication(venue, users);
        Catalogue catalogue = venue.call(() -> new Catalogue(venue));
        Ids ids = new Ids();
        OrderRows orderRows = new OrderRows(catalogue);
        Risk risk = new Risk(catalogue);
        BalanceRows balances = new BalanceRows(catalogue, risk);
        PositionRows positions = new PositionRows(catalogue, risk);
        PrivateChannels privateChannels =
                new PrivateChannels(venue, catalogue, new ChannelRows(catalogue, orderRows, balances, positions));
        OrderDesk desk = new OrderDesk(venue, catalogue, ids, privateChannels);
        AlgoDesk algoDesk = new AlgoDesk(venue, catalogue, desk, ids, privateChannels);
        this.feed = new Feed(venue, catalogue, ids, privateChannels, chores, algoDesk);
        this.orderCalls = new OrderCalls(venue, catalogue, desk, new OrderBatches(limits), orderRows);
        SocketOrders socketOrders = new SocketOrders(venue, catalogue, orderCalls, feed, chores, NAME);
        this.sockets = new Sockets(
                venue, authentication, limits, new PublicChannels(venue, catalogue), privateChannels, socketOrders);
        new PublicCalls(venue, catalogue).register(endpoints);
        new MarketCalls(catalogue).register(endpoints);
        new AccountCalls(catalogue, balances, positions).register(endpoints);
        new SettingsCalls(venue, catalogue, ids).register(endpoints);
        new HistoryCalls(catalogue, orderRows).register(endpoints);
        new AlgoCalls(algoDesk).register(endpoints);
        orderCalls.register(endpoints);
        venue.call(() -> {
            venue.accounts().forEach(account -> users.of(account).ifPresent(feed::replay));
            venue.listen(new Ear());
            return true;
        });
    }

    /**
     * Speaks for a venue without rate limits, as for many clients behind one address.
     *
     * @param venue whose markets and accounts it shows
     * @return a protocol that never answers that requests come too often
     */
    public static OkxProtocol withoutLimits(SimulatedVenue venue) {
        return new OkxProtocol(venue, false);
    }

    @Override
    public boolean serves(String path) {
        return path.startsWith("/api/v5/") || path.startsWith("/ws/v5/");
    }

    @Override
    public Subject subject(WireRequest request) {
        Optional<Endpoint> endpoint = endpoints.find(request.method(), request.path());
        String account =
                venue.call(() -> authentication.named(request).map(OkxUser::id).orElse(""));
        return new Subject(
                NAME,
                account,
                request.method() + " " + request.path(),
                endpoint.filter(Endpoint::changes).isPresent(),
                endpoint.filter(found -> found.changes() && found.path().endsWith("/order-algo"))
                        .isPresent());
    }

    @Override
    public Handled handle(WireRequest request) {
        return feed.during(() -> {
            try {
                Endpoint endpoint = endpoints.required(request.method(), request.path());
                return carryOut(request, endpoint);
            } catch (Refused e) {
                return Handled.of(refusal(e.code().status(), e.code().number(), e.words()));
            } finally {
                chores.run();
            }
        });
    }

    private Handled carryOut(WireRequest request, Endpoint endpoint) {
        Instant now = venue.now();
        OkxUser user = endpoint.isPrivate() ? authentication.verify(request, endpoint) : null;
        Call call = call(request, endpoint, user, now);
        limits.count(endpoint, call);
        Reply reply = endpoint.handler().apply(call);
        String body = Json.text(reply.envelope(Text.micros(now), Text.micros(venue.now())));
        Optional<Acceptance> acceptance = user != null && reply.accepted()
                ? Optional.of(new Acceptance(NAME, user.id(), request.method() + " " + request.path(), reply.acts()))
                : Optional.empty();
        return new Handled(WireAnswer.of(200, body), acceptance);
    }

    private static Call call(WireRequest request, Endpoint endpoint, @Nullable OkxUser user, Instant now) {
        if (endpoint.method().equals("GET")) {
            Params params = Params.ofQuery(request.query());
            return new Call(request, params, List.of(params), user, now);
        }
        JsonNode body = request.body().isBlank()
                ? JsonNodeFactory.instance.objectNode()
                : Json.read(request.body()).orElseThrow(Code.BODY_NOT_JSON::refused);
        if (body.isArray()) {
            List<Params> items = Params.objects(body);
            Params first = items.isEmpty() ? new Params(JsonNodeFactory.instance.objectNode()) : items.get(0);
            return new Call(request, first, items, user, now);
        }
        if (!body.isObject()) {
            throw Code.BODY_NOT_JSON.refused();
        }
        Params params = new Params(body);
        return new Call(request, params, List.of(params), user, now);
    }

    private static WireAnswer refusal(int status, String code, String words) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("code", code);
        body.put("msg", words);
        body.put("data", List.of());
        return WireAnswer.of(status, Json.text(body));
    }

    private static WireAnswer refusal(Code code) {
        return refusal(code.status(), code.number(), code.words());
    }

    @Override
    public WireAnswer refuse(WireRequest request, Refusal refusal) {
        return switch (refusal.kind()) {
            case OUTCOME_UNKNOWN -> refusal(Code.OUTCOME_UNKNOWN);
            case RATE_LIMITED -> refusal(Code.TOO_MANY_REQUESTS);
            case BANNED -> refusal(403, "403", "Forbidden");
            // Contracts are suspended for the time: what would change something is refused and certainly not executed.
            case MAINTENANCE -> refusal(subject(request).change() ? Code.SUSPENDED : Code.SERVICE_DOWN);
            case STOP_REJECTED -> stopRejected(request);
        };
    }

    private static WireAnswer stopRejected(WireRequest request) {
        Params params = new Params(Json.read(request.body()).orElseGet(JsonNodeFactory.instance::objectNode));
        Code code = params.has("slTriggerPx") ? Code.SL_ABOVE_LAST : Code.TP_BELOW_LAST;
        Reply.Item item = new Reply.Item(AlgoDesk.refusedPlace(params, code.refused()), List.of());
        return WireAnswer.of(200, Json.text(Reply.of(List.of(item), false).envelope("", "")));
    }

    @Override
    public SocketListener open(WireSocket socket) {
        return sockets.open(socket);
    }

    /** Hears the venue, under its lock. */
    private final class Ear implements VenueListener {

        @Override
        public void orderChanged(VenueAccount account, Order order) {
            users.of(account).ifPresent(user -> feed.orderChanged(user, order));
        }

        @Override
        public void triggered(VenueAccount account, Order order) {
            users.of(account).ifPresent(user -> feed.triggered(user, order));
        }

        @Override
        public void filled(VenueAccount account, Order order, Fill fill) {
            users.of(account).ifPresent(user -> feed.filled(user, order, fill));
        }

        @Override
        public void booked(VenueAccount account, Income income) {
            users.of(account).ifPresent(user -> feed.booked(user, income));
        }

        @Override
        public void settingsChanged(VenueAccount account, @Nullable Symbol symbol) {
            users.of(account).ifPresent(sockets::settingsChanged);
        }

        @Override
        public void moved(List<Market> markets) {
            chores.run();
            users.all().forEach(user -> orderCalls.runCountdowns(user, venue.now()));
            chores.run();
            sockets.moved(markets);
        }
    }
}
