package dev.astrolabe.simulator.okx;

import dev.astrolabe.exchange.Account;
import dev.astrolabe.exchange.error.ExchangeException;
import dev.astrolabe.exchange.error.Reason;
import dev.astrolabe.exchange.error.RejectedException;
import dev.astrolabe.exchange.model.AmendRequest;
import dev.astrolabe.exchange.model.Order;
import dev.astrolabe.exchange.model.OrderRequest;
import dev.astrolabe.exchange.model.OrderStatus;
import dev.astrolabe.exchange.model.OrderType;
import dev.astrolabe.exchange.model.TimeInForce;
import dev.astrolabe.simulator.journal.Acceptance.Act;
import dev.astrolabe.simulator.journal.Acceptance.OrderAct;
import dev.astrolabe.simulator.venue.SimulatedVenue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Takes, changes and cancels single ordinary orders, whichever way they came. */
final class OrderDesk {

    private static final Set<String> TYPES =
            Set.of("market", "limit", "post_only", "fok", "ioc", "optimal_limit_ioc", "rpi");
    private static final Set<String> UNPRICED = Set.of("market", "optimal_limit_ioc");
    private static final String PLACE_ACK = "clOrdId ordId tag ts sCode sMsg subCode";
    private static final int MOST_PENDING = 4000;
    private static final int MOST_ON_INSTRUMENT = 500;

    private final SimulatedVenue venue;
    private final Catalogue catalogue;
    private final Ids ids;
    private final News news;

    OrderDesk(SimulatedVenue venue, Catalogue catalogue, Ids ids, News news) {
        this.venue = venue;
        this.catalogue = catalogue;
        this.ids = ids;
        this.news = news;
    }

    static Row refusedPlace(Params params, Refused refused, Instant now) {
        return Row.of(PLACE_ACK)
                .with("clOrdId", params.textOr("clOrdId", ""))
                .with("tag", params.textOr("tag", ""))
                .with("ts", Text.of(now))
                .with("sCode", refused.code().number())
                .with("sMsg", refused.words())
                .with("subCode", refused.subCode());
    }

    Reply.Item place(OkxUser user, Params params, Instant now) {
        Placement placement = Placement.of(catalogue, user, params);
        String ordType = ordType(params);
        String clientId = clientId(user, params);
        refuseFlatExits(params);
        OrderRequest request = request(placement, params, ordType, clientId);
        List<Params> attached = AttachedExits.placed(params, placement, request.price(), ids);
        checkCounts(user, placement.instrument());
        align(user, placement);
        OrderTerms terms = OrderTerms.placed(clientId, placement.tag(), ordType, placement.tdMode(), attached);
        String id = send(user, request, terms, placement.instrument(), now);
        Row ack = Row.of(PLACE_ACK)
                .with("clOrdId", clientId)
                .with("ordId", id)
                .with("tag", placement.tag())
                .with("ts", Text.of(now))
                .with("sCode", "0")
                .with("sMsg", "Order placed");
        return new Reply.Item(ack, acts(Act.PLACED, placement.instrument(), clientId, id));
    }

    private static String ordType(Params params) {
        params.required("ordType");
        return params.oneOf("ordType", TYPES).orElseThrow();
    }

    private static String clientId(OkxUser user, Params params) {
        String clientId = params.formed("clOrdId", Placement.CLIENT_ID).orElse("");
        if (user.orders().isClientIdInUse(clientId)) {
            throw Code.DUPLICATE_CLIENT_ID.refused();
        }
        return clientId;
    }

    private static void refuseFlatExits(Params params) {
        if (params.has("tpTriggerPx") || params.has("slTriggerPx") || params.has("tpOrdPx") || params.has("slOrdPx")) {
            throw Code.FLAT_EXITS.refused();
        }
    }

    private static OrderRequest request(Placement placement, Params params, String ordType, String clientId) {
        OkxInstrument instrument = placement.instrument();
        boolean market = UNPRICED.contains(ordType);
        params.required("sz");
        BigDecimal size = params.amount("sz").orElseThrow();
        Sizes.checkSize(instrument, size, market);
        OrderRequest.Builder order = OrderRequest.builder(
                        instrument.symbol(), placement.side(), market ? OrderType.MARKET : OrderType.LIMIT)
                .contracts(size)
                .positionSide(placement.slot().orElse(null))
                .marginMode(placement.marginMode())
                .reduceOnly(placement.reduceOnly())
                .clientOrderId(clientId.isEmpty() ? null : clientId);
        if (!market) {
            params.required("px");
            BigDecimal price = params.amount("px").orElseThrow();
            Sizes.checkTick(instrument, "px", price);
            boolean clamp = params.textOr("pxAmendType", "0").equals("1");
            order.price(Sizes.withinBand(instrument, placement.side(), price, clamp))
                    .timeInForce(timeInForce(ordType));
        }
        return order.build();
    }

