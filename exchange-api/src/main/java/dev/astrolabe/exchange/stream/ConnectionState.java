package dev.astrolabe.exchange.stream;

/**
 * How a subscription stands.
 *
 * @since 0.1
 */
public enum ConnectionState {
    /** Not confirmed by the venue yet. */
    CONNECTING,
    /** Confirmed; data flows. */
    LIVE,
    /** Connected, but silent for longer than the options allow. */
    STALE,
    /** The connection was lost and is being rebuilt. */
    RECONNECTING,
    /** Closed for good. */
    CLOSED
}
