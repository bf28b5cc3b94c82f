package dev.astrolabe.okx.internal;

import dev.astrolabe.okx.model.OkxFields;
import java.time.Instant;
import java.util.List;

/** The public calls (docs: OKX v5, "Market Data" and "Public Data"). */
final class MarketOperations {

    static final Operation<Instant> TIME =
            Operation.open("/api/v5/public/time", Rate.of(10)).row(MarketOperations::time);

    static final List<Operation<?>> ALL = List.of(TIME);

    private MarketOperations() {}

    private static Instant time(OkxFields row) {
        return row.requireTime("ts");
    }
}
