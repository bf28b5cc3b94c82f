package dev.astrolabe.aster.internal;

import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.OrderRef;
import dev.astrolabe.exchange.transport.Json;
import dev.astrolabe.exchange.transport.Params;
import java.util.List;
import java.util.regex.Pattern;

/** How requests name orders that are there already. Of two ids the venue's wins. */
final class RefParameters {

    private static final Pattern VENUE_ID = Pattern.compile("\\d{1,18}");

    private RefParameters() {}

    static Params of(OrderRef ref, Instrument instrument) {
        Params params = SymbolReads.symbol(instrument);
        return ref.orderId()
                .map(id -> params.add("orderId", requireVenueId(id)))
                .orElseGet(() ->
                        params.add("origClientOrderId", ref.clientOrderId().orElseThrow()));
    }

    /** All by the venue's id, or all by the client's. */
    static Params of(List<OrderRef> refs, Instrument instrument, Json json) {
        Params params = SymbolReads.symbol(instrument);
        if (refs.stream().allMatch(ref -> ref.orderId().isPresent())) {
            List<Long> ids = refs.stream()
                    .map(ref -> requireVenueId(ref.orderId().orElseThrow()))
                    .toList();
            return params.add("orderIdList", json.writeText(ids));
        }
        if (refs.stream().allMatch(ref -> ref.clientOrderId().isPresent())) {
            List<String> ids =
                    refs.stream().map(ref -> ref.clientOrderId().orElseThrow()).toList();
            return params.add("origClientOrderIdList", json.writeText(ids));
        }
        throw NotSentException.invalid("a batch of cancels names all orders by the venue's id, or all by the client's");
    }

    /** Ids of this venue are numbers: another text is another exchange's, and would be refused as malformed. */
    private static long requireVenueId(String id) {
        if (!VENUE_ID.matcher(id).matches()) {
            throw NotSentException.invalid("order id '" + id + "' is not a whole number, as AsterDex's are");
        }
        return Long.parseLong(id);
    }
}
