package dev.astrolabe.benchmarks;

import dev.astrolabe.benchmarks.depth.DepthSuite;
import dev.astrolabe.benchmarks.events.EventsSuite;
import dev.astrolabe.benchmarks.hmac.HmacSuite;
import dev.astrolabe.benchmarks.memory.MemorySuite;
import dev.astrolabe.benchmarks.okx.OkxWorks;
import dev.astrolabe.benchmarks.positions.AsterPositions;
import dev.astrolabe.benchmarks.replay.ReplaySuite;
import dev.astrolabe.benchmarks.rest.RestSuite;
import dev.astrolabe.benchmarks.rest.StartSuite;
import dev.astrolabe.benchmarks.signing.SigningSuite;
import java.util.List;

/** All suites, in the order of the page. */
final class Suites {

    private Suites() {}

    static List<Suite> all() {
        return List.of(
                SigningSuite.suite(),
                HmacSuite.suite(),
                DepthSuite.create(),
                EventsSuite.create(),
                new JmhSuite("positions", List.of(AsterPositions.work(), OkxWorks.positions())),
                new JmhSuite("okx-events", OkxWorks.events()),
                new RestSuite(),
                new StartSuite(),
                new ReplaySuite(),
                new MemorySuite());
    }
}
