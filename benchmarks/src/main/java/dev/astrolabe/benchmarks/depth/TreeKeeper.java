package dev.astrolabe.benchmarks.depth;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What is written first: records read by Jackson, and a map of decimals a side. */
final class TreeKeeper implements Keeper {

    record AsterMessage(String stream, AsterDepth data) {}

    record AsterDepth(long E, long T, long U, long u, long pu, List<List<BigDecimal>> b, List<List<BigDecimal>> a) {}

    record OkxMessage(String action, List<OkxDepth> data) {}

    record OkxDepth(List<List<BigDecimal>> asks, List<List<BigDecimal>> bids, long ts, long prevSeqId, long seqId) {}

    private final ObjectMapper mapper = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private final NavigableMap<BigDecimal, BigDecimal> bids = new TreeMap<>(Comparator.reverseOrder());
    private final NavigableMap<BigDecimal, BigDecimal> asks = new TreeMap<>();
    private final boolean okx;
    private long number = -1;

    TreeKeeper(boolean okx) {
        this.okx = okx;
    }

    @Override
    public void take(byte[] frame) throws IOException {
        if (okx) {
            OkxDepth row = mapper.readValue(frame, OkxMessage.class).data().get(0);
            apply(row.prevSeqId(), row.seqId(), row.bids(), row.asks());
        } else {
            AsterDepth event = mapper.readValue(frame, AsterMessage.class).data();
            apply(event.pu(), event.u(), event.b(), event.a());
        }
    }

    private void apply(long previous, long last, List<List<BigDecimal>> newBids, List<List<BigDecimal>> newAsks) {
        if (previous >= 0 && previous != number) {
            throw new IllegalStateException("a message was lost");
        }
        set(bids, newBids);
        set(asks, newAsks);
        number = last;
    }

    private static void set(NavigableMap<BigDecimal, BigDecimal> side, List<List<BigDecimal>> levels) {
        for (List<BigDecimal> level : levels) {
            if (level.get(1).signum() == 0) {
                side.remove(level.get(0));
            } else {
                side.put(level.get(0), level.get(1));
            }
        }
    }

    @Override
    public List<Level> levels() {
        List<Level> levels = new ArrayList<>();
        bids.forEach((price, quantity) -> levels.add(new Level(price, quantity)));
        asks.forEach((price, quantity) -> levels.add(new Level(price, quantity)));
        return levels;
    }
}