    private static TimeInForce timeInForce(String ordType) {
        return switch (ordType) {
            // Retail price improvement never takes either; its hidden queue is not simulated.
            case "post_only", "rpi" -> TimeInForce.POST_ONLY;
            case "fok" -> TimeInForce.FOK;
            case "ioc" -> TimeInForce.IOC;
            default -> TimeInForce.GTC;
        };
    }

    private static void checkCounts(OkxUser user, OkxInstrument instrument) {
        if (user.orders().openCount() >= MOST_PENDING) {
            throw Code.TOO_MANY_PENDING.refused();
        }
        long here = user.orders().open().stream()
                .filter(note -> note.order().symbol().equals(instrument.symbol()))
                .count();
        if (here >= MOST_ON_INSTRUMENT) {
            throw Code.TOO_MANY_ON_INSTRUMENT.refused(instrument.id(), MOST_ON_INSTRUMENT);
        }
    }

    /**
     * Sets the margin mode that the order names. The venue can hold a cross and an isolated position of one instrument at once, the
     * engine only one: where that stands in the way, the answer is the one for settings that cannot be changed now, 59000.
     */
    void align(OkxUser user, Placement placement) {
        Account account = user.client(placement.instrument().symbol()).account();
        if (account.marginMode(placement.instrument().symbol()) == placement.marginMode()) {
            return;
        }
        try {
            account.setMarginMode(placement.instrument().symbol(), placement.marginMode());
        } catch (ExchangeException e) {
            throw Refusals.ofOrder(e, placement.instrument(), false);
        }
        venue.settingsChanged(user.account(), placement.instrument().symbol());
    }

    /** Has the engine take it, and gives its ordId. */
    String send(OkxUser user, OrderRequest request, OrderTerms terms, OkxInstrument instrument, Instant now) {
        user.orders().expect(terms);
        try {
            Order placed = user.client(instrument.symbol())
                    .trading()
                    .place(request)
                    .order()
                    .orElseThrow();
            return user.orders().ofEngine(placed).orElseThrow().id();
        } catch (RejectedException e) {
            if (e.reason() == Reason.POST_ONLY) {
                return cancelAfterAck(user, request, terms, instrument, now);
            }
            throw Refusals.ofOrder(e, instrument, user.holds(request.symbol(), request.positionSide()));
        } catch (ExchangeException e) {
            throw Refusals.ofOrder(e, instrument, user.holds(request.symbol(), request.positionSide()));
        } finally {
            user.orders().expectNothing();
        }
    }

    /** One that would take is acknowledged, then cancelled (docs: OKX v5, cancelSource 31). The engine never saw it. */
    private String cancelAfterAck(
            OkxUser user, OrderRequest request, OrderTerms terms, OkxInstrument instrument, Instant now) {
        String id = ids.orderBetween();
        Order order = Order.builder()
                .symbol(request.symbol())
                .venueSymbol(instrument.id())
                .orderId(id)
                .clientOrderId(terms.clientId())
                .side(request.side())
                .positionSide(request.positionSide().orElse(null))
                .type(request.type())
                .rawType(request.type().name())
                .status(OrderStatus.CANCELED)
                .rawStatus("canceled")
                .timeInForce(TimeInForce.POST_ONLY)
                .contracts(request.contracts().orElse(null))
                .price(request.price().orElse(null))
                .reduceOnly(request.reduceOnly())
                .createdAt(now)
                .updatedAt(now)
                .build();
        OrderNote note = new OrderNote(id, terms, user.leverage(request.symbol()), order);
        note.setCancelSource("31");
        user.orders().add(note);
        news.orderChanged(user, note);
        return id;
    }

    Reply.Item cancel(OkxUser user, Params params, Instant now) {
        OkxInstrument instrument = catalogue.required(params);
        OrderNote note = user.orders()
                .find(instrument, params)
                .filter(OrderNote::isOpen)
                .orElseThrow(Code.CANCEL_SETTLED::refused);
        cancel(user, note, "1");
        Row ack = Row.of("clOrdId ordId ts sCode sMsg")
                .with("clOrdId", note.terms().clientId())
                .with("ordId", note.id())
                .with("ts", Text.of(now))
                .with("sCode", "0");
        return new Reply.Item(ack, acts(Act.CANCELED, instrument, note.terms().clientId(), note.id()));
    }

