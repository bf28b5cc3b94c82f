package dev.astrolabe.exchange.transport;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/**
 * Makes client order ids of {@code [a-z0-9]}, at most 32 characters, that sort by time: milliseconds, a counter, and 62 random
 * bits, so that two threads, two processes or two machines do not meet. No upper case, for a venue may not tell it from lower.
 * Safe for any thread.
 *
 * @since 0.1
 */
public final class ClientOrderIds {

    private static final int RADIX = 36;
    private static final int TIME_DIGITS = 9;
    private static final int COUNTER_DIGITS = 4;
    private static final int RANDOM_DIGITS = 12;
    private static final int MAX_PREFIX = 32 - TIME_DIGITS - COUNTER_DIGITS - RANDOM_DIGITS;

    private final String prefix;
    private final Clock clock;
    private final RandomGenerator random;
    private final AtomicLong counter = new AtomicLong();

    /**
     * Ids with a prefix.
     *
     * @param prefix at most 7 letters or digits, which begin each id, so that one's own orders are told from others; may be
     *     empty
     * @param clock this machine's clock
     * @param random a source that is safe for any thread
     * @throws IllegalArgumentException if the prefix is longer or has other characters
     */
    public ClientOrderIds(String prefix, Clock clock, RandomGenerator random) {
        if (!prefix.matches("[A-Za-z0-9]{0," + MAX_PREFIX + "}")) {
            throw new IllegalArgumentException(
                    "prefix '" + prefix + "' is not at most " + MAX_PREFIX + " letters or digits");
        }
        this.prefix = prefix;
        this.clock = Objects.requireNonNull(clock, "clock");
        this.random = Objects.requireNonNull(random, "random");
    }

    /**
     * Ids without a prefix, from the system's clock and a secure random source.
     *
     * @return the generator
     */
    public static ClientOrderIds system() {
        return new ClientOrderIds("", Clock.systemUTC(), new SecureRandom());
    }

    /**
     * The next id.
     *
     * @return an id of 25 characters behind the prefix
     */
    public String next() {
        return prefix
                + digits(clock.millis(), TIME_DIGITS)
                + digits(counter.getAndIncrement(), COUNTER_DIGITS)
                + digits(random.nextLong(), RANDOM_DIGITS);
    }

    private static String digits(long value, int count) {
        char[] text = new char[count];
        long rest = value;
        for (int i = count - 1; i >= 0; i--) {
            text[i] = Character.forDigit((int) Long.remainderUnsigned(rest, RADIX), RADIX);
            rest = Long.divideUnsigned(rest, RADIX);
        }
        return new String(text);
    }
}
