package dev.astrolabe.agents.session;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

/**
 * One trade from its first fill until everything that belongs to it is flat: a position, or the two of a pair. What it earned
 * is the sum of its cash flows, fees and funding included, and therefore exact.
 */
final class RoundTrip {

    private Instant openedAt = Instant.MAX;
    private BigDecimal cashFlow = BigDecimal.ZERO;
    private int openPositions;
    private Instant lastChange = Instant.MIN;
    private boolean stoppedOut;

    void opened(Instant time) {
        openedAt = time.isBefore(openedAt) ? time : openedAt;
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

    /** Whether it began and is over, so that nothing can join it any more. */
    boolean isFinished() {
        return isOver() && !openedAt.equals(Instant.MAX);
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
