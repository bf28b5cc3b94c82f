package dev.astrolabe.okx.internal;

import dev.astrolabe.exchange.transport.Cost;
import dev.astrolabe.exchange.transport.Params;
import dev.astrolabe.exchange.transport.RateWindow;
import java.time.Duration;
import java.util.function.Function;

/**
 * How often a call may be made, and by what OKX counts (docs: OKX v5, "Rate Limits").
 *
 * @param bucket what is counted; empty where the call is counted by itself
 * @param calls how many
 * @param per in how much time
 * @param scope what each has a count of its own for, out of the parameters
 */
record Rate(String bucket, int calls, Duration per, Function<Params, String> scope) {

    private static final Duration USUAL = Duration.ofSeconds(2);

    /** For each IP or user, which one client is. */
    static Rate of(int calls) {
        return new Rate("", calls, USUAL, params -> "");
    }

    /** For each instrument. */
    static Rate ofInstrument(int calls) {
        return of(calls).by("instId");
    }

    /** For each value of a parameter. */
    Rate by(String parameter) {
        return new Rate(bucket, calls, per, params -> params.get(parameter).orElse(""));
    }

    Rate in(Duration time) {
        return new Rate(bucket, calls, time, scope);
    }

    /** Counted together with other calls of that name. */
    Rate shared(String name) {
        return new Rate(name, calls, per, scope);
    }

    Cost cost(Params params, int amount) {
        return new Cost(bucket, scope.apply(params), amount);
    }

    RateWindow window() {
        return new RateWindow(bucket, per, calls);
    }
}
