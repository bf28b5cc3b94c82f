package dev.astrolabe.simulator.okx;

import dev.astrolabe.simulator.wire.WireRequest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One verified request. */
final class Call {

    private final WireRequest request;
    private final Params params;
    private final List<Params> items;
    private final @Nullable OkxUser user;
    private final Instant now;

    Call(WireRequest request, Params params, List<Params> items, @Nullable OkxUser user, Instant now) {
        this.request = request;
        this.params = params;
        this.items = items;
        this.user = user;
        this.now = now;
    }

    WireRequest request() {
        return request;
    }

    /** Of the query, or of a body that is one object. */
    Params params() {
        return params;
    }

    /** The objects of a body that is a list; one for a body that is an object. */
    List<Params> items() {
        return items;
    }

    /** Whose request it is; only private endpoints may ask. */
    OkxUser user() {
        if (user == null) {
            throw new IllegalStateException(request + " is public");
        }
        return user;
    }

    Instant now() {
        return now;
    }
}
