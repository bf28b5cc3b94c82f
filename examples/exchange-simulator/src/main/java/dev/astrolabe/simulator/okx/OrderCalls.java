package dev.astrolabe.simulator.okx;

import dev.astrolabe.exchange.model.OrderRequest;
import dev.astrolabe.exchange.model.OrderType;
import dev.astrolabe.exchange.model.Position;
import dev.astrolabe.exchange.model.PositionSide;
import dev.astrolabe.simulator.journal.Acceptance.Act;
import dev.astrolabe.simulator.venue.SimulatedVenue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The endpoints of ordinary orders. */
final class OrderCalls {

    private static final Pattern MILLISECONDS = Pattern.compile("\\d{1,16}");
    private static final int MOST_TIMERS = 20;

    private final SimulatedVenue venue;
    private final Catalogue catalogue;
    private final OrderDesk desk;
    private final OrderBatches batches;
    private final OrderRows rows;

    OrderCalls(SimulatedVenue venue, Catalogue catalogue, OrderDesk desk, OrderBatches batches, OrderRows rows) {
        this.venue = venue;
        this.catalogue = catalogue;
        this.desk = desk;
        this.batches = batches;
        this.rows = rows;
    }

    void register(Endpoints endpoints) {
        endpoints.trade(
                "trade/order", Limit.orders(60), call -> place(call.user(), call.items(), expTime(call), call.now()));
        endpoints.trade(
                "trade/batch-orders",
                Limit.orders(300),
                call -> place(call.user(), call.items(), expTime(call), call.now()));
        endpoints.trade("trade/cancel-order", Limit.orders(60), call -> cancel(call.user(), call.items(), call.now()));
        endpoints.trade(
                "trade/cancel-batch-orders", Limit.orders(300), call -> cancel(call.user(), call.items(), call.now()));
        endpoints.trade(
                "trade/amend-order",
                Limit.orders(60),
                call -> amend(call.user(), call.items(), expTime(call), call.now()));
        endpoints.trade(
                "trade/amend-batch-orders",
                Limit.orders(300),
                call -> amend(call.user(), call.items(), expTime(call), call.now()));
        endpoints.trade("trade/close-position", Limit.userAndInstrument(20), this::closePosition);
        endpoints.trade("trade/cancel-all-after", Limit.user(1).within(Duration.ofSeconds(1)), this::cancelAllAfter);
        endpoints.trade("trade/mass-cancel", Limit.user(5), call -> massCancel(call.params()));
        endpoints.trade("trade/order-precheck", Limit.user(5), call -> {
            // Only multi-currency and portfolio margin have it (docs: OKX v5, "Order precheck").
            throw Code.ACCOUNT_MODE.refused();
        });
        endpoints.read("trade/order", Limit.userAndInstrument(60), this::order);
        endpoints.read("trade/account-rate-limit", Limit.user(1).within(Duration.ofSeconds(1)), this::rateLimit);
    }

    private static String expTime(Call call) {
        return call.request().header("exptime").orElse("");
    }

    /** A write whose expTime has passed is dropped (docs: OKX v5, "Place order", expTime). */
    private void checkExpiry(String expTime) {
        if (expTime.isEmpty()) {
            return;
        }
        if (!MILLISECONDS.matcher(expTime).matches()) {
            throw Code.PARAMETER.refused("expTime");
        }
        if (!venue.accepts(Instant.ofEpochMilli(Long.parseLong(expTime)), Duration.ofDays(36_500), Duration.ZERO)) {
            throw Code.ORDER_EXPIRED.refused();
        }
    }

    Reply place(OkxUser user, List<Params> items, String expTime, Instant now) {
        OrderBatches.checkSize(items, Code.BATCH_SIZE);
        checkExpiry(expTime);
        return batches.run("place", user, items, now, desk::place, OrderDesk::refusedPlace);
    }

    Reply cancel(OkxUser user, List<Params> items, Instant now) {
        OrderBatches.checkSize(items, Code.CANCEL_BATCH_SIZE);
        return batches.run("cancel", user, items, now, desk::cancel, OrderDesk::refusedCancel);
    }

    Reply amend(OkxUser user, List<Params> items, String expTime, Instant now) {
        OrderBatches.checkSize(items, Code.AMEND_BATCH_SIZE);
        checkExpiry(expTime);
        long orders = items.stream()
                .map(item -> item.textOr("ordId", "") + "/" + item.textOr("clOrdId", ""))
                .distinct()
                .count();
        if (orders < items.size()) {
            throw Code.AMEND_DUPLICATE.refused();
        }
        return batches.run("amend", user, items, now, desk::amend, OrderDesk::refusedAmend);
    }

