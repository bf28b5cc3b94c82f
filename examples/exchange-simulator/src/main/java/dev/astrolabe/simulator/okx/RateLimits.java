package dev.astrolabe.simulator.okx;

import dev.astrolabe.simulator.wire.Usage;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts calls and orders. Placing, amending and cancelling each have a bucket of their own for each user and instrument, which REST
 * and sockets share; batches have another, except that a batch of one spends the single bucket (docs: OKX v5, "Rate Limits").
 */
final class RateLimits {

    private static final Duration TWO_SECONDS = Duration.ofSeconds(2);
    private static final int SINGLE_ORDERS = 60;
    private static final int BATCH_ORDERS = 300;
    private static final int SUB_ACCOUNT_ORDERS = 1000;

    private final Usage usage = new Usage();
    private final boolean enforced;

    RateLimits(boolean enforced) {
        this.enforced = enforced;
    }

    /** @throws Refused where the call is one too many */
    void count(Endpoint endpoint, Call call) {
        Limit limit = endpoint.limit();
        if (limit.key() == Limit.Key.ORDERS) {
            return;
        }
        String instrument = call.params().textOr("instId", "");
        String who = switch (limit.key()) {
            case IP -> call.request().remote();
            case IP_AND_INSTRUMENT -> call.request().remote() + " " + instrument;
            case USER -> call.user().id();
            default -> call.user().id() + " " + instrument;
        };
        spend(endpoint.method() + endpoint.path() + " " + who, 1, limit.count(), limit.window(), call.now());
    }

    /** Counts orders of one request by their instruments. */
    void countOrders(String act, OkxUser user, List<String> instruments, Instant now) {
        boolean single = instruments.size() == 1;
        Map<String, Integer> counts = new HashMap<>();
        instruments.forEach(instrument -> counts.merge(instrument, 1, Integer::sum));
        counts.forEach((instrument, count) -> spend(
                act + (single ? " one " : " many ") + user.id() + " " + instrument,
                count,
                single ? SINGLE_ORDERS : BATCH_ORDERS,
                TWO_SECONDS,
                now));
    }

    /** Counts a new or amended order against what a sub-account may send. */
    void countSubAccount(OkxUser user, Instant now) {
        if (enforced && usage.add("orders " + user.id(), 1, TWO_SECONDS, now) > SUB_ACCOUNT_ORDERS) {
            throw Code.ORDER_RATE.refused();
        }
    }

    private void spend(String key, int weight, int most, Duration window, Instant now) {
        if (!allows(key, weight, most, window, now)) {
            throw Code.TOO_MANY_REQUESTS.refused();
        }
    }

    boolean allows(String key, int weight, int most, Duration window, Instant now) {
        return !enforced || usage.add(key, weight, window, now) <= most;
    }
}
