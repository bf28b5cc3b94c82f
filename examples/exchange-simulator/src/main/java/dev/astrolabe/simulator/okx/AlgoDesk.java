package dev.astrolabe.simulator.okx;

import dev.astrolabe.exchange.error.ExchangeException;
import dev.astrolabe.exchange.error.Reason;
import dev.astrolabe.exchange.error.RejectedException;
import dev.astrolabe.exchange.model.OrderRef;
import dev.astrolabe.exchange.model.Side;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.simulator.journal.Acceptance.Act;
import dev.astrolabe.simulator.venue.SimulatedVenue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes, changes and cancels algo orders. */
final class AlgoDesk {

    private static final String ACK = "algoClOrdId algoId clOrdId sCode sMsg tag";
    private static final String AMEND_ACK = "algoClOrdId algoId reqId sCode sMsg";
    private static final int MOST_STOPS = 100;
    private static final int MOST_TRIGGERS = 500;
    private static final int MOST_TRAILING = 50;
    private static final List<String> AMENDABLE = List.of(
            "tpTriggerPx",
            "tpOrdPx",
            "tpTriggerPxType",
            "slTriggerPx",
            "slOrdPx",
            "slTriggerPxType",
            "triggerPx",
            "triggerPxType");

    private final SimulatedVenue venue;
    private final Catalogue catalogue;
    private final OrderDesk orders;
    private final Ids ids;
    private final News news;

    AlgoDesk(SimulatedVenue venue, Catalogue catalogue, OrderDesk orders, Ids ids, News news) {
        this.venue = venue;
        this.catalogue = catalogue;
        this.orders = orders;
        this.ids = ids;
        this.news = news;
    }

    Reply.Item place(OkxUser user, Params params, Instant now) {
        Algo algo = place(user, params, "", now);
        Row ack = Row.of(ACK)
                .with("algoClOrdId", algo.clientId())
                .with("algoId", algo.id())
                .with("tag", algo.word("tag"))
                .with("sCode", "0");
        return new Reply.Item(ack, OrderDesk.acts(Act.PLACED, algo.instrument(), algo.clientId(), algo.id()));
    }

    static Row refusedPlace(Params params, Refused refused) {
        return Row.of(ACK)
                .with("algoClOrdId", params.textOr("algoClOrdId", ""))
                .with("algoId", params.textOr("algoId", ""))
                .with("tag", params.textOr("tag", ""))
                .with("sCode", refused.code().number())
                .with("sMsg", refused.words());
    }

    private Algo place(OkxUser user, Params params, String parentOrderId, Instant now) {
        Placement placement = Placement.of(catalogue, user, params);
        String clientId = params.formed("algoClOrdId", Placement.CLIENT_ID).orElse("");
        if (user.algos().isClientIdInUse(clientId)) {
            throw Code.DUPLICATE_ALGO_ID.refused();
        }
        AlgoLegs.checkCloseFraction(user, placement, params);
        List<AlgoLegs.Part> parts = AlgoLegs.of(placement, params);
        params.objects("attachAlgoOrds")
                .forEach(exit -> AlgoWords.checkAttached(placement, exit, params.amount("triggerPx")));
        checkCount(user, placement.instrument(), params.required("ordType"));
        orders.align(user, placement);
        Algo algo = new Algo(placement.instrument(), params, now);
        algo.link(parentOrderId);
        send(user, algo, parts);
        user.algos().add(algo);
        news.algoChanged(user, algo);
        return algo;
    }

    private static void checkCount(OkxUser user, OkxInstrument instrument, String ordType) {
        int most = switch (ordType) {
            case "trigger" -> MOST_TRIGGERS;
            case "move_order_stop" -> MOST_TRAILING;
            default -> MOST_STOPS;
        };
        long here = user.algos().live().stream()
                .filter(algo -> algo.instrument() == instrument)
                .filter(algo -> algo.ordType().equals(ordType))
                .count();
        if (here >= most) {
            throw Code.TOO_MANY_OF_TYPE.refused(most);
        }
    }

