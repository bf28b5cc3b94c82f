package dev.astrolabe.simulator.okx;

import dev.astrolabe.simulator.market.Market;
import dev.astrolabe.simulator.venue.SimulatedVenue;
import dev.astrolabe.simulator.wire.Json;
import dev.astrolabe.simulator.wire.SocketListener;
import dev.astrolabe.simulator.wire.WireSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The connections: logins, subscriptions, heartbeats and their limits (docs: OKX v5, "WebSocket"). */
final class Sockets {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final Duration AHEAD = Duration.ofDays(1);
    private static final int MOST_CONNECTS = 3;
    private static final int MOST_REQUESTS = 480;
    private static final int MOST_CHARACTERS = 65_536;
    private static final int MOST_PRIVATE = 30;
    private static final long FIRST_CONNECTION = 0xa4d3ae55L;

    private final SimulatedVenue venue;
    private final Authentication authentication;
    private final RateLimits limits;
    private final PublicChannels publicChannels;
    private final PrivateChannels privateChannels;
    private final SocketOrders orders;
    private final Set<Session> sessions = new LinkedHashSet<>();
    private long connections;

    Sockets(
            SimulatedVenue venue,
            Authentication authentication,
            RateLimits limits,
            PublicChannels publicChannels,
            PrivateChannels privateChannels,
            SocketOrders orders) {
        this.venue = venue;
        this.authentication = authentication;
        this.limits = limits;
        this.publicChannels = publicChannels;
        this.privateChannels = privateChannels;
        this.orders = orders;
    }

    SocketListener open(WireSocket socket) {
        return venue.call(() -> {
            Instant now = venue.now();
            Optional<Session.Site> site = site(socket.opening().path());
            String connId = Long.toHexString(FIRST_CONNECTION + connections++);
            Session session = new Session(socket, site.orElse(Session.Site.PUBLIC), connId, this, now);
            if (site.isEmpty()) {
                socket.close(4002, "Invalid Request");
            } else if (!limits.allows("connect " + socket.opening().remote(), 1, MOST_CONNECTS, SECOND, now)) {
                socket.close(4006, "Abnormal disconnection");
            } else {
                sessions.add(session);
            }
            return session;
        });
    }

    private static Optional<Session.Site> site(String path) {
        return switch (path) {
            case "/ws/v5/public" -> Optional.of(Session.Site.PUBLIC);
            case "/ws/v5/private" -> Optional.of(Session.Site.PRIVATE);
            case "/ws/v5/business" -> Optional.of(Session.Site.BUSINESS);
            default -> Optional.empty();
        };
    }

    void closed(Session session) {
        venue.call(() -> {
            sessions.remove(session);
            publicChannels.leaveAll(session);
            privateChannels.leaveAll(session);
            return true;
        });
    }

    void heard(Session session, String message) {
        if (message.length() > MOST_CHARACTERS) {
            session.socket().close(1009, "Request message exceeds the maximum frame length");
            return;
        }
        Optional<Params> request = message.equals("ping")
                ? Optional.empty()
                : Json.read(message).filter(node -> node.isObject()).map(Params::new);
        if (request.isPresent() && SocketOrders.serves(request.get().textOr("op", ""))) {
            // Faults may hold a command up; the venue must not wait for them.
            orders.run(session, request.get());
            return;
        }
        venue.call(() -> {
            session.touch(venue.now());
            if (message.equals("ping")) {
                session.reply("pong");
            } else {
                String id = request.map(words -> words.textOr("id", "")).orElse("");
                try {
                    answer(session, request.orElseThrow(() -> Code.WS_REQUEST.refused(message)), message, id);
                } catch (Refused e) {
                    session.refuse(id, e);
                }
            }
            return true;
        });
    }

    private void answer(Session session, Params request, String message, String id) {
        Instant now = venue.now();
        if (!limits.allows("requests " + session.connId(), 1, MOST_REQUESTS, HOUR, now)) {
            throw Code.WS_TOO_MANY.refused();
        }
        List<Params> args = args(request, message);
        switch (request.textOr("op", "")) {
            case "login" -> login(session, args);
            case "subscribe" ->
                args.forEach(arg -> each(session, id, () -> subscribe(session, id, new ChannelArg(arg))));
            case "unsubscribe" -> args.forEach(arg -> unsubscribe(session, id, new ChannelArg(arg)));
            default -> throw Code.WS_REQUEST.refused(message);
        }
    }

    private static List<Params> args(Params request, String message) {
        try {
            List<Params> args = request.objects("args");
            if (args.isEmpty()) {
                throw Code.WS_REQUEST.refused(message);
            }
            return args;
        } catch (Refused e) {
            throw new Refused(Code.WS_REQUEST, Code.WS_REQUEST.words(message));
        }
    }

    /** One argument is refused by itself. */
    private static void each(Session session, String id, Runnable work) {
        try {
            work.run();
        } catch (Refused e) {
            session.refuse(id, e);
        }
    }

    private void login(Session session, List<Params> args) {
        if (args.size() > 1 || session.user().isPresent()) {
            throw Code.WS_TWICE.refused();
        }
        OkxUser user = authentication.login(args.get(0));
        session.login(user);
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("code", "0");
        words.put("msg", "");
        session.event("", "login", null, words);
    }

    private void subscribe(Session session, String id, ChannelArg arg) {
        boolean isPrivate = PrivateChannels.serves(session.site(), arg.channel());
        if (isPrivate) {
            OkxUser user = session.user().orElseThrow(Code.WS_NOT_LOGGED_IN::refused);
            privateChannels.check(arg);
            session.subscriptions().put(arg.text(), arg);
            session.event(id, "subscribe", arg, Map.of());
            if (countConnections(session, user, arg)) {
                privateChannels.join(session, user, arg);
            }
            return;
        }
        PublicChannels.Topics topics = publicChannels.find(session, arg);
        session.subscriptions().put(arg.text(), arg);
        session.event(id, "subscribe", arg, Map.of());
        publicChannels.join(session, topics, venue.now());
    }

    /** Tells how many connections of the user have a channel; the one beyond the limit loses its subscription again. */
    private boolean countConnections(Session session, OkxUser user, ChannelArg arg) {
        long count = sessions.stream()
                .filter(other -> other.user().filter(user::equals).isPresent())
                .filter(other -> other.hasChannel(arg.channel()))
                .count();
        boolean revoked = count > MOST_PRIVATE;
        if (revoked) {
            session.subscriptions().remove(arg.text());
        }
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("channel", arg.channel());
        words.put("connCount", Long.toString(Math.min(count, MOST_PRIVATE)));
        session.event("", revoked ? "channel-conn-count-error" : "channel-conn-count", null, words);
        return !revoked;
    }

    private void unsubscribe(Session session, String id, ChannelArg arg) {
        session.subscriptions().remove(arg.text());
        if (PrivateChannels.serves(session.site(), arg.channel())) {
            privateChannels.leave(session, arg);
        } else {
            publicChannels.leave(session, arg);
        }
        session.event(id, "unsubscribe", arg, Map.of());
    }

    void settingsChanged(OkxUser user) {
        privateChannels.settingsChanged(user);
    }

    void moved(List<Market> markets) {
        publicChannels.moved(markets);
        Instant now = venue.now();
        privateChannels.moved(now);
        for (Session session : List.copyOf(sessions)) {
            if (!venue.accepts(session.heardOrTold(), AHEAD, IDLE)) {
                sessions.remove(session);
                publicChannels.leaveAll(session);
                privateChannels.leaveAll(session);
                session.socket().close(4004, "No data received in 30s");
            }
        }
    }
}
