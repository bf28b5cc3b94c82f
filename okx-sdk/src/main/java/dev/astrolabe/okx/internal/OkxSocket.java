package dev.astrolabe.okx.internal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.astrolabe.exchange.ExchangeId;
import dev.astrolabe.exchange.transport.Inbound;
import dev.astrolabe.exchange.transport.Json;
import dev.astrolabe.exchange.transport.JsonMembers;
import dev.astrolabe.exchange.transport.RestClient;
import dev.astrolabe.exchange.transport.SocketProtocol;
import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The control messages of OKX, which acknowledges each channel by itself, and its pushes, which repeat what was asked for (docs:
 * OKX v5, "WebSocket"). With a login, every connection begins with it.
 */
final class OkxSocket implements SocketProtocol {

    private static final long NO_ID = -1;
    private static final String PONG = "pong";
    /** About a minute before the venue closes the connection. */
    private static final String UPGRADE = "64008";
    /** Repeats the message that was refused, which may be a login. */
    private static final String REPEATS_THE_MESSAGE = "60012";

    private final String streamUrl;
    private final @Nullable OkxLogin login;
    private final Map<String, Set<OkxChannel>> known = new ConcurrentHashMap<>();
    private final Json json = new Json();

    /** What connections log in with. */
    record OkxLogin(OkxSigner signer, RestClient rest) {}

    OkxSocket(String streamUrl, @Nullable OkxLogin login) {
        this.streamUrl = streamUrl;
        this.login = login;
    }

    @Override
    public String name() {
        return ExchangeId.OKX.name();
    }

    @Override
    public String route(String channel) {
        return OkxChannel.named(channel).path();
    }

    @Override
    public String address() {
        return address(OkxChannel.PRIVATE);
    }

    /** The login that follows needs the venue's time, which may have to be asked for; only here that may block. */
    @Override
    public String address(String route) {
        if (login != null) {
            login.rest().venueNow();
        }
        return streamUrl + route;
    }

    @Override
    public String greeting(String route, long id) {
        if (login == null) {
            return "";
        }
        OkxSigner.Login words = login.signer().login(login.rest().serverClock().now());
        Map<String, String> arg = new LinkedHashMap<>();
        arg.put("apiKey", words.apiKey());
        arg.put("passphrase", words.passphrase());
        arg.put("timestamp", words.timestamp());
        arg.put("sign", words.sign());
        return json.writeText(message("login", List.of(arg)));
    }

    @Override
    public String subscribe(long id, List<String> channels) {
        List<OkxChannel> wanted = channels.stream().map(OkxChannel::named).toList();
        wanted.forEach(channel -> known.computeIfAbsent(channel.word(), word -> ConcurrentHashMap.newKeySet())
                .add(channel));
        return control(id, "subscribe", wanted);
    }

    @Override
    public String unsubscribe(long id, List<String> channels) {
        return control(
                id, "unsubscribe", channels.stream().map(OkxChannel::named).toList());
    }

    private String control(long id, String op, List<OkxChannel> channels) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("id", Long.toString(id));
        message.putAll(message(op, channels.stream().map(OkxChannel::argument).toList()));
        return json.writeText(message);
    }

    private static Map<String, Object> message(String op, List<Map<String, String>> args) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("op", op);
        message.put("args", args);
        return message;
    }

    /** Bare text, as is the answer; frames that ping are not counted by the venue. */
    @Override
    public String probe(long id) {
        return "ping";
    }

    @Override
    public Inbound read(String message) {
        if (message.equals(PONG)) {
            return new Inbound.Other();
        }
        JsonMembers members = new JsonMembers(message);
        String arg = null;
        while (members.next()) {
            switch (members.name()) {
                case "event" -> {
                    return event(message);
                }
                case "op" -> {
                    return reply(message);
                }
                case "arg" -> arg = members.value();
                case "data" -> {
                    if (arg != null) {
                        return data(arg, message);
                    }
                }
                default -> {
                    // Of no meaning here.
                }
            }
        }
        return arg == null ? new Inbound.Other() : data(arg, message);
    }

    private Inbound data(String arg, String message) {
        return channel(arg)
                .<Inbound>map(channel -> new Inbound.Data(channel, message))
                .orElseGet(Inbound.Other::new);
    }

    /** The name under which it was subscribed: of several that it fits, the one that asked for most. */
    private Optional<String> channel(String arg) {
        OkxChannel push = OkxChannel.repeated(each -> {
            JsonMembers members = new JsonMembers(arg);
            while (members.next()) {
                each.accept(members.name(), members.unquoted());
            }
        });
        Set<OkxChannel> candidates = known.getOrDefault(push.word(), Set.of());
        if (candidates.contains(push)) {
            return Optional.of(push.name());
        }
        return candidates.stream()
                .filter(wanted -> wanted.brings(push))
                .max(Comparator.comparingInt(
                        (OkxChannel wanted) -> wanted.keys().size()))
                .map(OkxChannel::name);
    }

    /** An answer to a command, under its number and its kind. */
    private Inbound reply(String message) {
        String id = JsonMembers.find(message, "id").orElse("");
        String op = JsonMembers.find(message, "op").orElse("");
        return new Inbound.Data(command(id, op), message);
    }

    /** The name under which a command waits for its answer. */
    static String command(String id, String op) {
        return op + " " + id;
    }

    /** What is no push; these are few, so they are parsed. */
    private Inbound event(String message) {
        JsonNode node;
        try {
            node = json.tree(message);
        } catch (IOException e) {
            return new Inbound.Other();
        }
        String code = node.path("code").asText("");
        return switch (node.path("event").asText("")) {
            case "login" -> code.equals("0") ? new Inbound.Done(NO_ID) : refused(node, code);
            case "subscribe" ->
                channel(node.path("arg").toString())
                        .<Inbound>map(Inbound.Begun::new)
                        .orElseGet(Inbound.Other::new);
            case "unsubscribe" ->
                channel(node.path("arg").toString())
                        .<Inbound>map(Inbound.Ended::new)
                        .orElseGet(Inbound.Other::new);
            case "error" -> refused(node, code);
            case "notice" -> code.equals(UPGRADE) ? new Inbound.Leaving("notice " + code) : new Inbound.Other();
            case "channel-conn-count-error" ->
                new Inbound.Broken("channel " + node.path("channel").asText("") + " was revoked: its connections are "
                        + node.path("connCount").asText("") + " already");
            default -> new Inbound.Other();
        };
    }

    private static Inbound refused(JsonNode node, String code) {
        String words = code.equals(REPEATS_THE_MESSAGE)
                ? "invalid request"
                : node.path("msg").asText("");
        return new Inbound.Refused(node.path("id").asLong(NO_ID), code, words);
    }
}
