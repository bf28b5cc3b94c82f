package dev.astrolabe.simulator.okx;

import java.util.Optional;

/**
 * The venue's ids, made of the engine's so that both stay what they are. Each engine id leaves room behind it for orders that get
 * their id later: those that a conditional order made, and those that were refused after their ack. Ids grow with time.
 */
final class Ids {

    private static final long ORDER = 2_650_000_000_000_000_000L;
    private static final long ALGO = 1_650_000_000_000_000_000L;
    private static final long BILL = 2_660_000_000_000_000_000L;
    private static final long POSITION = 2_640_000_000_000_000_000L;
    private static final long ROOM = 1_000_000;

    private long newest;
    private long extra;

    /** Notes an id that the engine gave out. */
    void saw(String engineId) {
        long id = Long.parseLong(engineId);
        if (id > newest) {
            newest = id;
            extra = 0;
        }
    }

    String order(String engineId) {
        return Long.toString(ORDER + Long.parseLong(engineId) * ROOM);
    }

    /** An id for an order that begins now without a new id of the engine. */
    String orderBetween() {
        extra++;
        return Long.toString(ORDER + newest * ROOM + extra);
    }

    /** An id for an algo order that failed before the engine saw it. */
    String algoBetween() {
        extra++;
        return Long.toString(ALGO + newest * ROOM + extra);
    }

    /** An id for a bill of what the engine keeps no account of. */
    String billBetween() {
        extra++;
        return Long.toString(BILL + newest * ROOM + extra);
    }

    static String algo(String engineId) {
        return Long.toString(ALGO + Long.parseLong(engineId) * ROOM);
    }

    static String bill(String engineId) {
        return Long.toString(BILL + Long.parseLong(engineId) * ROOM);
    }

    static String position(String engineId) {
        return Long.toString(POSITION + Long.parseLong(engineId) * ROOM);
    }

    static long number(String id) {
        return optional(id).orElse(0L);
    }

    static Optional<Long> optional(String id) {
        try {
            return Optional.of(Long.parseLong(id));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
