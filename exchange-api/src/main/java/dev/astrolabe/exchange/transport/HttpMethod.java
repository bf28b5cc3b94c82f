package dev.astrolabe.exchange.transport;

/**
 * The HTTP verbs that exchanges use.
 *
 * @since 0.1
 */
public enum HttpMethod {
    /** Reads; never has a body. */
    GET,
    /** Usually creates. */
    POST,
    /** Usually changes. */
    PUT,
    /** Usually cancels; may have a body. */
    DELETE
}
