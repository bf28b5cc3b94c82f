package dev.astrolabe.exchange.testkit.faults;

/**
 * What a call is for.
 *
 * @param kind the kind
 * @param clientId the client's id of its first order; empty where it has none
 * @since 0.1
 */
public record Asked(Kind kind, String clientId) {

    /** The kinds of calls that differ in what can go wrong. */
    public enum Kind {
        /** Places an order. */
        PLACE,
        /** Places several. */
        PLACE_BATCH,
        /** Changes something else. */
        CHANGE,
        /** Changes nothing but proves that an order cannot be executed any more. */
        PROOF,
        /** Asks for an order. */
        QUERY,
        /** Reads something else. */
        OTHER
    }

    boolean mutation() {
        return kind != Kind.QUERY && kind != Kind.OTHER;
    }
}
