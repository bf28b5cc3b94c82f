package dev.astrolabe.simulator.aster;

import static dev.astrolabe.simulator.aster.Security.SIGNED;

import com.fasterxml.jackson.databind.JsonNode;
import dev.astrolabe.exchange.model.Order;
import dev.astrolabe.simulator.market.Market;
import dev.astrolabe.simulator.wire.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Several orders in one request, each answered on its own (docs: futures v3, "Place Multiple Orders", "Cancel Multiple Orders"). */
final class BatchCalls {

    private static final int MOST_PLACED = 5;
    private static final int MOST_CANCELLED = 10;

    private final Catalogue catalogue;
    private final OrderCalls orders;

    BatchCalls(Catalogue catalogue, OrderCalls orders) {
        this.catalogue = catalogue;
        this.orders = orders;
    }

    void register(Routes routes) {
        routes.add("POST", "batchOrders", SIGNED, 5, this::place);
        routes.add("PUT", Routes.V3, "batchOrders", SIGNED, any -> 5, this::amend);
        routes.add("DELETE", "batchOrders", SIGNED, 1, this::cancel);
    }

    private Object place(Call call) {
        return each(call, element -> {
            Map<String, Object> row = orders.place(call, element, true);
            row.remove("closePosition");
            return row;
        });
    }

    private Object amend(Call call) {
        return each(call, element -> orders.amend(call, element));
    }

    private interface One {
        Object of(Parameters element);
    }

    private static Object each(Call call, One one) {
        List<Parameters> elements = elements(call.parameters());
        if (elements.isEmpty() || elements.size() > MOST_PLACED) {
            throw ErrorCode.INVALID_BATCH_SIZE.with();
        }
        List<Object> answers = new ArrayList<>();
        for (Parameters element : elements) {
            answers.add(orError(() -> one.of(element)));
        }
        return answers;
    }

    private static Object orError(Supplier<Object> one) {
        try {
            return one.get();
        } catch (AsterError e) {
            return e.body();
        }
    }

    static List<Parameters> elements(Parameters parameters) {
        JsonNode list = list(parameters, "batchOrders");
        List<Parameters> elements = new ArrayList<>();
        for (JsonNode element : list) {
            Map<String, String> values = new LinkedHashMap<>();
            element.properties()
                    .forEach(
                            field -> values.put(field.getKey(), field.getValue().asText()));
            elements.add(Parameters.of(values));
        }
        return elements;
    }

    /** The samples of the docs have single quotes, most clients send double ones. */
    private static JsonNode list(Parameters parameters, String name) {
        String text = parameters.text(name);
        return Json.read(text)
                .or(() -> Json.read(text.replace('\'', '"')))
                .filter(JsonNode::isArray)
                .orElseThrow(() -> ErrorCode.MANDATORY_PARAMETER.with(name));
    }

    private Object cancel(Call call) {
        Parameters parameters = call.parameters();
        Market market = catalogue.market(parameters);
        boolean byId = parameters.has("orderIdList");
        String name = byId ? "orderIdList" : "origClientOrderIdList";
        JsonNode ids = list(parameters, name);
        if (ids.isEmpty() || ids.size() > MOST_CANCELLED) {
            throw ErrorCode.TOO_MANY_CANCELS.with();
        }
        List<Object> answers = new ArrayList<>();
        for (JsonNode id : ids) {
            Parameters one = Parameters.of(Map.of(byId ? "orderId" : "origClientOrderId", id.asText()));
            answers.add(orError(() -> {
                Optional<Order> order = orders.find(call.account(), market, one);
                return orders.cancel(call, order.orElseThrow(ErrorCode.CANCEL_REJECTED::with));
            }));
        }
        return answers;
    }
}
