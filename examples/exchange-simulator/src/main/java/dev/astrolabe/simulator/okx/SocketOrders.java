package dev.astrolabe.simulator.okx;

import dev.astrolabe.simulator.journal.Acceptance;
import dev.astrolabe.simulator.venue.SimulatedVenue;
import dev.astrolabe.simulator.wire.Handled;
import dev.astrolabe.simulator.wire.Json;
import dev.astrolabe.simulator.wire.Refusal;
import dev.astrolabe.simulator.wire.Subject;
import dev.astrolabe.simulator.wire.WireAnswer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Orders over a private socket (docs: OKX v5, "WebSocket place order"). They name instruments by instIdCode; instId is not looked at
 * (changelog 2026-03), except where no code is sent, as clients of before still do.
 */
final class SocketOrders {

    private static final Set<String> OPERATIONS = Set.of(
            "order",
            "batch-orders",
            "cancel-order",
            "batch-cancel-orders",
            "amend-order",
            "batch-amend-orders",
            "mass-cancel");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9]{1,32}");

    private final SimulatedVenue venue;
    private final Catalogue catalogue;
    private final OrderCalls orders;
    private final Feed feed;
    private final Chores chores;
    private final String protocol;

    SocketOrders(
            SimulatedVenue venue, Catalogue catalogue, OrderCalls orders, Feed feed, Chores chores, String protocol) {
        this.feed = feed;
        this.venue = venue;
        this.catalogue = catalogue;
        this.orders = orders;
        this.chores = chores;
        this.protocol = protocol;
    }

    static boolean serves(String operation) {
        return OPERATIONS.contains(operation);
    }

    void run(Session session, Params request) {
        String operation = request.textOr("op", "");
        Optional<OkxUser> user = venue.call(() -> {
            session.touch(venue.now());
            return session.user();
        });
        Subject subject =
                new Subject(protocol, user.map(OkxUser::id).orElse(""), "WS " + operation, user.isPresent(), false);
        session.socket()
                .command(
                        subject,
                        () -> feed.during(() -> carryOut(session, request, operation)),
                        refusal -> refused(request, operation, refusal));
    }

    private Handled carryOut(Session session, Params request, String operation) {
        Instant now = venue.now();
        try {
            OkxUser user = session.user()
                    .filter(who -> session.site() == Session.Site.PRIVATE)
                    .orElseThrow(Code.WS_NOT_LOGGED_IN::refused);
            if (request.formed("id", ID).isEmpty()) {
                throw Code.WS_ARGS.refused();
            }
            if (!user.key().permissions().contains("trade")) {
                throw Code.PERMISSION.refused();
            }
            Reply reply = reply(user, request, operation, now);
            String text = answer(request, operation, reply.code(), reply.message(), reply.data(), now);
            Optional<Acceptance> acceptance = reply.accepted()
                    ? Optional.of(new Acceptance(protocol, user.id(), "WS " + operation, reply.acts()))
                    : Optional.empty();
            return new Handled(WireAnswer.of(200, text), acceptance);
        } catch (Refused e) {
            boolean format =
                    e.code() == Code.PARAMETER || e.code() == Code.EMPTY_PARAMETER || e.code() == Code.BODY_NOT_JSON;
            Code code = format ? Code.WS_ARGS : e.code();
            String words = format ? Code.WS_ARGS.words() : e.words();
            return Handled.of(WireAnswer.of(200, answer(request, operation, code.number(), words, List.of(), now)));
        } finally {
            chores.run();
        }
    }

    private Reply reply(OkxUser user, Params request, String operation, Instant now) {
        List<Params> items = new ArrayList<>();
        for (Params item : request.objects("args")) {
            items.add(named(item));
        }
        boolean batch = operation.contains("batch");
        if (items.isEmpty() || (!batch && items.size() > 1)) {
            throw Code.WS_ARGS.refused();
        }
        String expTime = request.textOr("expTime", "");
        return switch (operation) {
            case "order", "batch-orders" -> orders.place(user, items, expTime, now);
            case "cancel-order", "batch-cancel-orders" -> orders.cancel(user, items, now);
            case "amend-order", "batch-amend-orders" -> orders.amend(user, items, expTime, now);
            default -> orders.massCancel(items.get(0));
        };
    }

    private Params named(Params item) {
        Optional<OkxInstrument> instrument = item.whole("instIdCode").flatMap(catalogue::ofCode);
        return instrument.isEmpty()
                ? item
                : item.with(Map.of("instId", instrument.get().id()));
    }

    private String answer(Params request, String operation, String code, String message, List<?> data, Instant inTime) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("id", request.textOr("id", ""));
        answer.put("op", operation);
        answer.put("code", code);
        answer.put("msg", message);
        answer.put("data", data);
        answer.put("inTime", Text.micros(inTime));
        answer.put("outTime", Text.micros(venue.now()));
        return Json.text(answer);
    }

    private String refused(Params request, String operation, Refusal refusal) {
        Code code = switch (refusal.kind()) {
            case RATE_LIMITED, BANNED -> Code.TOO_MANY_REQUESTS;
            case MAINTENANCE -> Code.SERVICE_DOWN;
            case OUTCOME_UNKNOWN, STOP_REJECTED -> Code.WS_INTERNAL;
        };
        return answer(request, operation, code.number(), code.words(), List.of(), venue.now());
    }
}
