package dev.astrolabe.agents.session;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

/**
 * One trade from its first fill until everything that belongs to it is flat: a position, or the two of a pair. What it earned
 * is the sum of its cash flows, fees and funding included, and therefore exact.
 */
final class RoundTrip {

    private final Instant openedAt;
    private BigDecimal cashFlow = BigDecimal.ZERO;
    private int openPositions;
    private Instant lastChange;
    private boolean stoppedOut;

    RoundTrip(Instant openedAt) {
        this.openedAt = openedAt;
        this.lastChange = openedAt;
    }

    void opened() {
        openPositions++;
    }

    void closed(Instant time) {
        openPositions--;
        lastChange = time;
    }

    void flow(BigDecimal amount) {
        cashFlow = cashFlow.add(amount);
    }

    void stopped() {
        stoppedOut = true;
    }

    boolean isOver() {
        return openPositions == 0;
    }

    boolean isStoppedOut() {
        return stoppedOut;
    }

    BigDecimal pnl() {
        return cashFlow;
    }

    Duration duration() {
        return Duration.between(openedAt, lastChange);
    }
}