    /** @param source who cancels, as cancelSource says it */
    void cancel(OkxUser user, OrderNote note, String source) {
        note.setCancelSource(source);
        try {
            user.client(note.order().symbol()).trading().cancel(note.order().ref());
        } catch (ExchangeException e) {
            throw Refusals.ofOrder(e, catalogue.of(note.order().symbol()), false);
        }
    }

    static Row refusedCancel(Params params, Refused refused, Instant now) {
        return Row.of("clOrdId ordId ts sCode sMsg")
                .with("clOrdId", params.textOr("clOrdId", ""))
                .with("ordId", params.textOr("ordId", ""))
                .with("ts", Text.of(now))
                .with("sCode", refused.code().number())
                .with("sMsg", refused.words());
    }

    Reply.Item amend(OkxUser user, Params params, Instant now) {
        OkxInstrument instrument = catalogue.required(params);
        OrderNote note = user.orders()
                .find(instrument, params)
                .filter(OrderNote::isOpen)
                .orElseThrow(Code.AMEND_NO_ORDER::refused);
        Optional<BigDecimal> newSize = params.amount("newSz");
        Optional<BigDecimal> newPrice = params.amount("newPx");
        if (newSize.isEmpty()
                && newPrice.isEmpty()
                && params.objects("attachAlgoOrds").isEmpty()) {
            throw Code.AMEND_NOTHING.refused();
        }
        if (note.order().type() != OrderType.LIMIT) {
            throw Code.AMEND_NOT_THIS_TYPE.refused();
        }
        newSize.ifPresent(size -> Sizes.checkSize(instrument, size, false));
        newPrice.ifPresent(price -> Sizes.checkTick(instrument, "newPx", price));
        amend(user, note, instrument, newSize, newPrice, params);
        Row ack = Row.of("clOrdId ordId ts reqId sCode sMsg subCode")
                .with("clOrdId", note.terms().clientId())
                .with("ordId", note.id())
                .with("ts", Text.of(now))
                .with("reqId", params.textOr("reqId", ""))
                .with("sCode", "0");
        return new Reply.Item(ack, acts(Act.AMENDED, instrument, note.terms().clientId(), note.id()));
    }

    private void amend(
            OkxUser user,
            OrderNote note,
            OkxInstrument instrument,
            Optional<BigDecimal> newSize,
            Optional<BigDecimal> newPrice,
            Params params) {
        note.amend(params.textOr("reqId", ""));
        try {
            List<Params> attached = AttachedExits.amended(note, instrument, params.objects("attachAlgoOrds"), ids);
            if (newSize.isPresent() || newPrice.isPresent()) {
                change(user, note, instrument, newSize, newPrice, params);
            }
            note.attach(attached);
            if (newSize.isEmpty() && newPrice.isEmpty()) {
                news.orderChanged(user, note);
            }
        } catch (Refused e) {
            if (params.flag("cxlOnFail")) {
                cancel(user, note, "1");
            }
            throw e;
        } finally {
            note.amended();
        }
    }

    private void change(
            OkxUser user,
            OrderNote note,
            OkxInstrument instrument,
            Optional<BigDecimal> newSize,
            Optional<BigDecimal> newPrice,
            Params params) {
        Order order = note.order();
        boolean clamp = params.textOr("pxAmendType", "0").equals("1");
        BigDecimal price = Sizes.withinBand(
                instrument, order.side(), newPrice.or(order::price).orElseThrow(), clamp);
        BigDecimal quantity = instrument.quantity(newSize.or(order::contracts).orElseThrow(), price);
        try {
            user.client(order.symbol()).trading().amend(new AmendRequest(order.ref(), quantity, price));
        } catch (RejectedException e) {
            if (e.reason() != Reason.POST_ONLY) {
                throw Refusals.ofOrder(e, instrument, false);
            }
            cancel(user, note, "31");
        } catch (ExchangeException e) {
            throw Refusals.ofOrder(e, instrument, false);
        }
    }

    static Row refusedAmend(Params params, Refused refused, Instant now) {
        return Row.of("clOrdId ordId ts reqId sCode sMsg subCode")
                .with("clOrdId", params.textOr("clOrdId", ""))
                .with("ordId", params.textOr("ordId", ""))
                .with("ts", Text.of(now))
                .with("reqId", params.textOr("reqId", ""))
                .with("sCode", refused.code().number())
                .with("sMsg", refused.words())
                .with("subCode", refused.subCode());
    }

    static List<OrderAct> acts(Act act, OkxInstrument instrument, String clientId, String id) {
        return List.of(new OrderAct(act, instrument.id(), clientId, id));
    }
}
