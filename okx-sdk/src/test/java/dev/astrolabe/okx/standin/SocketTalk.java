package dev.astrolabe.okx.standin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.astrolabe.exchange.transport.Json;
import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** What a socket of a small OKX answers: logins, subscriptions and order operations. Guarded by the stand-in. */
final class SocketTalk {

    private static final Set<String> OPERATIONS =
            Set.of("order", "batch-orders", "cancel-order", "batch-cancel-orders", "amend-order", "batch-amend-orders");

    private final OkxStandIn standIn;
    private final MarketPushes market;
    private final AccountPushes account;
    private final Clock clock;
    private final Json json = new Json();

    SocketTalk(OkxStandIn standIn, MarketPushes market, AccountPushes account, Clock clock) {
        this.standIn = standIn;
        this.market = market;
        this.account = account;
        this.clock = clock;
    }

    /** Answers a message; says no where the connection is lost over it. */
    boolean hear(Peer peer, String text, Consumer<Object> send) {
        JsonNode message;
        try {
            message = json.tree(text);
        } catch (IOException e) {
            error(peer, send, "", "60012", "Illegal request: " + text);
            return true;
        }
        String id = message.path("id").asText("");
        String op = message.path("op").asText("");
        if (OPERATIONS.contains(op)) {
            return operate(peer, send, id, op, message);
        }
        if (op.equals("login")) {
            login(peer, send, message.path("args").path(0));
        } else if (!message.path("args").isArray() || message.path("args").isEmpty()) {
            error(peer, send, id, "60012", "Illegal request: " + text);
        } else if (op.equals("subscribe")) {
            message.get("args").forEach(arg -> subscribe(peer, send, id, fields(arg)));
        } else if (op.equals("unsubscribe")) {
            message.get("args").forEach(arg -> {
                peer.args.remove(fields(arg));
                send.accept(envelope("", "event", "unsubscribe", "arg", fields(arg), "connId", peer.connId));
            });
        } else {
            error(peer, send, id, "60012", "Illegal request: " + text);
        }
        return true;
    }

    private static Map<String, String> fields(JsonNode arg) {
        Map<String, String> fields = new LinkedHashMap<>();
        arg.properties()
                .forEach(field -> fields.put(field.getKey(), field.getValue().asText()));
        return fields;
    }

    static Map<String, Object> envelope(String id, Object... namesAndValues) {
        Map<String, Object> envelope = new LinkedHashMap<>();
        if (!id.isEmpty()) {
            envelope.put("id", id);
        }
        envelope.putAll(Rows.of(namesAndValues));
        return envelope;
    }

    private void error(Peer peer, Consumer<Object> send, String id, String code, String text) {
        send.accept(envelope(id, "event", "error", "code", code, "msg", text, "connId", peer.connId));
    }

    private void login(Peer peer, Consumer<Object> send, JsonNode arg) {
        if (peer.loggedIn) {
            error(peer, send, "", "60031", "The WebSocket endpoint does not support multiple account batch login.");
            return;
        }
        Map.Entry<String, String> wrong = standIn.proof()
                .wrong(
                        arg.path("apiKey").asText(""),
                        arg.path("passphrase").asText(""),
                        arg.path("timestamp").asText(""),
                        arg.path("sign").asText(""),
                        clock.instant());
        if (wrong != null) {
            error(peer, send, "", wrong.getKey(), wrong.getValue());
            return;
        }
        peer.loggedIn = true;
        send.accept(envelope("", "event", "login", "code", "0", "msg", "", "connId", peer.connId));
    }

    private void subscribe(Peer peer, Consumer<Object> send, String id, Map<String, String> arg) {
        String channel = arg.getOrDefault("channel", "");
        boolean ofAccount = AccountPushes.isPrivate(channel) || AccountPushes.isAlgo(channel);
        boolean here = switch (peer.path) {
            case OkxSockets.PUBLIC -> MarketPushes.isPublic(channel);
            case OkxSockets.PRIVATE -> AccountPushes.isPrivate(channel);
            default -> MarketPushes.isCandle(channel) || AccountPushes.isAlgo(channel);
        };
        boolean withListing = !ofAccount && !Set.of("instruments", "status").contains(channel);
        Listing listing = MarketPushes.listing(channel, arg.getOrDefault("instId", ""));
        if (!here || (withListing && listing == null)) {
            String what = channel + ",instId:" + arg.get("instId");
            error(peer, send, id, "60018", "Wrong URL or channel:" + what + " doesn't exist.");
            return;
        }
        if (ofAccount && !peer.loggedIn) {
            error(peer, send, id, "60011", "Please log in");
            return;
        }
        boolean typed = ofAccount && !channel.equals("account") && !channel.equals("balance_and_position");
        if (typed && !Set.of("SWAP", "ANY").contains(arg.getOrDefault("instType", ""))) {
            error(peer, send, id, "60012", "Illegal request: instType of " + channel);
            return;
        }
        peer.args.add(arg);
        send.accept(envelope(id, "event", "subscribe", "arg", arg, "connId", peer.connId));
        if (ofAccount) {
            send.accept(envelope(
                    "", "event", "channel-conn-count", "channel", channel, "connCount", "1", "connId", peer.connId));
            account.snapshot(channel).forEach(push -> send.accept(pushed(withUid(arg), push)));
        } else if (withListing) {
            Map<String, Object> first = market.first(channel, listing);
            if (first != null) {
                send.accept(pushed(arg, first));
            }
        }
    }

    /** The arguments of the account's pushes are not quite those that were asked for. */
    static Map<String, String> withUid(Map<String, String> arg) {
        Map<String, String> copy = new LinkedHashMap<>(arg);
        copy.remove("extraParams");
        copy.put("uid", AccountDesk.UID);
        return copy;
    }

    static Map<String, Object> pushed(Map<String, String> arg, Map<String, Object> push) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("arg", arg);
        message.putAll(push);
        return message;
    }

    private boolean operate(Peer peer, Consumer<Object> send, String id, String op, JsonNode message) {
        if (!id.matches("[A-Za-z0-9]{1,32}") || !peer.path.equals(OkxSockets.PRIVATE)) {
            error(peer, send, id, "60012", "Illegal request: " + op);
            return true;
        }
        JsonNode args = message.path("args");
        boolean single = !op.contains("batch");
        Desks.Answer answer;
        if (!peer.loggedIn) {
            answer = new Desks.Answer("60011", "Please log in", List.of());
        } else if (!args.isArray() || args.isEmpty() || (single && args.size() != 1)) {
            answer = new Desks.Answer("60013", "Invalid args", List.of());
        } else {
            answer = standIn.operate(
                    Call.operation(op, args, message.path("expTime").asText("")));
        }
        if (answer == null) {
            return false;
        }
        String time = Long.toString(clock.millis());
        send.accept(envelope(
                id,
                "op",
                op,
                "code",
                answer.code(),
                "msg",
                answer.message(),
                "data",
                answer.data(),
                "inTime",
                time + "412",
                "outTime",
                time + "999"));
        return true;
    }
}
