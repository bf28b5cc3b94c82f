package dev.astrolabe.simulator.okx;

import dev.astrolabe.simulator.journal.Acceptance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a call answers.
 *
 * @param code of the envelope: 0, 1 where all items failed, 2 where some did
 * @param message of the envelope
 * @param data its rows
 * @param timed whether it carries inTime and outTime, as acks of trading do
 * @param acts what it did to orders
 */
record Reply(String code, String message, List<?> data, boolean timed, List<Acceptance.OrderAct> acts) {

    static Reply of(List<?> data) {
        List<Object> rows = new ArrayList<>();
        data.forEach(item -> rows.add(item instanceof Row row ? row.fields() : item));
        return new Reply("0", "", rows, false, List.of());
    }

    static Reply of(Row row) {
        return of(List.of(row));
    }

    /** Of orders that were each taken or refused (docs: OKX v5, "Place multiple orders"). */
    static Reply of(List<Item> items, boolean timed) {
        long failed = items.stream().filter(item -> !item.accepted()).count();
        String code = failed == 0 ? "0" : failed == items.size() ? "1" : "2";
        String message = switch (code) {
            case "1" -> "All operations failed";
            case "2" -> "Bulk operation partially succeeded.";
            default -> "";
        };
        List<Acceptance.OrderAct> acts =
                items.stream().flatMap(item -> item.acts().stream()).toList();
        return new Reply(
                code, message, items.stream().map(item -> item.row().fields()).toList(), timed, acts);
    }

    Reply acting(List<Acceptance.OrderAct> done) {
        return new Reply(code, message, data, timed, done);
    }

    /** Whether the venue took on anything of it. */
    boolean accepted() {
        return !code.equals("1");
    }

    Map<String, Object> envelope(String inTime, String outTime) {
        Map<String, Object> envelope = new LinkedHashMap<>();
        envelope.put("code", code);
        envelope.put("msg", message);
        envelope.put("data", data);
        if (timed) {
            envelope.put("inTime", inTime);
            envelope.put("outTime", outTime);
        }
        return envelope;
    }

    /**
     * What became of one order of a request.
     *
     * @param row its ack
     * @param acts what was done; empty where it was refused
     */
    record Item(Row row, List<Acceptance.OrderAct> acts) {

        boolean accepted() {
            return row.text("sCode").equals("0");
        }
    }
}
