package dev.astrolabe.exchange.model;

/**
 * Where an order is in its life. An unknown status is never terminal.
 *
 * @since 0.1
 */
public enum OrderStatus {
    /** Accepted, nothing filled: resting in the book or waiting for its trigger. */
    NEW,
    /** Open, partly filled. */
    PARTIALLY_FILLED,
    /** Completely filled. */
    FILLED,
    /** Cancelled; a part may have been filled before. */
    CANCELED,
    /** Refused by the venue. */
    REJECTED,
    /** Ended by its time in force or by the venue; a part may have been filled before. */
    EXPIRED,
    /** A status that this version does not know. Treat the order as open. */
    UNKNOWN;

    /**
     * Whether the order can no longer change.
     *
     * @return true for FILLED, CANCELED, REJECTED and EXPIRED
     */
    public boolean isTerminal() {
        return this == FILLED || this == CANCELED || this == REJECTED || this == EXPIRED;
    }
}
