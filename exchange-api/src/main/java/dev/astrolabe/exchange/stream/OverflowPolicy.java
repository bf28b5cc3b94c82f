package dev.astrolabe.exchange.stream;

/**
 * What happens when events outrun their listener.
 *
 * @since 0.1
 */
public enum OverflowPolicy {
    /** Only the newest event is kept: right for prices. */
    KEEP_LATEST,
    /** The oldest event makes room: right for trades that are only watched. */
    DROP_OLDEST
}
