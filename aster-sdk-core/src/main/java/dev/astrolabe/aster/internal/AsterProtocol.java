package dev.astrolabe.aster.internal;

import dev.astrolabe.aster.internal.TradingPayloads.ItemError;
import dev.astrolabe.exchange.ExchangeId;
import dev.astrolabe.exchange.transport.Access;
import dev.astrolabe.exchange.transport.Endpoint;
import dev.astrolabe.exchange.transport.HttpMethod;
import dev.astrolabe.exchange.transport.Json;
import dev.astrolabe.exchange.transport.Judgement;
import dev.astrolabe.exchange.transport.Params;
import dev.astrolabe.exchange.transport.RateLimiter;
import dev.astrolabe.exchange.transport.VenueProtocol;
import dev.astrolabe.exchange.transport.WireRequest;
import dev.astrolabe.exchange.transport.WireResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * AsterDex over REST: all parameters in one place, so that what is signed is what is sent; errors by code (docs: futures,
 * "General API Information" and "Error Codes").
 */
final class AsterProtocol implements VenueProtocol {

    private static final Pattern BANNED_UNTIL = Pattern.compile("banned until (\\d{13})\\b");
    private static final Pattern USED_WEIGHT = Pattern.compile("x-mbx-used-weight-(\\d{1,4})([smhd])");
    private static final Pattern ORDER_COUNT = Pattern.compile("x-mbx-order-count-(\\d{1,4})([smhd])");
    private static final int TOO_MANY_ORDERS = -1015;

    private final String baseUrl;
    private final AsterSigner signer;
    private final OrderNonces nonces;
    private final Endpoint<Instant> serverTime;
    private final Clock clock;
    private final Json json = new Json();

    AsterProtocol(String baseUrl, AsterSigner signer, OrderNonces nonces, Endpoint<Instant> serverTime, Clock clock) {
        this.baseUrl = baseUrl;
        this.signer = signer;
        this.nonces = nonces;
        this.serverTime = serverTime;
        this.clock = clock;
    }

    @Override
    public String name() {
        return ExchangeId.ASTERDEX.name();
    }

    @Override
    public Endpoint<Instant> serverTime() {
        return serverTime;
    }

    @Override
    public WireRequest prepare(Endpoint<?> endpoint, Params params, Instant venueNow) {
        String text = endpoint.access() == Access.SIGNED ? signed(endpoint, params, venueNow) : params.encoded();
        String url = baseUrl + endpoint.path();
        WireRequest request;
        if (endpoint.method() == HttpMethod.GET) {
            request = WireRequest.of(HttpMethod.GET, text.isEmpty() ? url : url + "?" + text);
        } else {
            request = WireRequest.of(endpoint.method(), url).form(text);
        }
        return endpoint.access() == Access.PUBLIC ? request : signer.identify(endpoint, request);
    }

    private String signed(Endpoint<?> endpoint, Params params, Instant venueNow) {
        AsterSigner.Signed signed = signer.sign(endpoint, params, venueNow);
        signed.nonce().ifPresent(nonce -> nonces.sent(endpoint, params, nonce));
        return signed.text();
    }

    @Override
    public Judgement judge(Endpoint<?> endpoint, WireResponse response) {
        ItemError error = Payload.errorIn(json, response.body());
        String code = error == null ? "" : Integer.toString(error.code());
        String message = error == null ? "" : Objects.requireNonNullElse(error.msg(), "");
        int status = response.status();
        if (status >= 500) {
            return Judgement.unknown(code, message);
        }
        if (status == 429 || status == 418) {
            return limited(response, error, code, message);
        }
        if (error != null) {
            return switch (AsterErrorCodes.verdict(error.code(), message)) {
                case REJECTED -> Judgement.rejected(AsterErrorCodes.reason(error.code(), message), code, message);
                case RATE_LIMITED -> limited(response, error, code, message);
                case UNKNOWN -> Judgement.unknown(code, message);
            };
        }
        // A 403 without a code comes from the firewall, whose limit is one of rate.
        return status == 403 ? limited(response, null, "", "") : Judgement.ofStatus(response);
    }

    private Judgement limited(WireResponse response, @Nullable ItemError error, String code, String message) {
        Duration pause = response.retryAfter().orElse(Duration.ZERO);
        Matcher ban = BANNED_UNTIL.matcher(message);
        if (ban.find()) {
            Duration rest = Duration.between(clock.instant(), Instant.ofEpochMilli(Long.parseLong(ban.group(1))));
            pause = rest.compareTo(pause) > 0 ? rest : pause;
        }
        return error != null && error.code() == TOO_MANY_ORDERS
                ? Judgement.rateLimited(AsterEndpoints.ORDERS, pause, code, message)
                : Judgement.rateLimited(pause, code, message);
    }

    @Override
    public void observe(WireResponse response, RateLimiter limiter) {
        response.headers().forEach((name, value) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            report(USED_WEIGHT.matcher(lower), Endpoint.WEIGHT, value, limiter);
            report(ORDER_COUNT.matcher(lower), AsterEndpoints.ORDERS, value, limiter);
        });
    }

    private static void report(Matcher header, String bucket, String value, RateLimiter limiter) {
        if (header.matches() && value.matches("\\d{1,9}")) {
            limiter.used(bucket, window(Integer.parseInt(header.group(1)), header.group(2)), Long.parseLong(value));
        }
    }

    private static Duration window(int count, String letter) {
        return switch (letter) {
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
    }
}
