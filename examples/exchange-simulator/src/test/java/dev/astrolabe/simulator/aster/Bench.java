package dev.astrolabe.simulator.aster;

import com.fasterxml.jackson.databind.JsonNode;
import dev.astrolabe.agents.paper.FillPolicy;
import dev.astrolabe.exchange.ExchangeId;
import dev.astrolabe.exchange.Secret;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.simulator.SimulatedAccount;
import dev.astrolabe.simulator.SimulatorClock;
import dev.astrolabe.simulator.market.Listings;
import dev.astrolabe.simulator.market.ScriptedMarkets;
import dev.astrolabe.simulator.venue.SimulatedVenue;
import dev.astrolabe.simulator.venue.VenueAccount;
import dev.astrolabe.simulator.wire.Handled;
import dev.astrolabe.simulator.wire.Json;
import dev.astrolabe.simulator.wire.WireAnswer;
import dev.astrolabe.simulator.wire.WireRequest;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.web3j.crypto.ECKeyPair;
import org.web3j.crypto.Keys;
import org.web3j.crypto.Sign;

/** AsterDex on markets that are moved by hand, asked without a server between. */
final class Bench {

    static final Instant START = Instant.parse("2026-01-02T03:04:05Z");
    static final Symbol BTC = Symbol.parse("BTC/USDT:USDT");
    static final Symbol PEPE = Symbol.parse("PEPE/USDT:USDT");
    static final String KEY = "key-of-tester";
    static final String SECRET = "secret-of-tester";
    static final ECKeyPair AGENT = ECKeyPair.create(new BigInteger("6b".repeat(32), 16));
    static final String SIGNER = "0x" + Keys.getAddress(AGENT);
    static final String USER = "0x" + "ab".repeat(20);

    final SimulatorClock clock = SimulatorClock.turned(START);
    final ScriptedMarkets markets = ScriptedMarkets.of(
            clock,
            Listings.aster().stream()
                    .filter(listed -> List.of(BTC, PEPE).contains(listed.symbol()))
                    .toList(),
            Map.of(BTC, new BigDecimal("50000"), PEPE, new BigDecimal("0.00001")));
    final SimulatedVenue venue;
    final VenueAccount account;
    final AsterProtocol protocol;
    private long lastNonce;

    Bench() {
        this(AsterOptions.standard().withWeightPerMinute(1_000_000));
    }

    Bench(AsterOptions options) {
        venue = new SimulatedVenue(
                ExchangeId.ASTERDEX,
                clock,
                markets,
                terms -> terms.fees(new BigDecimal("0.0002"), new BigDecimal("0.0004"))
                        .fillPolicy(FillPolicy.optimistic()));
        account = venue.open(SimulatedAccount.builder("tester")
                .deposit("USDT", new BigDecimal("10000"))
                .hmac(KEY, SECRET)
                .wallet(USER, SIGNER)
                .build());
        protocol = new AsterProtocol(venue, options);
    }

    static Map<String, String> params(String... namesAndValues) {
        Map<String, String> params = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            params.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return params;
    }

    static String form(Map<String, String> params) {
        StringBuilder form = new StringBuilder();
        params.forEach((name, value) -> form.append(form.isEmpty() ? "" : "&")
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return form.toString();
    }

    /** A public call. */
    WireAnswer open(String path, String... params) {
        return send("GET", path, form(params(params)), "", Map.of());
    }

    /** A call signed by key, with its parameters in the query. */
    WireAnswer v1(String method, String path, String... params) {
        Map<String, String> all = params(params);
        all.put("timestamp", Long.toString(clock.instant().toEpochMilli()));
        String query = form(all);
        return send(method, path, query + "&signature=" + hmac(query), "", Map.of("x-mbx-apikey", KEY));
    }

    static String hmac(String text) {
        return KeyAuthentication.sign(text, Secret.of("secret", SECRET));
    }

    /** A call signed by the agent: in the query of a GET, otherwise in the body. */
    WireAnswer v3(String method, String path, String... params) {
        Map<String, String> all = params(params);
        all.put("nonce", Long.toString(nonce()));
        all.put("signer", SIGNER);
        String text = form(all);
        String signed = text + "&signature=" + sign(AGENT, 1666, text);
        return method.equals("GET")
                ? send(method, path, signed, "", Map.of())
                : send(method, path, "", signed, Map.of());
    }

    /** Five USDT leave the account. */
    WireAnswer transfer() {
        return v3(
                "POST",
                "/fapi/v3/asset/wallet/transfer",
                "asset",
                "USDT",
                "amount",
                "5",
                "clientTranId",
                "one",
                "kindType",
                "FUTURE_SPOT");
    }

    long nonce() {
        lastNonce = Math.max(lastNonce + 1, ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant()));
        return lastNonce;
    }

    static String sign(ECKeyPair key, long chain, String message) {
        Sign.SignatureData signature = Sign.signMessage(new Eip712(chain).digest(message), key, false);
        HexFormat hex = HexFormat.of();
        return "0x" + hex.formatHex(signature.getR()) + hex.formatHex(signature.getS())
                + hex.formatHex(signature.getV());
    }

    WireAnswer send(String method, String path, String query, String body, Map<String, String> headers) {
        return handled(method, path, query, body, headers).answer();
    }

    Handled handled(String method, String path, String query, String body, Map<String, String> headers) {
        return protocol.handle(new WireRequest(method, path, query, headers, body, "127.0.0.1"));
    }

    static JsonNode json(WireAnswer answer) {
        return Json.read(answer.body()).orElseThrow();
    }

    static int code(WireAnswer answer) {
        return json(answer).path("code").asInt();
    }

    /** A market order that fills at once. */
    JsonNode market(String side, String quantity) {
        return json(v3(
                "POST",
                "/fapi/v3/order",
                "symbol",
                "BTCUSDT",
                "side",
                side,
                "type",
                "MARKET",
                "quantity",
                quantity,
                "newOrderRespType",
                "RESULT"));
    }

    JsonNode limit(String side, String quantity, String price, String... more) {
        return json(limitAnswer(side, quantity, price, more));
    }

    WireAnswer limitAnswer(String side, String quantity, String price, String... more) {
        Map<String, String> all = params(
                "symbol",
                "BTCUSDT",
                "side",
                side,
                "type",
                "LIMIT",
                "quantity",
                quantity,
                "price",
                price,
                "timeInForce",
                "GTC");
        all.putAll(params(more));
        return v3("POST", "/fapi/v3/order", flat(all));
    }

    static String[] flat(Map<String, String> params) {
        return params.entrySet().stream()
                .flatMap(entry -> List.of(entry.getKey(), entry.getValue()).stream())
                .toArray(String[]::new);
    }

    void move(String price) {
        markets.move(BTC, new BigDecimal(price));
        venue.catchUp();
    }

    void advance(Duration time) {
        clock.turnTo(clock.instant().plus(time));
        venue.catchUp();
    }
}
