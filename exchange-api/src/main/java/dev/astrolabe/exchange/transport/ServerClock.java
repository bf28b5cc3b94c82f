package dev.astrolabe.exchange.transport;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The venue's clock, estimated: this machine's clock plus an offset. Each sample takes the venue's time to be that of the
 * middle of the round trip; the offset is the median of the last five. Does no I/O. Safe for any thread.
 *
 * @since 0.1
 */
public final class ServerClock {

    private static final int SAMPLES = 5;

    private final Clock local;
    private final Duration resyncAfter;
    private final Deque<Duration> offsets = new ArrayDeque<>();
    private volatile @Nullable Duration offset;
    private volatile @Nullable Instant lastSample;

    /**
     * A clock without samples, that shows this machine's time.
     *
     * @param local this machine's clock
     * @param resyncAfter how long a sample serves, above zero
     */
    public ServerClock(Clock local, Duration resyncAfter) {
        if (resyncAfter.isZero() || resyncAfter.isNegative()) {
            throw new IllegalArgumentException("time " + resyncAfter + " until the next sample is not above zero");
        }
        this.local = Objects.requireNonNull(local, "local");
        this.resyncAfter = resyncAfter;
    }

    /**
     * Adds a sample.
     *
     * @param sent when the question left, on this machine's clock
     * @param venue the venue's answer
     * @param received when the answer came, on this machine's clock
     */
    public synchronized void sample(Instant sent, Instant venue, Instant received) {
        Instant middle = sent.plus(Duration.between(sent, received).dividedBy(2));
        offsets.addLast(Duration.between(middle, venue));
        if (offsets.size() > SAMPLES) {
            offsets.removeFirst();
        }
        offset = offsets.stream().sorted().toList().get((offsets.size() - 1) / 2);
        lastSample = received;
    }

    /**
     * Forgets the samples and begins anew with one, as when the venue says that the time is wrong.
     *
     * @param sent when the question left, on this machine's clock
     * @param venue the venue's answer
     * @param received when the answer came, on this machine's clock
     */
    public synchronized void restart(Instant sent, Instant venue, Instant received) {
        offsets.clear();
        sample(sent, venue, received);
    }

    /**
     * Whether there is a sample.
     *
     * @return true after the first
     */
    public boolean synced() {
        return offset != null;
    }

    /**
     * Whether a new sample should be taken: there is none, or the last is too old or, by a jump of this machine's clock, from
     * the future.
     *
     * @return true where one is due
     */
    public boolean due() {
        Instant last = lastSample;
        if (last == null) {
            return true;
        }
        Instant now = local.instant();
        return now.isBefore(last) || !now.isBefore(last.plus(resyncAfter));
    }

    /**
     * How far the venue's clock is ahead of this machine's.
     *
     * @return the median of the samples, negative where it is behind; empty without a sample
     */
    public Optional<Duration> offset() {
        return Optional.ofNullable(offset);
    }

    /**
     * The venue's time.
     *
     * @return this machine's time plus the offset; this machine's time without a sample
     */
    public Instant now() {
        return at(local.instant());
    }

    /**
     * The venue's time when this machine's clock showed a time.
     *
     * @param localTime a time of this machine's clock
     * @return that time plus the offset; the same time without a sample
     */
    public Instant at(Instant localTime) {
        return localTime.plus(offset().orElse(Duration.ZERO));
    }
}
