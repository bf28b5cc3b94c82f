package dev.astrolabe.simulator.okx;

import dev.astrolabe.exchange.model.MarginMode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Exits that wait for their order to be filled, and what amending does to them (docs: OKX v5, "Amend order", attachAlgoOrds). */
final class AttachedExits {

    private static final List<String> WORDS =
            List.of("tpTriggerPx", "tpOrdPx", "tpTriggerPxType", "slTriggerPx", "slOrdPx", "slTriggerPxType");

    private AttachedExits() {}

    /** The exits of an order that is being placed, checked and named. */
    static List<Params> placed(Params order, Placement entry, Optional<BigDecimal> limit, Ids ids) {
        List<Params> exits = new ArrayList<>();
        for (Params exit : order.objects("attachAlgoOrds")) {
            AlgoWords.checkAttached(entry, exit, limit);
            exits.add(exit.with(Map.of("attachAlgoId", ids.algoBetween())));
        }
        return exits;
    }

    /** The exits of an open order after a change: each names one that there is, or adds one. A trigger of 0 takes a leg away. */
    static List<Params> amended(OrderNote note, OkxInstrument instrument, List<Params> changes, Ids ids) {
        Placement entry = new Placement(
                instrument, note.order().side(), note.order().positionSide(), MarginMode.CROSS, false, "");
        List<Params> exits = new ArrayList<>(note.attached());
        for (Params change : changes) {
            int at = indexOf(exits, change);
            Params exit =
                    reworded(at < 0 ? change.with(Map.of("attachAlgoId", ids.algoBetween())) : exits.get(at), change);
            boolean ended = !exit.has("tpTriggerPx") && !exit.has("slTriggerPx");
            if (!ended) {
                AlgoWords.checkAttached(entry, exit, note.order().price());
            }
            if (at >= 0) {
                exits.remove(at);
            }
            if (!ended) {
                exits.add(exit);
            }
        }
        return exits;
    }

    private static int indexOf(List<Params> exits, Params change) {
        for (int i = 0; i < exits.size(); i++) {
            boolean byId = change.has("attachAlgoId")
                    && change.textOr("attachAlgoId", "").equals(exits.get(i).textOr("attachAlgoId", ""));
            boolean byClientId = change.has("attachAlgoClOrdId")
                    && change.textOr("attachAlgoClOrdId", "")
                            .equals(exits.get(i).textOr("attachAlgoClOrdId", ""));
            if (byId || byClientId) {
                return i;
            }
        }
        return -1;
    }

    private static Params reworded(Params exit, Params change) {
        Map<String, String> words = new LinkedHashMap<>();
        for (String name : WORDS) {
            String changed = "new" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
            change.text(changed).ifPresent(value -> words.put(name, value.equals("0") ? "" : value));
        }
        return exit.with(words);
    }
}
