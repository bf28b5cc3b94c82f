package dev.astrolabe.simulator;

import dev.astrolabe.exchange.ExchangeId;
import dev.astrolabe.simulator.market.Market;
import dev.astrolabe.simulator.market.Markets;
import dev.astrolabe.simulator.venue.VenueAccount;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the program says when it is open: where everything is, and no secret. */
final class Greeting {

    private final ExchangeSimulator simulator;
    private final long seed;
    private final double speed;
    private final Map<ExchangeId, Markets> markets;

    Greeting(ExchangeSimulator simulator, long seed, double speed, Map<ExchangeId, Markets> markets) {
        this.simulator = simulator;
        this.seed = seed;
        this.speed = speed;
        this.markets = markets;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("Exchange simulator at " + simulator.baseUrl() + ", seed " + seed + ", speed " + speed + ", time "
                + simulator.clock().instant());
        lines.add("Control: " + simulator.controlUrl());
        markets.forEach((venue, listed) -> {
            lines.addAll(venue.equals(ExchangeId.OKX) ? okx() : aster());
            List<Market> all = simulator.venue(venue).call(listed::all);
            lines.add("  " + all.size() + " markets: "
                    + all.stream()
                            .map(market -> market.instrument().venueSymbol())
                            .collect(Collectors.joining(" ")));
            lines.add("  accounts: "
                    + simulator.venue(venue).accounts().stream()
                            .map(VenueAccount::id)
                            .collect(Collectors.joining(" ")));
        });
        return lines;
    }

    private List<String> aster() {
        return List.of(
                "AsterDex v1: " + simulator.baseUrl() + "/fapi/v1, v3: " + simulator.baseUrl() + "/fapi/v3",
                "  streams: " + simulator.streamUrl() + "/ws and " + simulator.streamUrl() + "/stream");
    }

    private List<String> okx() {
        return List.of(
                "OKX v5: " + simulator.baseUrl() + "/api/v5",
                "  streams: " + simulator.streamUrl() + "/ws/v5/public, /ws/v5/private, /ws/v5/business");
    }
}
