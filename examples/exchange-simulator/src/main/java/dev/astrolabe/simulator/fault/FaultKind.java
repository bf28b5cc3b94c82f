package dev.astrolabe.simulator.fault;

/**
 * What can go wrong. The first nine meet requests, over HTTP and over a socket alike; the others meet streams.
 *
 * @since 0.1
 */
public enum FaultKind {
    /** The answer takes longer, by the rule's duration in the machine's time. Goes together with any other. */
    LATENCY,
    /** Nothing is executed and the connection ends. */
    DROP_BEFORE,
    /** The request is executed, and the connection ends without an answer. */
    DROP_AFTER,
    /** The request is executed, and the answer says that its outcome is unknown: AsterDex 503, OKX 50004. */
    UNAVAILABLE_AFTER,
    /**
     * The connection ends without an answer, and the request reaches the venue after the rule's duration, in the venue's time. Its
     * time window is judged then.
     */
    LATE,
    /** Refused as too many, for the rule's duration in the venue's time. */
    RATE_LIMITED,
    /** Refused as banned, for the rule's duration in the venue's time. */
    BANNED,
    /** A conditional order is refused. Other requests are not met. */
    STOP_REJECTED,
    /** Refused for maintenance, for the rule's duration in the venue's time. */
    MAINTENANCE,
    /** An event comes twice. */
    DUPLICATE,
    /** An event comes behind the next one of its connection. */
    REORDER,
    /** An event does not come. */
    GAP,
    /** No event comes for the rule's duration in the venue's time; the connection stays. */
    SILENCE,
    /** The connection ends in place of an event. */
    DISCONNECT,
    /** A new connection is refused with 503. */
    REFUSE_CONNECT;

    /**
     * Whether it meets streams.
     *
     * @return false for one that meets requests
     */
    public boolean isOfStreams() {
        return compareTo(DUPLICATE) >= 0;
    }

    /**
     * Whether it lasts for its rule's duration once it has begun.
     *
     * @return true for refusals and silence
     */
    boolean lasts() {
        return switch (this) {
            case RATE_LIMITED, BANNED, MAINTENANCE, SILENCE -> true;
            default -> false;
        };
    }
}
