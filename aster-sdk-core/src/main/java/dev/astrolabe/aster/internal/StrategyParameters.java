package dev.astrolabe.aster.internal;

import dev.astrolabe.aster.internal.OrderParameters.Place;
import dev.astrolabe.aster.model.AsterOrderRequest;
import dev.astrolabe.aster.model.StrategyChange;
import dev.astrolabe.aster.model.StrategyLink;
import dev.astrolabe.aster.model.StrategyOrder;
import dev.astrolabe.aster.model.StrategyOrder.SubOrder;
import dev.astrolabe.aster.model.StrategyRef;
import dev.astrolabe.exchange.transport.Json;
import dev.astrolabe.exchange.transport.Params;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The parameters of strategies, whose orders are a JSON list in which every value is a text (docs: futures v3). */
final class StrategyParameters {

    private static final String[] LINKS = {"first", "second"};

    private final AsterContext context;
    private final StrategyEndpoints endpoints;
    private final AsterInstruments instruments;
    private final Json json = new Json();

    StrategyParameters(AsterContext context, AsterInstruments instruments) {
        this.context = context;
        this.endpoints = context.endpoints().strategies;
        this.instruments = instruments;
    }

    Params place(StrategyOrder strategy, String clientStrategyId) {
        List<Map<String, String>> elements = new ArrayList<>();
        for (SubOrder subOrder : strategy.subOrders()) {
            PreparedOrder prepared =
                    PreparedOrder.of(endpoints.place, subOrder.order(), Place.STRATEGY, context, instruments);
            Map<String, String> element = element(elements.size() + 1, prepared);
            for (int i = 0; i < subOrder.links().size(); i++) {
                link(LINKS[i], subOrder.links().get(i), element);
            }
            elements.add(element);
        }
        Params params = Params.create()
                .add(AsterEndpoints.CLIENT_STRATEGY_ID, clientStrategyId)
                .add("strategyType", strategy.type().name())
                .add(StrategyEndpoints.SUB_ORDERS, json.writeText(elements));
        return strategy.builderFee()
                .map(fee -> params.add("builder", fee.address()).add("feeRate", fee.feeRate()))
                .orElse(params);
    }

    private static void link(String name, StrategyLink link, Map<String, String> element) {
        element.put(name + "DrivenId", Integer.toString(link.drivenBy()));
        element.put(name + "DrivenOn", link.rawDrivenOn());
        element.put(name + "Trigger", link.rawTrigger());
    }

    Params update(StrategyChange change) {
        List<Map<String, String>> elements = new ArrayList<>();
        for (Map.Entry<Integer, AsterOrderRequest> subOrder : change.subOrders().entrySet()) {
            PreparedOrder prepared =
                    PreparedOrder.restated(endpoints.update, subOrder.getValue(), Place.STRATEGY, context, instruments);
            elements.add(element(subOrder.getKey(), prepared));
        }
        return Params.create()
                .add("strategyId", change.strategyId())
                .add("strategyType", change.type().name())
                .add(StrategyEndpoints.SUB_ORDERS, json.writeText(elements));
    }

    /** All instruments of this API are futures that settle in a stablecoin. */
    private static Map<String, String> element(int subId, PreparedOrder prepared) {
        Map<String, String> element = new LinkedHashMap<>();
        element.put("strategySubId", Integer.toString(subId));
        element.put("securityType", "USDT_FUTURES");
        element.putAll(prepared.parameters());
        return element;
    }

    static Params of(StrategyRef ref) {
        Params params = ref.clientStrategyId()
                .map(id -> Params.create().add(AsterEndpoints.CLIENT_STRATEGY_ID, id))
                .orElseGet(
                        () -> Params.create().add("strategyId", ref.strategyId().orElseThrow()));
        return params.add("strategyType", ref.type().name());
    }
}
