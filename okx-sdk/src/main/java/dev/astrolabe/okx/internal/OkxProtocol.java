package dev.astrolabe.okx.internal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.astrolabe.exchange.ExchangeId;
import dev.astrolabe.exchange.transport.Access;
import dev.astrolabe.exchange.transport.Endpoint;
import dev.astrolabe.exchange.transport.HttpMethod;
import dev.astrolabe.exchange.transport.Json;
import dev.astrolabe.exchange.transport.JsonScanner;
import dev.astrolabe.exchange.transport.Judgement;
import dev.astrolabe.exchange.transport.Params;
import dev.astrolabe.exchange.transport.RateLimiter;
import dev.astrolabe.exchange.transport.Unusual;
import dev.astrolabe.exchange.transport.VenueProtocol;
import dev.astrolabe.exchange.transport.WireRequest;
import dev.astrolabe.exchange.transport.WireResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * OKX over REST: JSON bodies that are signed as they are sent, and verdicts that stand in the answer, for the order itself one
 * level below it (docs: OKX v5, "REST Authentication" and "Error Code").
 */
final class OkxProtocol implements VenueProtocol {

    private static final String DONE = "0";
    private static final String ALL_FAILED = "1";
    private static final String SOME_FAILED = "2";
    private static final Set<String> ITEMIZED = Set.of(DONE, ALL_FAILED, SOME_FAILED);
    private static final byte[] CODE = "code".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] DATA = "data".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ITEM_CODE = "sCode".getBytes(StandardCharsets.US_ASCII);

    private final OkxSettings settings;
    private final @Nullable OkxSigner signer;
    private final Json json = new Json();

    OkxProtocol(OkxSettings settings, @Nullable OkxSigner signer) {
        this.settings = settings;
        this.signer = signer;
    }

    @Override
    public String name() {
        return ExchangeId.OKX.name();
    }

    @Override
    public Endpoint<Instant> serverTime() {
        return MarketOperations.TIME.endpoint();
    }

    @Override
    public WireRequest prepare(Endpoint<?> endpoint, Params params, Instant venueNow) {
        boolean query = endpoint.method() == HttpMethod.GET;
        String encoded = query ? params.encoded() : "";
        String path = encoded.isEmpty() ? endpoint.path() : endpoint.path() + "?" + encoded;
        byte[] body = query ? new byte[0] : json.write(params);
        WireRequest request = WireRequest.of(endpoint.method(), settings.baseUrl() + path);
        if (!query) {
            request = request.body(body, "application/json");
        }
        if (settings.isDemo()) {
            request = request.header("x-simulated-trading", "1");
        }
        if (Operations.expires(endpoint)) {
            Instant end = venueNow.plus(settings.orderExpiry());
            request = request.header("expTime", Long.toString(end.toEpochMilli()));
        }
        OkxSigner present = signer;
        return endpoint.access() == Access.PUBLIC || present == null
                ? request
                : present.sign(request, path, new String(body, StandardCharsets.UTF_8), venueNow);
    }

    @Override
    public Judgement judge(Endpoint<?> endpoint, WireResponse response) {
        return response.is2xx() && beginsDone(response.body()) ? Judgement.success() : judgeAll(endpoint, response);
    }

    /**
     * Whether the code and the first item say that it is done. With 2xx an answer that goes on to be no JSON is a success too, which
     * its parser then finds out; so nothing behind can change the verdict.
     */
    private static boolean beginsDone(byte[] body) {
        JsonScanner answer = new JsonScanner(body);
        try {
            answer.beginObject();
            if (!answer.nextMember() || !answer.memberIs(CODE) || !answer.text().equals(DONE)) {
                return false;
            }
            while (answer.nextMember()) {
                if (answer.memberIs(DATA)) {
                    return beginsWithDone(answer);
                }
                answer.skip();
            }
            return true;
        } catch (Unusual e) {
            return false;
        }
    }

    private static boolean beginsWithDone(JsonScanner data) throws Unusual {
        data.beginArray();
        if (!data.nextElement()) {
            return true;
        }
        data.beginObject();
        while (data.nextMember()) {
            if (data.memberIs(ITEM_CODE)) {
                return data.text().equals(DONE);
            }
            data.skip();
        }
        return true;
    }

    /** By all of the answer. */
    Judgement judgeAll(Endpoint<?> endpoint, WireResponse response) {
        JsonNode answer = answer(response);
        String code = answer == null ? "" : answer.path("code").asText("");
        if (answer == null || code.isEmpty()) {
            return withoutCode(response);
        }
        String message = answer.path("msg").asText("");
        JsonNode item = answer.path("data").path(0);
        boolean itemized = ITEMIZED.contains(code) && item.has("sCode");
        if (itemized && Operations.isBatch(endpoint)) {
            return success(response);
        }
        if (itemized) {
            String itemCode = item.path("sCode").asText("");
            // Failed above and done below: nobody can tell.
            return itemCode.equals(DONE) && !code.equals(DONE)
                    ? Judgement.unknown(code, message)
                    : verdict(endpoint, response, itemCode, item.path("sMsg").asText(""));
        }
        return code.equals(SOME_FAILED) ? Judgement.unknown(code, message) : verdict(endpoint, response, code, message);
    }

    private @Nullable JsonNode answer(WireResponse response) {
        try {
            JsonNode tree = json.tree(response.body());
            return tree.isObject() ? tree : null;
        } catch (IOException e) {
            return null;
        }
    }

    /** A page of a gateway says nothing of what became of the call. */
    private static Judgement withoutCode(WireResponse response) {
        if (response.status() >= 500) {
            return Judgement.unknown("", "");
        }
        return response.status() == 429 ? Judgement.rateLimited(Duration.ZERO, "", "") : Judgement.ofStatus(response);
    }

    private static Judgement success(WireResponse response) {
        return response.status() >= 500 ? Judgement.unknown("", "") : Judgement.success();
    }

    private static Judgement verdict(Endpoint<?> endpoint, WireResponse response, String code, String message) {
        if (code.equals(DONE)) {
            return success(response);
        }
        return switch (OkxErrorCodes.verdict(code)) {
            case UNKNOWN -> Judgement.unknown(code, message);
            case RATE_LIMITED -> Operations.rateLimited(endpoint, code, message);
            case REJECTED ->
                response.status() >= 500
                        ? Judgement.unknown(code, message)
                        : Judgement.rejected(OkxErrorCodes.reason(code, message), code, message);
        };
    }

    /** OKX tells nothing of the usage. */
    @Override
    public void observe(WireResponse response, RateLimiter limiter) {
        // No header to read.
    }
}
