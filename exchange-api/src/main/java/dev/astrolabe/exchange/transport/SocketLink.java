package dev.astrolabe.exchange.transport;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Consumer;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** One WebSocket. Its reader's thread does no more than hand over what came to the hub. */
final class SocketLink extends WebSocketListener {

    private static final int NORMAL = 1000;

    /** What happens to a WebSocket, told on the hub's thread. */
    interface Events {
        void opened();

        void message(String text, Instant received);

        /** It is over; {@code why} holds no address. Not told where this side ended it. */
        void ended(String why);
    }

    private final HubLoop loop;
    private final Clock clock;
    private final Events events;
    private final Consumer<SocketLink> released;
    private volatile boolean over;
    private @Nullable WebSocket socket;

    SocketLink(HubLoop loop, Clock clock, Events events, Consumer<SocketLink> released) {
        this.loop = loop;
        this.clock = clock;
        this.events = events;
        this.released = released;
    }

    void connect(OkHttpClient http, Request request) {
        socket = http.newWebSocket(request, this);
    }

    /** False if it cannot be sent any more. */
    boolean send(String text) {
        return Objects.requireNonNull(socket).send(text);
    }

    /** Says goodbye; OkHttp cuts what does not answer within a minute. */
    void close() {
        over = true;
        Objects.requireNonNull(socket).close(NORMAL, null);
    }

    /** Cuts it. */
    void cancel() {
        over = true;
        Objects.requireNonNull(socket).cancel();
    }

    @Override
    public void onOpen(WebSocket webSocket, Response response) {
        tell(events::opened);
    }

    @Override
    public void onMessage(WebSocket webSocket, String text) {
        Instant received = clock.instant();
        tell(() -> events.message(text, received));
    }

    /** No venue sends binary frames; that something came is noted all the same. */
    @Override
    public void onMessage(WebSocket webSocket, ByteString bytes) {
        onMessage(webSocket, "");
    }

    @Override
    public void onClosing(WebSocket webSocket, int code, String reason) {
        webSocket.close(NORMAL, null);
        end("closed by the venue with code " + code);
    }

    @Override
    public void onClosed(WebSocket webSocket, int code, String reason) {
        released.accept(this);
    }

    @Override
    public void onFailure(WebSocket webSocket, Throwable failure, @Nullable Response response) {
        released.accept(this);
        String status = response == null ? "" : " after HTTP " + response.code();
        end("connection failed: " + failure.getClass().getSimpleName() + status);
    }

    private void end(String why) {
        tell(() -> events.ended(why));
    }

    private void tell(Runnable event) {
        if (!over) {
            loop.post(event);
        }
    }
}
