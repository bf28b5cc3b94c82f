package dev.astrolabe.exchange.transport;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The plainest protocol: words with blanks between. Each address is asked for has a number of its own. */
final class PlainStreams implements SocketProtocol {

    private final String url;
    private final AtomicInteger addresses = new AtomicInteger();

    PlainStreams(String url) {
        this.url = url;
    }

    @Override
    public String name() {
        return "Plain";
    }

    @Override
    public String address() {
        return url + "/key-" + addresses.incrementAndGet();
    }

    @Override
    public String subscribe(long id, List<String> channels) {
        return channels.stream().allMatch(channel -> channel.startsWith("by-address"))
                ? ""
                : "SUB " + id + " " + String.join(",", channels);
    }

    @Override
    public String unsubscribe(long id, List<String> channels) {
        return "END " + id + " " + String.join(",", channels);
    }

    @Override
    public String probe(long id) {
        return "PROBE " + id;
    }

    @Override
    public Inbound read(String message) {
        String[] words = message.split(" ", 3);
        return switch (words[0]) {
            case "DATA" -> new Inbound.Data(words[1], words[2]);
            case "DONE" -> new Inbound.Done(Long.parseLong(words[1]));
            case "REFUSED" -> new Inbound.Refused(Long.parseLong(words[1]), "7", "no such channel");
            case "EXPIRED" -> new Inbound.Expired("the key has expired");
            case "PONG" -> new Inbound.Other();
            default -> throw new IllegalArgumentException(message);
        };
    }
}
