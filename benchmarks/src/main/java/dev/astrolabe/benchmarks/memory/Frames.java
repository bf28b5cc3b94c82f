package dev.astrolabe.benchmarks.memory;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Counts the messages that streams of books bring, over a connection of its own that reads none of them. */
final class Frames implements WebSocket.Listener {

    private static final int SETTLING_MILLIS = 1_000;

    private final AtomicLong messages = new AtomicLong();
    private final AtomicLong characters = new AtomicLong();

    /**
     * What comes in a second.
     *
     * @param messages how many
     * @param characters how long they are together
     */
    record Rate(double messages, double characters) {}

    private Frames() {}

    static Rate rate(String streamUrl, List<String> venueSymbols, int seconds) throws InterruptedException {
        Frames frames = new Frames();
        String streams = venueSymbols.stream()
                .map(symbol -> "\"" + symbol.toLowerCase(Locale.ROOT) + "@depth@100ms\"")
                .collect(Collectors.joining(","));
        WebSocket socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create(streamUrl + "/stream"), frames)
                .join();
        socket.sendText("{\"id\":1,\"method\":\"SUBSCRIBE\",\"params\":[" + streams + "]}", true)
                .join();
        TimeUnit.MILLISECONDS.sleep(SETTLING_MILLIS);
        long messages = frames.messages.get();
        long characters = frames.characters.get();
        long begin = System.nanoTime();
        TimeUnit.SECONDS.sleep(seconds);
        double measured = (System.nanoTime() - begin) / 1e9;
        Rate rate = new Rate(
                (frames.messages.get() - messages) / measured, (frames.characters.get() - characters) / measured);
        socket.abort();
        return rate;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
        characters.addAndGet(data.length());
        if (last) {
            messages.incrementAndGet();
        }
        socket.request(1);
        return null;
    }
}
