package dev.astrolabe.simulator.server;

import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.simulator.fault.FaultRule;
import dev.astrolabe.simulator.journal.Acceptance.OrderAct;
import dev.astrolabe.simulator.journal.JournalEntry;
import dev.astrolabe.simulator.market.ScriptedMarkets;
import dev.astrolabe.simulator.venue.SimulatedVenue;
import dev.astrolabe.simulator.venue.VenueAccount;
import dev.astrolabe.simulator.wire.Json;
import dev.astrolabe.simulator.wire.WireAnswer;
import dev.astrolabe.simulator.wire.WireRequest;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the control port does: one answer a request. */
final class ControlApi {

    private static final String CALLS =
            "GET /health, /accounts, /accounts/{id}, /faults, /journal?after=N, /clock; POST /faults,"
                    + " /clock/advance, /streams/disconnect, /markets/move, /accounts/{id}/liquidate, deleverage, trade, position-mode,"
                    + " transfer, cancel-all; DELETE /faults, /faults/{id}";

    private final Controls controls;

    ControlApi(Controls controls) {
        this.controls = controls;
    }

    WireAnswer answer(WireRequest request) {
        try {
            return WireAnswer.of(200, Json.text(dispatch(request)));
        } catch (ControlRefusal refusal) {
            return WireAnswer.of(refusal.status(), Json.text(Map.of("error", String.valueOf(refusal.getMessage()))));
        }
    }

    private Object dispatch(WireRequest request) {
        List<String> path = List.of(request.path().substring(1).split("/", -1));
        String call = request.method() + " " + path.get(0);
        if (path.get(0).equals("accounts") && path.size() > 1) {
            return account(request, path);
        }
        if (call.equals("DELETE faults") && path.size() == 2) {
            return removeFault(path.get(1));
        }
        return switch (request.method() + " " + request.path()) {
            case "GET /health" -> health();
            case "GET /accounts" -> accounts();
            case "GET /faults" ->
                Map.of(
                        "faults",
                        controls.faults().rules().stream().map(FaultForm::show).toList());
            case "POST /faults" -> Map.of("id", controls.faults().add(FaultForm.read(request.body())));
            case "DELETE /faults" -> removeFaults();
            case "GET /journal" -> journal(request.query());
            case "GET /clock" -> clock();
            case "POST /clock/advance" -> advance(request.body());
            case "POST /streams/disconnect" -> disconnect(request.body());
            case "POST /markets/move" -> move(request.body());
            default ->
                throw ControlRefusal.unknown(
                        "no call " + request.method() + " " + request.path() + "; there are " + CALLS);
        };
    }

    private Object health() {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("status", "ok");
        shown.put("time", controls.clock().instant().toString());
        shown.put("baseUrl", controls.baseUrl());
        shown.put("streamUrl", controls.streamUrl());
        shown.put(
                "venues",
                controls.venues().stream().map(venue -> venue.id().name()).toList());
        shown.put("accepted", controls.journal().after(0).size());
        return shown;
    }

    private Object clock() {
        return Map.of(
                "time",
                controls.clock().instant().toString(),
                "turned",
                controls.clock().isTurned());
    }

    private Object advance(String body) {
        ControlForm form = ControlForm.of(body, "duration");
        String allowed = "a duration such as PT1.5S, not negative";
        Duration by = form.duration("duration").orElseThrow(() -> ControlRefusal.missing("duration", allowed));
        if (by.isNegative()) {
            throw ControlRefusal.invalid("duration", by.toString(), allowed);
        }
        if (!controls.clock().isTurned()) {
            throw ControlRefusal.refused("the clock runs by itself; only one that is turned by hand can be advanced");
        }
        controls.advance(by);
        return clock();
    }

    private Object removeFaults() {
        int count = controls.faults().rules().size();
        controls.faults().clear();
        return Map.of("removed", count);
    }

    private Object removeFault(String id) {
        try {
            if (controls.faults().remove(Long.parseLong(id))) {
                return Map.of("removed", 1);
            }
        } catch (NumberFormatException e) {
            throw ControlRefusal.invalid("fault", id, "the id that adding it gave");
        }
        throw ControlRefusal.unknown("no fault " + id);
    }

