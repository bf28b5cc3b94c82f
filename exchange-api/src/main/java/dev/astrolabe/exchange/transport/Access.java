package dev.astrolabe.exchange.transport;

/**
 * What a call must prove.
 *
 * @since 0.1
 */
public enum Access {
    /** Nothing: anybody may call. */
    PUBLIC,
    /** Who calls, by a key, without a signature. */
    API_KEY,
    /** Who calls and when, by a signature over the request; needs the venue's clock. */
    SIGNED
}
