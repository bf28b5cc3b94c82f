package dev.astrolabe.simulator.aster;

import dev.astrolabe.simulator.market.Market;
import java.time.Instant;
import java.util.List;

/** What a market stream tells. Guarded by the venue's lock. */
interface Feed {

    /** A market of the stream shows something new. */
    void moved(Market market);

    /** What is to be told since the last time, one message each; empty for nothing. */
    List<Object> take(Instant now);
}