    private Reply order(Call call) {
        OkxInstrument instrument = catalogue.required(call.params());
        OrderNote note = call.user().orders().find(instrument, call.params()).orElseThrow(Code.NO_SUCH_ORDER::refused);
        return Reply.of(rows.row(note));
    }

    private Reply closePosition(Call call) {
        Params params = call.params();
        OkxUser user = call.user();
        OkxInstrument instrument = catalogue.required(params);
        params.required("mgnMode");
        String mgnMode = params.oneOf("mgnMode", Set.of("cross", "isolated")).orElseThrow();
        Optional<PositionSide> slot = Placement.slot(user, params);
        Position position = user.client(instrument.symbol()).account().positions(instrument.symbol()).stream()
                .filter(held -> slot.isEmpty() || held.side() == slot.get())
                .filter(held -> mgnMode.equals(user.mgnMode(instrument.symbol())))
                .findFirst()
                .orElseThrow(Code.NO_POSITION::refused);
        if (params.flag("autoCxl")) {
            cancelClosers(user, instrument, position);
        }
        String clientId = params.formed("clOrdId", Placement.CLIENT_ID).orElse("");
        OrderRequest close = OrderRequest.builder(
                        instrument.symbol(), position.side().closing(), OrderType.MARKET)
                .contracts(position.contracts())
                .positionSide(slot.orElse(null))
                .reduceOnly(slot.isEmpty())
                .clientOrderId(clientId.isEmpty() ? null : clientId)
                .build();
        String tag = params.textOr("tag", "");
        OrderTerms terms = OrderTerms.placed(clientId, tag, "market", mgnMode, List.of());
        String id = desk.send(user, close, terms, instrument, call.now());
        return Reply.of(Row.of("clOrdId instId posSide tag")
                        .with("clOrdId", clientId)
                        .with("instId", instrument.id())
                        .with("posSide", params.textOr("posSide", "net"))
                        .with("tag", tag))
                .acting(OrderDesk.acts(Act.PLACED, instrument, clientId, id));
    }

    private void cancelClosers(OkxUser user, OkxInstrument instrument, Position position) {
        for (OrderNote note : user.orders().open()) {
            boolean here = note.order().symbol().equals(instrument.symbol());
            if (here && note.order().side() == position.side().closing()) {
                desk.cancel(user, note, "1");
            }
        }
    }

    /** Sets, renews or ends a timer; its times are told in seconds (docs: OKX v5, "Cancel All After"). */
    private Reply cancelAllAfter(Call call) {
        call.params().required("timeOut");
        long seconds = call.params().whole("timeOut").orElseThrow();
        if (seconds != 0 && (seconds < 10 || seconds > 120)) {
            throw Code.PARAMETER.refused("timeOut");
        }
        String tag = call.params().textOr("tag", "");
        var timers = call.user().countdowns();
        String trigger = "0";
        if (seconds == 0) {
            timers.remove(tag);
        } else {
            if (!timers.containsKey(tag) && timers.size() >= MOST_TIMERS) {
                throw Code.TOO_MANY_TIMERS.refused();
            }
            Instant due = call.now().plusSeconds(seconds);
            timers.put(tag, new Countdown(tag, due));
            trigger = Long.toString(due.getEpochSecond());
        }
        return Reply.of(Row.of("triggerTime tag ts")
                .with("triggerTime", trigger)
                .with("tag", tag)
                .with("ts", Long.toString(call.now().getEpochSecond())));
    }

    /** Cancels what a timer that ran out was set for. */
    void runCountdowns(OkxUser user, Instant now) {
        for (Countdown countdown : new ArrayList<>(user.countdowns().values())) {
            if (countdown.due().isAfter(now)) {
                continue;
            }
            user.countdowns().remove(countdown.tag());
            for (OrderNote note : user.orders().open()) {
                if (countdown.tag().isEmpty()
                        || countdown.tag().equals(note.terms().tag())) {
                    desk.cancel(user, note, "20");
                }
            }
        }
    }

    /** Of options' market makers only: there is nothing here that it could cancel. */
    Reply massCancel(Params params) {
        if (!params.required("instType").equals("OPTION")) {
            throw Code.PARAMETER.refused("instType");
        }
        params.required("instFamily");
        return Reply.of(Row.of("result").with("result", true));
    }

    private Reply rateLimit(Call call) {
        return Reply.of(Row.of("accRateLimit fillRatio mainFillRatio nextAccRateLimit ts")
                .with("accRateLimit", "1000")
                .with("fillRatio", "0")
                .with("mainFillRatio", "0")
                .with("nextAccRateLimit", "1000")
                .with("ts", Text.of(call.now())));
    }
}
