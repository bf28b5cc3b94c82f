package dev.astrolabe.simulator.fault;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * What goes wrong, with what, and how often. A new rule goes wrong with everything, always, at once.
 *
 * @param kind what goes wrong
 * @param protocol with which protocol, such as {@code okx-v5}; here and below {@code *} stands for any text
 * @param account with whose requests or events; {@code *} for all, those without an account too
 * @param operation with which: {@code POST /fapi/v3/order}, {@code WS order}, or a stream's channel
 * @param onlyChanges whether reads are left alone
 * @param onlyStops whether everything but conditional orders is left alone
 * @param probability with what share of them, above 0, at most 1
 * @param skip how many go well first
 * @param times how often at most; {@link Integer#MAX_VALUE} for always
 * @param duration how long it takes or lasts, for the kinds that do; not negative
 * @since 0.1
 */
public record FaultRule(
        FaultKind kind,
        String protocol,
        String account,
        String operation,
        boolean onlyChanges,
        boolean onlyStops,
        double probability,
        int skip,
        int times,
        Duration duration) {

    /** Matches everything. */
    public static final String ANY = "*";

    private static final Duration LONGEST = Duration.ofDays(1);

    /**
     * Checks the numbers.
     *
     * @param kind what goes wrong
     * @param protocol with which protocol, such as {@code okx-v5}; here and below {@code *} stands for any text
     * @param account with whose requests or events; {@code *} for all, those without an account too
     * @param operation with which: {@code POST /fapi/v3/order}, {@code WS order}, or a stream's channel
     * @param onlyChanges whether reads are left alone
     * @param onlyStops whether everything but conditional orders is left alone
     * @param probability with what share of them, above 0, at most 1
     * @param skip how many go well first
     * @param times how often at most; {@link Integer#MAX_VALUE} for always
     * @param duration how long it takes or lasts, for the kinds that do; not negative
     * @throws IllegalArgumentException naming what is wrong and what is allowed
     */
    public FaultRule {
        check(probability > 0 && probability <= 1, "probability", probability, "above 0 and at most 1");
        check(skip >= 0, "skip", skip, "0 or more");
        check(times >= 1, "times", times, "1 or more");
        check(
                !duration.isNegative() && duration.compareTo(LONGEST) <= 0,
                "duration",
                duration,
                "between PT0S and " + LONGEST);
    }

    private static void check(boolean good, String name, Object value, String allowed) {
        if (!good) {
            throw new IllegalArgumentException(name + " " + value + " of a fault is not " + allowed);
        }
    }

    /**
     * A rule for everything, always.
     *
     * @param kind what goes wrong
     * @return the rule
     */
    public static FaultRule of(FaultKind kind) {
        return new FaultRule(kind, ANY, ANY, ANY, false, false, 1, 0, Integer.MAX_VALUE, Duration.ZERO);
    }

    /**
     * For one protocol.
     *
     * @param pattern such as {@code aster-v3} or {@code aster-*}
     * @return the changed rule
     */
    public FaultRule withProtocol(String pattern) {
        return new FaultRule(
                kind, pattern, account, operation, onlyChanges, onlyStops, probability, skip, times, duration);
    }

    /**
     * For one account.
     *
     * @param pattern such as {@code demo}
     * @return the changed rule
     */
    public FaultRule withAccount(String pattern) {
        return new FaultRule(
                kind, protocol, pattern, operation, onlyChanges, onlyStops, probability, skip, times, duration);
    }

    /**
     * For some operations or channels.
     *
     * @param pattern such as {@code POST *order}
     * @return the changed rule
     */
    public FaultRule withOperation(String pattern) {
        return new FaultRule(
                kind, protocol, account, pattern, onlyChanges, onlyStops, probability, skip, times, duration);
    }

    /**
     * For requests alone that are meant to change something.
     *
     * @return the changed rule
     */
    public FaultRule onChanges() {
        return new FaultRule(kind, protocol, account, operation, true, onlyStops, probability, skip, times, duration);
    }

    /**
     * For conditional orders alone.
     *
     * @return the changed rule
     */
    public FaultRule onStops() {
        return new FaultRule(kind, protocol, account, operation, onlyChanges, true, probability, skip, times, duration);
    }

    /**
     * For a share of what it matches.
     *
     * @param share above 0, at most 1
     * @return the changed rule
     */
    public FaultRule withProbability(double share) {
        return new FaultRule(kind, protocol, account, operation, onlyChanges, onlyStops, share, skip, times, duration);
    }

    /**
     * Lets some go well first.
     *
     * @param count how many
     * @return the changed rule
     */
    public FaultRule afterFirst(int count) {
        return new FaultRule(
                kind, protocol, account, operation, onlyChanges, onlyStops, probability, count, times, duration);
    }

    /**
     * Ends after some.
     *
     * @param count how many go wrong at most
     * @return the changed rule
     */
    public FaultRule atMost(int count) {
        return new FaultRule(
                kind, protocol, account, operation, onlyChanges, onlyStops, probability, skip, count, duration);
    }

    /**
     * How long it takes or lasts.
     *
     * @param length for latency in the machine's time, for all others in the venue's
     * @return the changed rule
     */
    public FaultRule lasting(Duration length) {
        return new FaultRule(
                kind, protocol, account, operation, onlyChanges, onlyStops, probability, skip, times, length);
    }

    /**
     * Whether a pattern matches the whole of a text.
     *
     * @param pattern in which {@code *} stands for any text
     * @param text the text
     * @return true if it does
     */
    public static boolean matches(String pattern, String text) {
        if (pattern.equals(ANY) || pattern.equals(text)) {
            return true;
        }
        if (pattern.indexOf('*') < 0) {
            return false;
        }
        String[] parts = pattern.split("\\*", -1);
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < parts.length; i++) {
            regex.append(i == 0 ? "" : ".*").append(Pattern.quote(parts[i]));
        }
        return Pattern.matches(regex.toString(), text);
    }
}