    /** Has the engine watch all parts, or none of them. */
    private void send(OkxUser user, Algo algo, List<AlgoLegs.Part> parts) {
        List<String> sent = new ArrayList<>();
        for (AlgoLegs.Part part : parts) {
            user.algos().expect(algo, part.leg());
            try {
                user.client(algo.instrument().symbol())
                        .trading()
                        .place(part.request())
                        .order()
                        .ifPresent(order -> sent.add(order.orderId()));
            } catch (ExchangeException e) {
                sent.forEach(leg -> cancelLeg(user, algo, leg));
                throw refused(e, algo, part);
            } finally {
                user.algos().expectNothing();
            }
        }
        link(user, algo, sent);
    }

    /** One leg filled cancels the other, even where the same movement reaches both. */
    private void link(OkxUser user, Algo algo, List<String> legs) {
        if (legs.size() == 2) {
            Symbol symbol = algo.instrument().symbol();
            venue.engine()
                    .linkExits(
                            user.account().walletId(algo.instrument().settle()),
                            OrderRef.ofOrderId(symbol, legs.get(0)).withConditional(true),
                            OrderRef.ofOrderId(symbol, legs.get(1)).withConditional(true));
        }
    }

    private static Refused refused(ExchangeException e, Algo algo, AlgoLegs.Part part) {
        boolean reached = e instanceof RejectedException rejected && rejected.reason() == Reason.WOULD_TRIGGER;
        return reached
                ? AlgoWords.reached(part.leg(), part.request().side(), part.priceType())
                        .refused()
                : Refusals.ofOrder(e, algo.instrument(), false);
    }

    /** Ends a conditional order that its algo order does not need any more. */
    private static void cancelLeg(OkxUser user, Algo algo, String leg) {
        algo.drop(leg);
        OrderRef ref = OrderRef.ofOrderId(algo.instrument().symbol(), leg).withConditional(true);
        try {
            user.client(algo.instrument().symbol()).trading().cancel(ref);
        } catch (RejectedException e) {
            if (e.reason() != Reason.ORDER_NOT_FOUND) {
                throw e;
            }
        }
    }

    Reply.Item cancel(OkxUser user, Params params, Instant now) {
        Algo algo = user.algos().find(params).orElseThrow(Code.CANCEL_SETTLED::refused);
        if (!algo.isLive()) {
            throw (algo.state().equals("effective") ? Code.TRIGGERED_ALREADY : Code.CANCEL_SETTLED).refused();
        }
        cancel(user, algo, now);
        Row ack = Row.of(ACK)
                .with("algoClOrdId", algo.clientId())
                .with("algoId", algo.id())
                .with("tag", algo.word("tag"))
                .with("sCode", "0");
        return new Reply.Item(ack, OrderDesk.acts(Act.CANCELED, algo.instrument(), algo.clientId(), algo.id()));
    }

    void cancel(OkxUser user, Algo algo, Instant now) {
        algo.end("canceled", now);
        user.algos().file(algo);
        algo.legs().forEach(leg -> cancelLeg(user, algo, leg));
        news.algoChanged(user, algo);
    }

    /** Ends the legs that are left of an algo order that is over. */
    void cancelRest(OkxUser user, Algo algo, String firedLeg) {
        algo.legs().stream().filter(leg -> !leg.equals(firedLeg)).forEach(leg -> cancelLeg(user, algo, leg));
    }

    /** Cancels what was to end with a position that is flat now. */
    void positionEnded(OkxUser user, OkxInstrument instrument, String posSide, Instant now) {
        for (Algo algo : user.algos().live()) {
            boolean here = algo.instrument() == instrument
                    && algo.words().textOr("posSide", "net").equals(posSide);
            if (here && algo.endsWithPosition()) {
                cancel(user, algo, now);
            }
        }
    }

