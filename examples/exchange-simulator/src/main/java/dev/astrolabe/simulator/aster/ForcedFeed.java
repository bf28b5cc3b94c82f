package dev.astrolabe.simulator.aster;

import dev.astrolabe.simulator.market.Market;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The newest liquidation of each symbol (docs: futures v3, "Liquidation Order Streams"). */
final class ForcedFeed implements Feed {

    private final Map<String, Object> newest = new LinkedHashMap<>();

    void note(String symbol, Object event) {
        newest.put(symbol, event);
    }

    @Override
    public void moved(Market market) {}

    @Override
    public List<Object> take(Instant now) {
        List<Object> events = List.copyOf(newest.values());
        newest.clear();
        return events;
    }
}
