package dev.astrolabe.exchange.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.astrolabe.exchange.error.OutcomeUnknownException;
import dev.astrolabe.exchange.error.Reason;
import dev.astrolabe.exchange.error.RejectedException;
import dev.astrolabe.exchange.testkit.FaultServer;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** The kit serves a venue of another kind too: signed headers, JSON bodies, and errors inside HTTP 200. */
class JsonVenueTest {

    private static final Endpoint<String> BATCH = Endpoint.post(
                    "/api/orders",
                    ResponseParser.tree(
                            tree -> tree.get("data").get(0).get("id").asText()))
            .access(Access.SIGNED);
    private static final Params ORDERS = Params.array(List.of(Params.create()
            .add("instId", "BTC-USDT")
            .add("px", new BigDecimal("1E+4"))
            .add("reduceOnly", true)));

    private static final class HeaderVenue implements VenueProtocol {

        private final Json json = new Json();
        private final String base;

        HeaderVenue(String base) {
            this.base = base;
        }

        @Override
        public String name() {
            return "headers";
        }

        @Override
        public WireRequest prepare(Endpoint<?> endpoint, Params params, Instant venueNow) {
            boolean get = endpoint.method() == HttpMethod.GET;
            String target = endpoint.path() + (get && !params.isEmpty() ? "?" + params.encoded() : "");
            byte[] body = get ? new byte[0] : json.write(params);
            WireRequest request = WireRequest.of(endpoint.method(), base + target);
            if (endpoint.access() == Access.SIGNED) {
                String text = venueNow + endpoint.method().name() + target + new String(body, StandardCharsets.UTF_8);
                request = request.header("TIMESTAMP", venueNow.toString()).header("SIGN", sign(text));
            }
            return get ? request : request.body(body, "application/json");
        }

        static String sign(String text) {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(new byte[] {1, 2, 3}, "HmacSHA256"));
                return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
            } catch (GeneralSecurityException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public Judgement judge(Endpoint<?> endpoint, WireResponse response) {
            try {
                JsonNode tree = json.tree(response.body());
                String code = tree.path("code").asText();
                return switch (code) {
                    case "0" -> Judgement.success();
                    case "50004" -> Judgement.unknown(code, tree.path("msg").asText());
                    default ->
                        Judgement.rejected(Reason.OTHER, code, tree.path("msg").asText());
                };
            } catch (IOException e) {
                return response.is2xx() ? Judgement.unreadable("no JSON") : Judgement.ofStatus(response);
            }
        }

        @Override
        public void observe(WireResponse response, RateLimiter limiter) {
            // this venue tells nothing
        }

        @Override
        public Endpoint<Instant> serverTime() {
            return Endpoint.get(
                    "/api/time",
                    ResponseParser.tree(tree -> Instant.parse(tree.get("ts").asText())));
        }
    }

    private static <T> T with(String answer, Function<RestClient, T> use, List<FaultServer.Received> received) {
        try (FaultServer server = new FaultServer(request -> FaultServer.json(
                        request.target().equals("/api/time")
                                ? "{\"code\":\"0\",\"ts\":\"2026-03-01T12:00:00Z\"}"
                                : answer));
                RestClient client = new RestClient(
                        new HeaderVenue(server.url()),
                        RestOptions.builder(RateLimiter.builder().build())
                                .clock(new ManualTime())
                                .build())) {
            try {
                return use.apply(client);
            } finally {
                received.addAll(server.received("POST"));
            }
        }
    }

    @Test
    void sends_the_very_bytes_that_were_signed() {
        List<FaultServer.Received> received = new ArrayList<>();

        String id = with("{\"code\":\"0\",\"data\":[{\"id\":\"77\"}]}", client -> client.call(BATCH, ORDERS), received);

        assertThat(id).isEqualTo("77");
        FaultServer.Received request = received.get(0);
        assertThat(request.body()).isEqualTo("[{\"instId\":\"BTC-USDT\",\"px\":\"10000\",\"reduceOnly\":true}]");
        assertThat(request.headers())
                .containsEntry("Content-Type", "application/json")
                .containsEntry("SIGN", HeaderVenue.sign("2026-03-01T12:00:00ZPOST/api/orders" + request.body()));
    }

    @Test
    void finds_a_refusal_inside_http_200() {
        RejectedException thrown = catchThrowableOfType(
                RejectedException.class,
                () -> with(
                        "{\"code\":\"51008\",\"msg\":\"no balance\"}",
                        client -> client.call(BATCH, ORDERS),
                        new ArrayList<>()));

        assertThat(thrown.venueError().orElseThrow().code()).isEqualTo("51008");
    }

    @Test
    void finds_an_unknown_outcome_inside_http_200() {
        List<FaultServer.Received> received = new ArrayList<>();

        assertThatThrownBy(() -> with(
                        "{\"code\":\"50004\",\"msg\":\"timeout\"}", client -> client.call(BATCH, ORDERS), received))
                .isInstanceOf(OutcomeUnknownException.class);

        assertThat(received).hasSize(1);
    }
}
