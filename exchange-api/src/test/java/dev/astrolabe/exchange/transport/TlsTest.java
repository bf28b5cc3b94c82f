package dev.astrolabe.exchange.transport;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** TLS runs over the same interruptible sockets. */
class TlsTest {

    /** Where the JDK waits for bytes: for a time, or as long as it takes. */
    private static final Set<String> WAITING = Set.of("sun.nio.ch.Net", "sun.nio.ch.SocketDispatcher");

    private final WireMockServer server = new WireMockServer(
            wireMockConfig().bindAddress("127.0.0.1").dynamicPort().dynamicHttpsPort());
    private HttpWire wire;
    private WireRequest request;

    @BeforeEach
    void open() throws GeneralSecurityException {
        server.start();
        SSLContext context = SSLContext.getInstance("TLS");
        TrustAll trust = new TrustAll();
        context.init(null, new TrustManager[] {trust}, null);
        RestOptions options = RestOptions.builder(RateLimiter.builder().build()).build();
        wire = new HttpWire(
                options,
                new OkHttpClient.Builder()
                        .sslSocketFactory(context.getSocketFactory(), trust)
                        .hostnameVerifier((host, session) -> true));
        request = WireRequest.of(HttpMethod.POST, "https://127.0.0.1:" + server.httpsPort() + "/v1/order");
    }

    @AfterEach
    void close() {
        wire.close();
        server.stop();
    }

    @Test
    void carries_calls() throws IOException {
        server.stubFor(any(anyUrl()).willReturn(ok("{}")));

        assertThat(wire.send(request, new WireTrace(Clock.systemUTC())).text()).isEqualTo("{}");
        assertThat(wire.send(request, new WireTrace(Clock.systemUTC())).text()).isEqualTo("{}");
    }

    @Test
    void is_interrupted_at_once() throws Exception {
        server.stubFor(any(anyUrl()).willReturn(ok("{}").withFixedDelay(60_000)));
        WireTrace trace = new WireTrace(Clock.systemUTC());
        CompletableFuture<Boolean> flag = new CompletableFuture<>();
        Thread caller = new Thread(
                () -> {
                    try {
                        wire.send(request, trace);
                    } catch (IOException e) {
                        flag.complete(Thread.currentThread().isInterrupted());
                    }
                },
                "caller");
        caller.start();
        while (caller.isAlive() && !isReadingTheAnswer(caller)) {
            Thread.onSpinWait();
        }

        caller.interrupt();

        assertThat(flag.get(30, TimeUnit.SECONDS)).isTrue();
        assertThat(trace.sentAt()).isPresent();
    }

    private static boolean isReadingTheAnswer(Thread caller) {
        List<StackTraceElement> stack = List.of(caller.getStackTrace());
        return stack.stream().anyMatch(frame -> frame.getMethodName().equals("readResponseHeaders"))
                && stack.stream().anyMatch(frame -> WAITING.contains(frame.getClassName()));
    }

    private static final class TrustAll extends X509ExtendedTrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {
            // a test trusts its own server
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {
            // a test trusts its own server
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {
            // a test trusts its own server
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {
            // a test trusts its own server
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
            // a test trusts its own server
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
            // a test trusts its own server
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
