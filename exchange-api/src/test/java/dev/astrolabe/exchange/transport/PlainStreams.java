package dev.astrolabe.exchange.transport;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * The plainest protocol: words with blanks between. Channels that begin with {@code by-address} need no message, and what
 * stands before a colon is the address that brings a channel. It notes which messages it was asked for, and when.
 */
final class PlainStreams implements SocketProtocol {

    /** A message as it left. */
    record Sent(String text, Instant at) {}

    private final Supplier<String> addresses;
    private final Clock clock;
    private final List<Sent> sent = new CopyOnWriteArrayList<>();
    private final AtomicInteger pongs = new AtomicInteger();
    private volatile boolean greets;

    PlainStreams(Supplier<String> addresses, Clock clock) {
        this.addresses = addresses;
        this.clock = clock;
    }

    /** From now on connections begin with a message. */
    void greet() {
        greets = true;
    }

    @Override
    public String greeting(String route, long id) {
        return greets ? noted("HELLO " + id) : "";
    }

    /** How many answers to probes the hub has got. */
    int pongs() {
        return pongs.get();
    }

    List<Sent> sent() {
        return sent;
    }

    List<String> texts() {
        return sent.stream().map(Sent::text).toList();
    }

    @Override
    public String name() {
        return "Plain";
    }

    @Override
    public String address() {
        return addresses.get();
    }

    @Override
    public String address(String route) {
        return address() + (route.isEmpty() ? "" : "/" + route);
    }

    @Override
    public String route(String channel) {
        return channel.contains(":") ? channel.substring(0, channel.indexOf(':')) : "";
    }

    @Override
    public String subscribe(long id, List<String> channels) {
        if (channels.contains("unspeakable")) {
            throw new IllegalArgumentException("no word for it");
        }
        return channels.stream().allMatch(channel -> channel.startsWith("by-address"))
                ? ""
                : noted("SUB " + id + " " + String.join(",", channels));
    }

    @Override
    public String unsubscribe(long id, List<String> channels) {
        return noted("END " + id + " " + String.join(",", channels));
    }

    @Override
    public String probe(long id) {
        return noted("PROBE " + id);
    }

    private String noted(String text) {
        sent.add(new Sent(text, clock.instant()));
        return text;
    }

    @Override
    public Inbound read(String message) {
        String[] words = message.split(" ", 3);
        return switch (words[0]) {
            case "DATA" -> new Inbound.Data(words[1], words[2]);
            case "DONE" -> new Inbound.Done(Long.parseLong(words[1]));
            case "BEGUN" -> new Inbound.Begun(words[1]);
            case "ENDED" -> new Inbound.Ended(words[1]);
            case "BROKEN" -> new Inbound.Broken("a channel was revoked");
            case "REFUSED" -> new Inbound.Refused(Long.parseLong(words[1]), "7", "no such channel");
            case "EXPIRED" -> new Inbound.Expired("the key has expired");
            case "LEAVING" -> new Inbound.Leaving("maintenance is near");
            case "PONG" -> {
                pongs.incrementAndGet();
                yield new Inbound.Other();
            }
            default -> throw new IllegalArgumentException(message);
        };
    }
}
