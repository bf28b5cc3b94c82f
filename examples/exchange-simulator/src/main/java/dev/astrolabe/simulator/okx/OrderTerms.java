package dev.astrolabe.simulator.okx;

import java.util.List;

/**
 * What the engine does not know of an order.
 *
 * @param clientId clOrdId; empty where none was given
 * @param tag empty where none was given
 * @param ordType in this venue's words
 * @param tdMode cross or isolated
 * @param source what made it: empty for a caller, 6, 7 or 25 for an algo order
 * @param category such as normal, full_liquidation
 * @param algoId of the algo order that made it; empty for others
 * @param algoClientId its algoClOrdId
 * @param attached what is to be placed once it is filled
 */
record OrderTerms(
        String clientId,
        String tag,
        String ordType,
        String tdMode,
        String source,
        String category,
        String algoId,
        String algoClientId,
        List<Params> attached) {

    OrderTerms {
        attached = List.copyOf(attached);
    }

    static OrderTerms placed(String clientId, String tag, String ordType, String tdMode, List<Params> attached) {
        return new OrderTerms(clientId, tag, ordType, tdMode, "", "normal", "", "", attached);
    }

    /** Of an order that nobody placed here: of the venue itself, or by hand. */
    static OrderTerms foreign(String clientId, String ordType, String tdMode, String category) {
        return new OrderTerms(clientId, "", ordType, tdMode, "", category, "", "", List.of());
    }
}
