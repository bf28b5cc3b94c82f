package dev.astrolabe.simulator.server;

import dev.astrolabe.simulator.wire.WireRequest;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Callback;

/** Jetty's requests in the simulator's terms. */
final class Requests {

    private Requests() {}

    /** A request with its path and query as they were sent. */
    static WireRequest of(Request request, String body) {
        Map<String, String> headers = new HashMap<>();
        for (HttpField field : request.getHeaders()) {
            String value = Objects.requireNonNullElse(field.getValue(), "");
            headers.merge(field.getName().toLowerCase(Locale.ROOT), value, (first, next) -> first + ", " + next);
        }
        return new WireRequest(
                request.getMethod().toUpperCase(Locale.ROOT),
                path(request),
                Objects.requireNonNullElse(request.getHttpURI().getQuery(), ""),
                headers,
                body,
                Request.getRemoteAddr(request));
    }

    /** Takes a body and forgets it: who is still sending may lose an answer that comes before the end of that. */
    static void passOver(Request request, Runnable answer, Consumer<Throwable> failed) {
        Content.Source.consumeAll(request, Callback.from(answer, failed));
    }

    static String path(Request request) {
        return Objects.requireNonNullElse(request.getHttpURI().getPath(), "/");
    }
}
