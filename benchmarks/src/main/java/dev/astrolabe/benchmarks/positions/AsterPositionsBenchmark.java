package dev.astrolabe.benchmarks.positions;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.astrolabe.aster.internal.EventsDoor;
import dev.astrolabe.benchmarks.events.Messages;
import dev.astrolabe.benchmarks.events.PlainRecords;
import dev.astrolabe.benchmarks.events.PlainRecords.PositionRow;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.Position;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * An answer of AsterDex with 20 positions, from its bytes.
 *
 * @since 0.1
 */
@State(Scope.Thread)
public class AsterPositionsBenchmark {

    private static final int ROWS = 20;

    private final JsonMapper mapper = PlainRecords.mapper();
    private final EventsDoor door = new EventsDoor(Messages.instrument("C0"), instruments());
    private final byte[] body = new Messages().positions(ROWS);

    private static Map<String, Instrument> instruments() {
        Map<String, Instrument> instruments = new HashMap<>();
        for (int i = 0; i < ROWS; i++) {
            Instrument instrument = Messages.instrument("C" + i);
            instruments.put(instrument.venueSymbol(), instrument);
        }
        return instruments;
    }

    /**
     * By Astrolabe.
     *
     * @return neutral positions
     * @throws IOException if they cannot be read
     */
    @Benchmark
    public List<Position> positions() throws IOException {
        return door.positions(body);
    }

    /**
     * By Jackson.
     *
     * @return records
     * @throws IOException if they cannot be read
     */
    @Benchmark
    public PositionRow[] positionsByDatabind() throws IOException {
        return mapper.readValue(body, PositionRow[].class);
    }
}
