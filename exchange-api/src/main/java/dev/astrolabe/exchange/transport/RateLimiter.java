package dev.astrolabe.exchange.transport;

import dev.astrolabe.exchange.error.NotSentException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Keeps calls within a venue's limits before they leave. Windows slide: within any span of a window's length at most its limit
 * is let through, so a venue whose windows are fixed, wherever they begin, is never exceeded by this limiter alone. A share of
 * each window is kept back for {@link Priority#URGENT} calls. One limiter serves all clients that the venue counts together.
 *
 * <p>A call waits at most {@link Builder#maxWait(Duration)}, on its own thread; with zero it fails at once. Buckets for which
 * no window is configured are not limited. Waiting calls are not served in order of arrival. Safe for any thread.
 *
 * @since 0.1
 */
public final class RateLimiter {

    private static final int MAX_IDLE_SCOPES = 256;

    /** Compared by hand: what a record brings for it is linked at the first use, for which a first call would wait. */
    private record Key(String bucket, String scope) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && bucket.equals(key.bucket) && scope.equals(key.scope);
        }

        @Override
        public int hashCode() {
            return 31 * bucket.hashCode() + scope.hashCode();
        }
    }

    private record Need(Key key, long amount) {}

    private record Obstacle(String what, Instant until) {}

    private final Clock clock;
    private final Sleeper sleeper;
    private final Duration maxWait;
    private final int reservePercent;
    private final Object lock = new Object();
    private final Map<String, List<RateWindow>> windows = new HashMap<>();
    private final Map<Key, List<WindowLog>> logs = new HashMap<>();
    private final Map<String, Instant> blocked = new HashMap<>();
    private Instant allBlocked = Instant.MIN;

    private RateLimiter(Builder builder) {
        this.clock = builder.clock;
        this.sleeper = builder.sleeper;
        this.maxWait = builder.maxWait;
        this.reservePercent = builder.reservePercent;
        configure(builder.windows);
    }

    /**
     * Starts a limiter.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Sets the windows of the buckets that are named, and leaves other buckets as they are. What was used is remembered. For
     * when the venue tells its limits.
     *
     * @param newWindows the windows; all those of a bucket together
     */
    public void configure(Collection<RateWindow> newWindows) {
        Map<String, List<RateWindow>> byBucket = new HashMap<>();
        newWindows.forEach(window -> byBucket.computeIfAbsent(window.bucket(), bucket -> new ArrayList<>())
                .add(window));
        synchronized (lock) {
            windows.putAll(byBucket);
            logs.replaceAll(
                    (key, old) -> byBucket.containsKey(key.bucket()) ? rebuilt(byBucket.get(key.bucket()), old) : old);
        }
    }

    private static List<WindowLog> rebuilt(List<RateWindow> windows, List<WindowLog> old) {
        List<WindowLog> result = new ArrayList<>();
        for (RateWindow window : windows) {
            WindowLog log = new WindowLog(window);
            old.stream()
                    .filter(before -> before.window().length().equals(window.length()))
                    .findFirst()
                    .or(() -> old.stream()
                            .max(Comparator.comparing(before -> before.window().length())))
                    .ifPresent(log::adopt);
            result.add(log);
        }
        return result;
    }

    /**
     * Takes what a call costs, waiting for room where there is none. All costs are taken together or none is.
     *
     * @param costs what the call costs
     * @param priority whether it may use the reserve
     * @throws NotSentException with cause LIMITER, naming the bucket and when there is room, if that is too far away; with cause
     *     INTERRUPTED if the thread is interrupted, its flag then set
     */
    public void acquire(Collection<Cost> costs, Priority priority) {
        List<Need> needs = needs(costs);
        Instant deadline = Instant.MAX;
        while (true) {
            Duration pause;
            synchronized (lock) {
                Instant now = clock.instant();
                Obstacle obstacle = obstacle(needs, priority, now);
                if (!obstacle.until().isAfter(now)) {
                    take(needs, now);
                    return;
                }
                deadline = deadline.equals(Instant.MAX) ? now.plus(maxWait) : deadline;
                if (obstacle.until().isAfter(deadline)) {
                    throw refusal(obstacle);
                }
                pause = Duration.between(now, obstacle.until());
            }
            sleep(pause);
        }
    }

    /** One for each key: what several costs take of one has to fit together. */
    private static List<Need> needs(Collection<Cost> costs) {
        List<Need> needs = new ArrayList<>(costs.size());
        for (Cost cost : costs) {
            Key key = new Key(cost.bucket(), cost.scope());
            long amount = cost.amount();
            for (int i = needs.size() - 1; i >= 0; i--) {
                if (needs.get(i).key().equals(key)) {
                    amount += needs.remove(i).amount();
                }
            }
            needs.add(new Need(key, amount));
        }
        return needs;
    }

    private NotSentException refusal(Obstacle obstacle) {
        String when = obstacle.until().equals(Instant.MAX) ? "never" : "not before " + obstacle.until();
        return new NotSentException(
                NotSentException.Cause.LIMITER,
                "rate limit: " + obstacle.what() + "; there is room " + when + ", the longest wait is " + maxWait);
    }

    private void sleep(Duration pause) {
        try {
            sleeper.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotSentException(
                    NotSentException.Cause.INTERRUPTED, "interrupted while waiting for the rate limit", null, e);
        }
    }

    private Obstacle obstacle(List<Need> needs, Priority priority, Instant now) {
        Obstacle worst = new Obstacle("the venue has blocked all calls", allBlocked);
        for (Need need : needs) {
            Key key = need.key();
            Instant until = blocked.getOrDefault(key.bucket(), Instant.MIN);
            if (until.isAfter(worst.until())) {
                worst = new Obstacle("the venue has blocked " + key.bucket(), until);
            }
            for (WindowLog log : logsOf(key, now)) {
                Instant room = log.roomAt(now, need.amount(), cap(log.window(), priority));
                if (room.isAfter(worst.until())) {
                    String reserved = priority == Priority.URGENT ? "" : " and a reserve is kept";
                    String what = need.amount() + " more do not fit into " + log.window() + ", of which "
                            + log.used(now) + " are used" + reserved;
                    worst = new Obstacle(what, room);
                }
            }
        }
        return worst;
    }

    private long cap(RateWindow window, Priority priority) {
        return priority == Priority.URGENT
                ? window.limit()
                : window.limit() - (long) window.limit() * reservePercent / 100;
    }

    private void take(List<Need> needs, Instant now) {
        for (Need need : needs) {
            if (need.amount() > 0) {
                logsOf(need.key(), now).forEach(log -> log.add(now, need.amount()));
            }
        }
    }

    private List<WindowLog> logsOf(Key key, Instant now) {
        List<WindowLog> found = logs.get(key);
        if (found != null) {
            return found;
        }
        if (logs.size() >= MAX_IDLE_SCOPES) {
            logs.values().removeIf(idle -> idle.stream().allMatch(log -> log.used(now) == 0));
        }
        List<WindowLog> created = windows.getOrDefault(key.bucket(), List.of()).stream()
                .map(WindowLog::new)
                .toList();
        if (!created.isEmpty()) {
            logs.put(key, created);
        }
        return created;
    }

    /**
     * Tells what the venue has counted. Where that is more than was counted here, as when others use the same address, the
     * difference is used up too; where it is less, nothing changes. A window that is not configured is ignored.
     *
     * @param bucket what the venue counts
     * @param length the length of its window
     * @param amount how much it has counted, from 0
     */
    public void used(String bucket, Duration length, long amount) {
        synchronized (lock) {
            Instant now = clock.instant();
            for (WindowLog log : logsOf(new Key(bucket, ""), now)) {
                long excess = amount - log.used(now);
                if (log.window().length().equals(length) && excess > 0) {
                    log.add(now, excess);
                }
            }
        }
    }

    /**
     * Lets nothing through until an instant. An earlier one than that set before changes nothing.
     *
     * @param until when calls may leave again, on this machine's clock
     */
    public void blockUntil(Instant until) {
        Objects.requireNonNull(until, "until");
        synchronized (lock) {
            if (until.isAfter(allBlocked)) {
                allBlocked = until;
            }
        }
    }

    /**
     * Lets nothing of one bucket through until an instant. An earlier one than that set before changes nothing.
     *
     * @param bucket what the venue counts
     * @param until when calls may leave again, on this machine's clock
     */
    public void blockUntil(String bucket, Instant until) {
        Objects.requireNonNull(until, "until");
        synchronized (lock) {
            blocked.merge(bucket, until, (old, given) -> given.isAfter(old) ? given : old);
        }
    }

    /** Collects the values of a {@link RateLimiter}. Not for use by several threads. */
    public static final class Builder {

        private static final int MAX_RESERVE = 50;

        private Clock clock = Clock.systemUTC();
        private Sleeper sleeper = Sleeper.system();
        private Duration maxWait = Duration.ofSeconds(10);
        private int reservePercent = 10;
        private List<RateWindow> windows = List.of();

        private Builder() {}

        /**
         * Sets the windows to begin with.
         *
         * @param value the windows; none unless set
         * @return this
         */
        public Builder windows(Collection<RateWindow> value) {
            windows = List.copyOf(value);
            return this;
        }

        /**
         * Sets how long a call may wait.
         *
         * @param value from zero, which means to fail at once; 10 seconds unless set
         * @return this
         * @throws IllegalArgumentException if it is negative
         */
        public Builder maxWait(Duration value) {
            if (value.isNegative()) {
                throw new IllegalArgumentException("longest wait " + value + " is below zero");
            }
            maxWait = value;
            return this;
        }

        /**
         * Sets which share of each window is kept for urgent calls, rounded down to whole units.
         *
         * @param percent from 0 to 50; 10 unless set
         * @return this
         * @throws IllegalArgumentException if it is out of its range
         */
        public Builder reservePercent(int percent) {
            if (percent < 0 || percent > MAX_RESERVE) {
                throw new IllegalArgumentException("reserve " + percent + " % is not from 0 to " + MAX_RESERVE);
            }
            reservePercent = percent;
            return this;
        }

        /**
         * Sets the clock.
         *
         * @param value the system's unless set
         * @return this
         */
        public Builder clock(Clock value) {
            clock = Objects.requireNonNull(value, "clock");
            return this;
        }

        /**
         * Sets how waiting is done.
         *
         * @param value in real time unless set
         * @return this
         */
        public Builder sleeper(Sleeper value) {
            sleeper = Objects.requireNonNull(value, "sleeper");
            return this;
        }

        /**
         * Makes the limiter.
         *
         * @return it
         */
        public RateLimiter build() {
            return new RateLimiter(this);
        }
    }
}
