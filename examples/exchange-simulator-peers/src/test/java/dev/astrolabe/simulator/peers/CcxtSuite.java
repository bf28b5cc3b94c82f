package dev.astrolabe.simulator.peers;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** ccxt on one venue: a simulator that all groups of calls share, with an account that has lived through a funding. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CcxtSuite {

    private final PeerVenue venue;
    private PeerBench bench;

    CcxtSuite(PeerVenue venue) {
        this.venue = venue;
    }

    PeerBench shared() {
        return bench;
    }

    @BeforeAll
    void start() {
        bench = PeerBench.startBeforeFunding(venue);
        CcxtHistory.live(bench);
        bench.pace();
    }

    @AfterAll
    void stop() {
        bench.close();
    }
}
