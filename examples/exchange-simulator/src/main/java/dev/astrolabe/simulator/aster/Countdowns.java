package dev.astrolabe.simulator.aster;

import static dev.astrolabe.simulator.aster.Security.SIGNED;

import dev.astrolabe.simulator.market.Market;
import dev.astrolabe.simulator.venue.SimulatedVenue;
import dev.astrolabe.simulator.venue.VenueAccount;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Cancels the orders of a symbol when its caller falls silent (docs: futures v3, "Auto-Cancel All Open Orders"). */
final class Countdowns {

    private record Target(VenueAccount account, Market market) {}

    private final SimulatedVenue venue;
    private final Catalogue catalogue;
    private final Map<Target, Instant> deadlines = new LinkedHashMap<>();

    Countdowns(SimulatedVenue venue, Catalogue catalogue) {
        this.venue = venue;
        this.catalogue = catalogue;
    }

    void register(Routes routes) {
        routes.add("POST", "countdownCancelAll", SIGNED, 10, this::start);
    }

    private Object start(Call call) {
        Market market = catalogue.market(call.parameters());
        long millis = call.parameters().number("countdownTime");
        if (millis < 0) {
            throw ErrorCode.INVALID_PARAMETER.with("countdownTime");
        }
        Target target = new Target(call.account(), market);
        if (millis == 0) {
            deadlines.remove(target);
        } else {
            deadlines.put(target, venue.now().plusMillis(millis));
        }
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("symbol", market.instrument().venueSymbol());
        row.put("countdownTime", Long.toString(millis));
        return row;
    }

    /** Looked at with each movement of the markets, and before each request. */
    void run() {
        if (deadlines.isEmpty()) {
            return;
        }
        Instant now = venue.now();
        List<Target> due = new ArrayList<>();
        deadlines.forEach((target, deadline) -> {
            if (!now.isBefore(deadline)) {
                due.add(target);
            }
        });
        for (Target target : due) {
            deadlines.remove(target);
            var symbol = target.market().instrument().symbol();
            target.account().client(symbol).trading().cancelAll(symbol);
        }
    }
}
