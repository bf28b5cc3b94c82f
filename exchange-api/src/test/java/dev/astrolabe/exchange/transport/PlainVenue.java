package dev.astrolabe.exchange.transport;

import com.fasterxml.jackson.databind.JsonNode;
import dev.astrolabe.exchange.error.Reason;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A venue with forms, signatures as parameters and {@code {code,msg}} errors, for tests of the client. */
final class PlainVenue implements VenueProtocol {

    static final String KEY = "canary-key-4711";
    static final String SIGNATURE = "canary0signature0815";

    record Ack(long orderId) {}

    record Time(long serverTime) {}

    static final Endpoint<Ack> PLACE = Endpoint.post("/v1/order", ResponseParser.of(Ack.class));
    static final Endpoint<Ack> READ = Endpoint.get("/v1/order", ResponseParser.of(Ack.class));

    private final Json json = new Json();
    private final String base;
    final List<Instant> signedFor = new CopyOnWriteArrayList<>();

    PlainVenue(String base) {
        this.base = base;
    }

    @Override
    public String name() {
        return "plain";
    }

    @Override
    public WireRequest prepare(Endpoint<?> endpoint, Params params, Instant venueNow) {
        Params all = params;
        if (endpoint.access() == Access.SIGNED) {
            signedFor.add(venueNow);
            all = all.add("timestamp", venueNow.toEpochMilli()).add("signature", SIGNATURE);
        }
        String text = all.encoded();
        boolean query = endpoint.method() == HttpMethod.GET && !text.isEmpty();
        WireRequest request = WireRequest.of(endpoint.method(), base + endpoint.path() + (query ? "?" + text : ""))
                .header("X-KEY", KEY);
        return endpoint.method() == HttpMethod.GET || text.isEmpty() ? request : request.form(text);
    }

    @Override
    public Judgement judge(Endpoint<?> endpoint, WireResponse response) {
        try {
            JsonNode tree = json.tree(response.body());
            if (tree.has("code")) {
                int code = tree.get("code").asInt();
                String message = tree.path("msg").asText();
                return switch (code) {
                    case -1021 -> Judgement.rejected(Reason.CLOCK_SKEW, "-1021", message);
                    case -1007 -> Judgement.unknown("-1007", message);
                    case -1015 -> Judgement.rateLimited("ORDERS", Duration.ZERO, "-1015", message);
                    default -> Judgement.rejected(Reason.OTHER, Integer.toString(code), message);
                };
            }
        } catch (IOException e) {
            // no JSON: the status says it
        }
        return Judgement.ofStatus(response);
    }

    @Override
    public void observe(WireResponse response, RateLimiter limiter) {
        response.header("x-used-weight")
                .ifPresent(used -> limiter.used(Endpoint.WEIGHT, Duration.ofMinutes(1), Long.parseLong(used)));
    }

    @Override
    public Endpoint<Instant> serverTime() {
        return Endpoint.get("/v1/time", ResponseParser.of(Time.class, time -> Instant.ofEpochMilli(time.serverTime())));
    }
}
