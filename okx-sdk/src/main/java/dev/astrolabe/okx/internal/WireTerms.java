package dev.astrolabe.okx.internal;

import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.OrderRef;
import dev.astrolabe.exchange.transport.Params;
import dev.astrolabe.okx.model.OkxQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Requests as they are sent. */
final class WireTerms {

    private WireTerms() {}

    /** Texts and booleans as they are, and lists of such. */
    static Params params(Map<?, ?> values) {
        return added(Params.create(), values);
    }

    static Params added(Params to, Map<?, ?> values) {
        Params params = to;
        for (Map.Entry<?, ?> entry : values.entrySet()) {
            String name = entry.getKey().toString();
            Object value = entry.getValue();
            if (value instanceof Boolean flag) {
                params = params.add(name, flag);
            } else if (value instanceof List<?> list) {
                List<Params> items = new ArrayList<>();
                list.forEach(each -> items.add(params((Map<?, ?>) each)));
                params = params.add(name, items);
            } else {
                params = params.add(name, value.toString());
            }
        }
        return params;
    }

    /** An order by the venue's id, or by the client's where that is not known. */
    static Params order(OrderRef ref, Instrument instrument) {
        return named(ref, instrument, "ordId", "clOrdId");
    }

    /** An algo order by the venue's id, or by the client's where that is not known. */
    static Params algo(OrderRef ref, Instrument instrument) {
        return named(ref, instrument, "algoId", "algoClOrdId");
    }

    private static Params named(OrderRef ref, Instrument instrument, String venueName, String clientName) {
        Params params = Params.create().add("instId", instrument.venueSymbol());
        return ref.orderId()
                .map(id -> params.add(venueName, id))
                .orElseGet(() -> params.add(clientName, ref.clientOrderId().orElseThrow()));
    }

    static OkxQuery orderQuery(OrderRef ref, Instrument instrument) {
        OkxQuery query = OkxQuery.of(instrument.venueSymbol());
        return ref.orderId()
                .map(id -> query.with("ordId", id))
                .orElseGet(() -> query.with("clOrdId", ref.clientOrderId().orElseThrow()));
    }

    static OkxQuery algoQuery(OrderRef ref) {
        return ref.orderId()
                .map(id -> OkxQuery.all().with("algoId", id))
                .orElseGet(() ->
                        OkxQuery.all().with("algoClOrdId", ref.clientOrderId().orElseThrow()));
    }
}
