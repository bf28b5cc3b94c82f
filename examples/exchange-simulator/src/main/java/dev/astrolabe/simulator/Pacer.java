package dev.astrolabe.simulator;

import dev.astrolabe.simulator.venue.SimulatedVenue;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Moves markets: by itself where the clock runs, else when the clock is turned. */
final class Pacer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Pacer.class);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(1);
    private static final Duration JOIN = Duration.ofSeconds(5);

    private final SimulatorClock clock;
    private final List<SimulatedVenue> venues;
    private final Timer timer;
    private final Thread thread = new Thread(this::run, "simulator-pacer");
    private final Object turning = new Object();
    private volatile boolean closed;

    Pacer(SimulatorClock clock, Collection<SimulatedVenue> venues, Timer timer) {
        this.clock = clock;
        this.venues = List.copyOf(venues);
        this.timer = timer;
        thread.setDaemon(true);
    }

    void start() {
        if (!clock.isTurned()) {
            thread.start();
        }
    }

    private void run() {
        while (!closed) {
            try {
                catchUp();
            } catch (RuntimeException e) {
                LOG.error("the markets could not move", e);
            }
            Duration pause = clock.machineTimeUntil(nextMove());
            pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
            pause = pause.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : pause;
            try {
                Thread.sleep(pause.toMillis());
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private Instant nextMove() {
        return venues.stream()
                .map(venue -> venue.call(() -> venue.markets().next()))
                .min(Instant::compareTo)
                .orElse(Instant.MAX);
    }

    void catchUp() {
        venues.forEach(SimulatedVenue::catchUp);
    }

    /** Turns the clock from beat to beat: markets move before what is due at the same time. */
    void advance(Duration by) {
        if (by.isNegative()) {
            throw new IllegalArgumentException("time cannot be turned on by " + by + ", only by zero or more");
        }
        synchronized (turning) {
            Instant end = clock.instant().plus(by);
            while (true) {
                Instant next = timer.next().orElse(Instant.MAX);
                Instant move = nextMove();
                next = move.isBefore(next) ? move : next;
                boolean last = next.isAfter(end);
                Instant now = clock.instant();
                clock.turnTo(last ? end : next.isBefore(now) ? now : next);
                catchUp();
                timer.runDue();
                if (last) {
                    return;
                }
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(JOIN.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