    /** The engine cannot amend conditional orders: new ones take the place of the old, under the same algoId. */
    Reply.Item amend(OkxUser user, Params params, Instant now) {
        OkxInstrument instrument = catalogue.required(params);
        Algo algo = user.algos()
                .find(params)
                .filter(Algo::isLive)
                .filter(found -> found.instrument() == instrument)
                .orElseThrow(Code.AMEND_NO_ORDER::refused);
        if (algo.isTrailing()) {
            throw Code.AMEND_NOT_THIS_TYPE.refused();
        }
        Params words = reworded(algo, params);
        Placement placement = Placement.of(catalogue, user, words);
        List<String> old = algo.legs();
        try {
            send(user, algo, AlgoLegs.of(placement, words));
        } catch (Refused e) {
            if (params.flag("cxlOnFail")) {
                cancel(user, algo, now);
            }
            throw e;
        }
        old.forEach(leg -> cancelLeg(user, algo, leg));
        algo.reword(words, params.textOr("reqId", ""), now);
        news.algoChanged(user, algo);
        Row ack = Row.of(AMEND_ACK)
                .with("algoClOrdId", algo.clientId())
                .with("algoId", algo.id())
                .with("reqId", params.textOr("reqId", ""))
                .with("sCode", "0");
        return new Reply.Item(ack, OrderDesk.acts(Act.AMENDED, instrument, algo.clientId(), algo.id()));
    }

    private static Params reworded(Algo algo, Params params) {
        Map<String, String> changed = new LinkedHashMap<>();
        params.text("newSz").ifPresent(size -> changed.put("sz", size));
        params.text("newOrdPx").ifPresent(price -> changed.put("orderPx", price));
        for (String name : AMENDABLE) {
            String change = "new" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
            // A trigger or price of 0 deletes the leg (docs: OKX v5, "Amend algo order").
            params.text(change).ifPresent(value -> changed.put(name, value.equals("0") ? "" : value));
        }
        if (changed.isEmpty()) {
            throw Code.AMEND_NOTHING.refused();
        }
        Params words = algo.words().with(changed);
        boolean both = words.has("tpTriggerPx") && words.has("slTriggerPx");
        return algo.ordType().equals("trigger") ? words : words.with(Map.of("ordType", both ? "oco" : "conditional"));
    }

    static Row refusedAmend(Params params, Refused refused) {
        return Row.of(AMEND_ACK)
                .with("algoClOrdId", params.textOr("algoClOrdId", ""))
                .with("algoId", params.textOr("algoId", ""))
                .with("reqId", params.textOr("reqId", ""))
                .with("sCode", refused.code().number())
                .with("sMsg", refused.words());
    }

    /** Places what was attached to an order, for as much of it as was filled. One that is refused now is told as failed. */
    void arm(OkxUser user, OrderNote note, Instant now) {
        OkxInstrument instrument = catalogue.of(note.order().symbol());
        String filled = OrderRows.filled(instrument, note.order());
        for (Params exit : note.attached()) {
            Map<String, String> words = new LinkedHashMap<>();
            boolean trails = exit.has("callbackRatio") || exit.has("callbackSpread");
            boolean both = exit.has("tpTriggerPx") && exit.has("slTriggerPx");
            words.put("instId", instrument.id());
            words.put("tdMode", note.terms().tdMode());
            words.put("side", note.order().side() == Side.SELL ? "buy" : "sell");
            words.put("posSide", PositionLedger.posSide(note.order().positionSide()));
            words.put("ordType", trails ? "move_order_stop" : both ? "oco" : "conditional");
            words.put("sz", exit.textOr("sz", filled));
            words.put("reduceOnly", Boolean.toString(note.order().positionSide().isEmpty()));
            words.put("algoClOrdId", exit.textOr("attachAlgoClOrdId", ""));
            Params whole = exit.with(words);
            try {
                place(user, whole, note.id(), now);
            } catch (Refused e) {
                fail(user, instrument, whole, note.id(), e, now);
            }
        }
    }

    private void fail(OkxUser user, OkxInstrument instrument, Params words, String parent, Refused why, Instant now) {
        Algo algo = new Algo(instrument, words, now);
        algo.name(ids.algoBetween());
        algo.link(parent);
        algo.fail(why.code().number(), now);
        user.algos().add(algo);
        news.algoChanged(user, algo);
    }
}
