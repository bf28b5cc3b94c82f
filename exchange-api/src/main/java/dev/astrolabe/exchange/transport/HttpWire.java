package dev.astrolabe.exchange.transport;

import dev.astrolabe.exchange.error.NotSentException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSource;

/**
 * One HTTP attempt a call, on the caller's thread, with connections of its own. HTTP/1.1 only: under HTTP/2 a fault of one call
 * takes down the others on the same connection.
 */
final class HttpWire implements AutoCloseable {

    private static final String RETRY_AFTER = "Retry-After";

    /** Above any number of callers: who gets no idle connection pays for a new one. */
    private static final int MAX_IDLE = 256;
    /** Below the idle time after which servers hang up: a mutation on a dead connection has an unknown outcome. */
    private static final long MAX_IDLE_SECONDS = 45;

    private final OkHttpClient http;
    private final int maxBodyBytes;
    private volatile boolean closed;

    HttpWire(RestOptions options) {
        this(options, new OkHttpClient.Builder());
    }

    /** On a builder that tests have taught to trust their own server. */
    HttpWire(RestOptions options, OkHttpClient.Builder builder) {
        this.maxBodyBytes = options.maxBodyBytes();
        this.http = builder.protocols(List.of(Protocol.HTTP_1_1))
                .connectionPool(new ConnectionPool(MAX_IDLE, MAX_IDLE_SECONDS, TimeUnit.SECONDS))
                .socketFactory(new InterruptibleSockets())
                .connectTimeout(options.connectTimeout())
                .callTimeout(options.timeout())
                // The call's own bounds each read and write too. With one for each, a read takes seven system calls and
                // not one.
                .readTimeout(Duration.ZERO)
                .writeTimeout(Duration.ZERO)
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .eventListenerFactory(
                        call -> Objects.requireNonNull(call.request().tag(WireTrace.class)))
                .addNetworkInterceptor(HttpWire::hideRetryAfter)
                .build();
    }

    /** OkHttp answers 503 with "Retry-After: 0" by sending again, reads without bound; it shall not see the header. */
    private static Response hideRetryAfter(Interceptor.Chain chain) throws IOException {
        Request request = chain.request();
        Response response = chain.proceed(request);
        String retryAfter = response.header(RETRY_AFTER);
        if (retryAfter == null) {
            return response;
        }
        Objects.requireNonNull(request.tag(WireTrace.class)).retryAfter(retryAfter);
        return response.newBuilder().removeHeader(RETRY_AFTER).build();
    }

    /**
     * Sends a request once.
     *
     * @throws NotSentException if it cannot be sent as it is
     * @throws IOException if no answer came; the trace says whether the request can have left
     */
    WireResponse send(WireRequest request, WireTrace trace) throws IOException {
        Request prepared = prepared(request, trace);
        try (Response response = http.newCall(prepared).execute()) {
            return new WireResponse(
                    response.code(),
                    headers(response.headers(), trace),
                    bytes(Objects.requireNonNull(response.body())));
        } finally {
            if (closed) {
                http.connectionPool().evictAll();
            }
        }
    }

    private static HeaderList headers(Headers received, WireTrace trace) {
        String[] flat = new String[received.size() * 2];
        for (int i = 0; i < received.size(); i++) {
            flat[2 * i] = received.name(i);
            flat[2 * i + 1] = received.value(i);
        }
        HeaderList headers = HeaderList.of(flat);
        return trace.retryAfter()
                .map(hidden -> headers.with(RETRY_AFTER, hidden))
                .orElse(headers);
    }

    private byte[] bytes(ResponseBody body) throws IOException {
        BufferedSource source = body.source();
        if (source.request(maxBodyBytes + 1L)) {
            throw new IOException("the answer is larger than " + maxBodyBytes + " bytes");
        }
        return source.readByteArray();
    }

    private static Request prepared(WireRequest request, WireTrace trace) {
        Request.Builder builder = new Request.Builder().url(address(request)).tag(WireTrace.class, trace);
        builder.header("User-Agent", "astrolabe");
        request.headerList().forEach(builder::header);
        if (request.method() == HttpMethod.GET) {
            return builder.get().build();
        }
        OneShotBody body = new OneShotBody(request.body(), request.contentType());
        return builder.method(request.method().name(), body).build();
    }

    /** What was signed must be what is sent, so an address that would be changed on its way is refused. */
    private static HttpUrl address(WireRequest request) {
        String text = request.url();
        HttpUrl url = HttpUrl.parse(text);
        if (url != null && url.toString().equals(text) && url.encodedFragment() == null) {
            return url;
        }
        int host = text.indexOf("://") + "://".length();
        int path = text.indexOf('/', host);
        if (url == null || path < 0) {
            throw NotSentException.invalid("the address of " + request.method() + " is no http address with a path");
        }
        String query = url.encodedQuery();
        if (!text.substring(path).equals(url.encodedPath() + (query == null ? "" : "?" + query))) {
            throw NotSentException.invalid(
                    "path and query of " + request + " are not fully encoded and would change on their way");
        }
        return url;
    }

    boolean closed() {
        return closed;
    }

    /** Ends running calls and idle connections. A second call does nothing. */
    @Override
    public void close() {
        closed = true;
        http.dispatcher().cancelAll();
        http.connectionPool().evictAll();
    }
}