    private Object journal(String query) {
        Optional<String> after = parameter(query, "after");
        try {
            long number = after.map(Long::parseLong).orElse(0L);
            return Map.of(
                    "entries",
                    controls.journal().after(number).stream()
                            .map(ControlApi::show)
                            .toList());
        } catch (NumberFormatException e) {
            throw ControlRefusal.invalid("after", after.orElse(""), "the number of an entry, or 0");
        }
    }

    private static Map<String, Object> show(JournalEntry entry) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("number", entry.number());
        shown.put("time", entry.time().toString());
        shown.put("protocol", entry.acceptance().protocol());
        shown.put("account", entry.acceptance().account());
        shown.put("operation", entry.acceptance().operation());
        shown.put(
                "orders",
                entry.acceptance().orders().stream().map(ControlApi::show).toList());
        shown.put("fault", entry.fault());
        return shown;
    }

    private static Map<String, Object> show(OrderAct act) {
        return Map.of(
                "act", act.act().name(),
                "symbol", act.symbol(),
                "clientOrderId", act.clientOrderId(),
                "orderId", act.orderId());
    }

    private Object disconnect(String body) {
        ControlForm form = ControlForm.of(body, "protocol");
        return Map.of("disconnected", controls.disconnect(form.text("protocol").orElse(FaultRule.ANY)));
    }

    private Object move(String body) {
        ControlForm form = ControlForm.of(body, "venue", "symbol", "price");
        SimulatedVenue venue = venue(form.text("venue"), controls.venues());
        Symbol symbol = AccountActions.symbol(venue, form);
        BigDecimal price = form.positive("price", "a price");
        if (!(venue.markets() instanceof ScriptedMarkets scripted)) {
            throw ControlRefusal.refused(
                    "the markets of " + venue.id() + " move by themselves; only scripted ones can be moved");
        }
        try {
            scripted.move(symbol, price);
        } catch (IllegalArgumentException e) {
            throw ControlRefusal.refused(String.valueOf(e.getMessage()));
        }
        controls.catchUp();
        return Map.of("symbol", symbol.toString(), "price", price.toPlainString());
    }

    private Object accounts() {
        List<Map<String, Object>> shown = new ArrayList<>();
        for (SimulatedVenue venue : controls.venues()) {
            for (VenueAccount account : venue.accounts()) {
                shown.add(Map.of("id", account.id(), "venue", venue.id().name()));
            }
        }
        return Map.of("accounts", shown);
    }

    private Object account(WireRequest request, List<String> path) {
        boolean read = request.method().equals("GET") && path.size() == 2;
        String id = path.get(1);
        List<SimulatedVenue> open = controls.venues().stream()
                .filter(venue -> accountOf(venue, id).isPresent())
                .toList();
        if (open.isEmpty()) {
            throw ControlRefusal.unknown("no account " + id + "; GET /accounts tells which there are");
        }
        Optional<String> named = read ? parameter(request.query(), "venue") : venueOf(request.body());
        SimulatedVenue venue = venue(named, open);
        VenueAccount account = accountOf(venue, id).orElseThrow();
        if (read) {
            return venue.call(() -> AccountBooks.show(venue.id().name(), account));
        }
        Optional<Object> done = request.method().equals("POST") && path.size() == 3
                ? AccountActions.act(path.get(2), venue, account, request.body())
                : Optional.empty();
        return done.orElseThrow(() ->
                ControlRefusal.unknown("no call " + request.method() + " " + request.path() + "; there are " + CALLS));
    }

    private static Optional<VenueAccount> accountOf(SimulatedVenue venue, String id) {
        return venue.accounts().stream()
                .filter(account -> account.id().equals(id))
                .findFirst();
    }

    private static Optional<String> venueOf(String body) {
        return Json.read(body).map(node -> node.path("venue").asText()).filter(name -> !name.isEmpty());
    }

    private static SimulatedVenue venue(Optional<String> name, List<SimulatedVenue> among) {
        List<String> names = among.stream().map(venue -> venue.id().name()).toList();
        if (name.isEmpty() && among.size() == 1) {
            return among.get(0);
        }
        String wanted = name.orElseThrow(() -> ControlRefusal.missing("venue", "one of " + names));
        return among.stream()
                .filter(venue -> venue.id().name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> ControlRefusal.invalid("venue", wanted, "one of " + names));
    }

    private static Optional<String> parameter(String query, String name) {
        for (String part : query.split("&", -1)) {
            if (part.startsWith(name + "=")) {
                return Optional.of(part.substring(name.length() + 1));
            }
        }
        return Optional.empty();
    }
}
