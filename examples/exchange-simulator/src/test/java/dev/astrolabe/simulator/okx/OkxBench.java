package dev.astrolabe.simulator.okx;

import com.fasterxml.jackson.databind.JsonNode;
import dev.astrolabe.agents.paper.FillPolicy;
import dev.astrolabe.exchange.ExchangeId;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.exchange.testkit.FakeClock;
import dev.astrolabe.simulator.SimulatedAccount;
import dev.astrolabe.simulator.SimulatorClock;
import dev.astrolabe.simulator.market.Listings;
import dev.astrolabe.simulator.market.ScriptedMarkets;
import dev.astrolabe.simulator.venue.SimulatedVenue;
import dev.astrolabe.simulator.wire.Handled;
import dev.astrolabe.simulator.wire.Json;
import dev.astrolabe.simulator.wire.WireRequest;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A venue whose prices and clock are turned by hand, and signed requests to it without a server. */
final class OkxBench {

    static final Symbol BTC = Symbol.perpetual("BTC", "USDT", "USDT");
    static final Symbol BTC_COIN = Symbol.perpetual("BTC", "USD", "BTC");
    static final String SWAP = "BTC-USDT-SWAP";
    static final String INVERSE = "BTC-USD-SWAP";
    static final String SECRET = "22582BD0CFF14C41EDBF1AB98506286D";
    static final String PASSPHRASE = "Passphrase1";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    final SimulatorClock clock = SimulatorClock.turned(FakeClock.START);
    final ScriptedMarkets markets;
    final SimulatedVenue venue;
    final OkxProtocol okx;

    OkxBench() {
        this(true);
    }

    OkxBench(boolean limited) {
        markets = ScriptedMarkets.of(
                clock,
                Listings.okx(clock.instant()),
                Map.of(BTC, new BigDecimal("50000"), BTC_COIN, new BigDecimal("50000")));
        venue = new SimulatedVenue(
                ExchangeId.OKX,
                clock,
                markets,
                terms -> terms.fees(new BigDecimal("0.0002"), new BigDecimal("0.0005"))
                        .fillPolicy(FillPolicy.optimistic()));
        venue.open(account("main", "key-main", Set.of("read_only", "trade")));
        venue.open(account("reader", "key-reader", Set.of("read_only")));
        okx = limited ? new OkxProtocol(venue) : OkxProtocol.withoutLimits(venue);
    }

    private static SimulatedAccount account(String id, String key, Set<String> permissions) {
        return SimulatedAccount.builder(id)
                .deposit("USDT", new BigDecimal("10000"))
                .deposit("BTC", new BigDecimal("2"))
                .okx(key, SECRET, PASSPHRASE, permissions)
                .build();
    }

    void move(Symbol symbol, String price) {
        markets.move(symbol, new BigDecimal(price));
        venue.catchUp();
    }

    void advance(Duration time) {
        clock.turnTo(clock.instant().plus(time));
        venue.catchUp();
    }

    Instant now() {
        return clock.instant();
    }

    JsonNode get(String path) {
        return json(handle(signed("GET", path, "")));
    }

    JsonNode post(String path, Object body) {
        return json(handle(signed("POST", path, Json.text(body))));
    }

    /** The first row of an answer. */
    static JsonNode row(JsonNode answer) {
        return answer.path("data").path(0);
    }

    static String sCode(JsonNode answer) {
        return row(answer).path("sCode").asText();
    }

    Handled handle(WireRequest request) {
        return okx.handle(request);
    }

    static JsonNode json(Handled handled) {
        return Json.read(handled.answer().body()).orElseThrow();
    }

    WireRequest signed(String method, String pathAndQuery, String body) {
        return signed(method, pathAndQuery, body, "key-main", Map.of());
    }

    /** A signed request to a path below {@code /api/v5/}, with some headers replaced; an empty one is left out. */
    WireRequest signed(String method, String pathAndQuery, String body, String key, Map<String, String> replaced) {
        String target = "/api/v5/" + pathAndQuery;
        String timestamp = TIME.format(now());
        Map<String, String> headers = new TreeMap<>();
        headers.put("ok-access-key", key);
        headers.put("ok-access-timestamp", timestamp);
        headers.put("ok-access-passphrase", PASSPHRASE);
        headers.put("ok-access-sign", sign(timestamp + method + target + body));
        headers.putAll(replaced);
        headers.values().removeIf(String::isEmpty);
        int at = target.indexOf('?');
        String path = at < 0 ? target : target.substring(0, at);
        String query = at < 0 ? "" : target.substring(at + 1);
        return new WireRequest(method, path, query, headers, body, "203.0.113.7");
    }

    static String sign(String prehash) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(prehash.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** The words of a market order in net mode. */
    static Map<String, Object> market(String instId, String side, String sz) {
        Map<String, Object> order = new TreeMap<>();
        order.put("instId", instId);
        order.put("tdMode", "cross");
        order.put("side", side);
        order.put("ordType", "market");
        order.put("sz", sz);
        return order;
    }

    /** The words of a limit order in net mode. */
    static Map<String, Object> limit(String instId, String side, String sz, String px) {
        Map<String, Object> order = market(instId, side, sz);
        order.put("ordType", "limit");
        order.put("px", px);
        return order;
    }

    static Map<String, Object> with(Map<String, Object> order, Object... more) {
        for (int i = 0; i < more.length; i += 2) {
            order.put((String) more[i], more[i + 1]);
        }
        return order;
    }
}
