package dev.astrolabe.simulator.aster;

import dev.astrolabe.simulator.wire.Usage;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Weight per address and minute, orders per account in a minute and in ten seconds (docs: futures v3, "Limits"). Whoever goes on
 * after a 429 is banned, from two minutes up to three days; how often he may is not documented and is {@link #PATIENCE} here. Safe
 * for any thread.
 */
final class RateLimits {

    static final int PATIENCE = 10;

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);
    private static final Duration SHORTEST_BAN = Duration.ofMinutes(2);
    private static final Duration LONGEST_BAN = Duration.ofDays(3);

    private record Ban(Instant until, Duration length) {}

    private final AsterOptions options;
    private final Usage usage = new Usage();
    private final Map<String, Ban> bans = new HashMap<>();

    RateLimits(AsterOptions options) {
        this.options = options;
    }

    /**
     * Counts a request.
     *
     * @param headers gets what was used
     * @throws AsterError 429 or 418
     */
    synchronized void request(String remote, int weight, Instant now, Map<String, String> headers) {
        Ban ban = bans.get(remote);
        if (ban != null && now.isBefore(ban.until())) {
            throw banned(remote, ban, now);
        }
        long used = usage.add("weight " + remote, weight, MINUTE, now);
        headers.put("X-MBX-USED-WEIGHT-1M", Long.toString(used));
        if (used <= options.weightPerMinute()) {
            return;
        }
        if (usage.add("refused " + remote, 1, MINUTE, now) > PATIENCE) {
            Duration length = ban == null ? SHORTEST_BAN : min(ban.length().multipliedBy(2), LONGEST_BAN);
            Ban next = new Ban(now.plus(length), length);
            bans.put(remote, next);
            throw banned(remote, next, now);
        }
        throw ErrorCode.TOO_MANY_REQUESTS
                .with(remote, options.weightPerMinute())
                .retryAfter(untilNext(MINUTE, now));
    }

    private static AsterError banned(String remote, Ban ban, Instant now) {
        return ErrorCode.BANNED
                .with(remote, ban.until().toEpochMilli())
                .retryAfter(Duration.between(now, ban.until()).toSeconds());
    }

    /** Counts an order that was accepted, and tells what its account has used. */
    synchronized Map<String, String> order(String account, Instant now) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("X-MBX-ORDER-COUNT-10S", Long.toString(usage.add("10s " + account, 1, TEN_SECONDS, now)));
        headers.put("X-MBX-ORDER-COUNT-1M", Long.toString(usage.add("1m " + account, 1, MINUTE, now)));
        return headers;
    }

    /**
     * Whether one more order may be placed. The answer has no Retry-After, as the order limiter's has not.
     *
     * @throws AsterError 429
     */
    synchronized void checkOrder(String account, Instant now) {
        if (usage.add("10s " + account, 0, TEN_SECONDS, now) >= options.ordersPerTenSeconds()) {
            throw ErrorCode.TOO_MANY_ORDERS.with(options.ordersPerTenSeconds(), "10 SECOND");
        }
        if (usage.add("1m " + account, 0, MINUTE, now) >= options.ordersPerMinute()) {
            throw ErrorCode.TOO_MANY_ORDERS.with(options.ordersPerMinute(), "MINUTE");
        }
    }

    private static long untilNext(Duration window, Instant now) {
        long length = window.toMillis();
        return (length - Math.floorMod(now.toEpochMilli(), length) + 999) / 1000;
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
