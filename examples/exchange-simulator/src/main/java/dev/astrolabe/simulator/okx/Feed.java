package dev.astrolabe.simulator.okx;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.astrolabe.exchange.model.Fill;
import dev.astrolabe.exchange.model.Income;
import dev.astrolabe.exchange.model.IncomeType;
import dev.astrolabe.exchange.model.Order;
import dev.astrolabe.exchange.model.OrderStatus;
import dev.astrolabe.exchange.model.OrderType;
import dev.astrolabe.exchange.model.Side;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.exchange.model.TriggerBy;
import dev.astrolabe.simulator.venue.SimulatedVenue;
import dev.astrolabe.simulator.venue.VenueAccount;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Takes what the engine tells of users' orders, fills and wallets into this venue's books, and passes it on as news. */
final class Feed {

    private static final String ENGINE_CLIENT_ID = "paper";

    private final SimulatedVenue venue;
    private final Catalogue catalogue;
    private final Ids ids;
    private final News news;
    private final Chores chores;
    private final AlgoDesk algoDesk;
    private @Nullable Instant requested;

    Feed(SimulatedVenue venue, Catalogue catalogue, Ids ids, News news, Chores chores, AlgoDesk algoDesk) {
        this.venue = venue;
        this.catalogue = catalogue;
        this.ids = ids;
        this.news = news;
        this.chores = chores;
        this.algoDesk = algoDesk;
    }

    /**
     * Carries out a request under the venue's lock. The engine's clock stands between two movements of the markets: what a request
     * makes happen is told with the venue's time instead.
     */
    <T> T during(Supplier<T> request) {
        return venue.call(() -> {
            Instant before = requested;
            requested = venue.now();
            try {
                return request.get();
            } finally {
                requested = before;
            }
        });
    }

    private Order timed(OkxUser user, Order order) {
        Instant now = requested;
        Optional<Instant> begun =
                user.orders().ofEngine(order).flatMap(note -> note.order().createdAt());
        if (now == null && begun.isEmpty()) {
            return order;
        }
        Order.Builder told = order.toBuilder();
        if (now != null) {
            told.createdAt(now).updatedAt(now);
        }
        begun.ifPresent(told::createdAt);
        return told.build();
    }

    /** Takes in what an account did before this protocol listened: its wallet and its positions. */
    void replay(OkxUser user) {
        VenueAccount account = user.account();
        account.incomes().forEach(income -> {
            ids.saw(income.id());
            user.bills().booked(income, catalogue, "cross");
        });
        account.orders().forEach(order -> orderChanged(user, order));
        account.fills().forEach(fill -> account.order(fill.orderId()).ifPresent(order -> filled(user, order, fill)));
    }

    void orderChanged(OkxUser user, Order engineOrder) {
        Order order = timed(user, engineOrder);
        ids.saw(order.orderId());
        user.orders().ofEngine(order).ifPresentOrElse(note -> changed(user, note, order), () -> {
            if (order.type().isConditional()) {
                legChanged(user, order);
            } else {
                OrderNote note = begin(user, order);
                news.orderChanged(user, note);
            }
        });
    }

    private void changed(OkxUser user, OrderNote note, Order order) {
        note.show(order);
        if (note.state().equals("canceled") && note.cancelSource().isEmpty()) {
            note.setCancelSource(note.reasonOfExpiry());
        }
        user.orders().file(note);
        news.orderChanged(user, note);
        settled(user, note);
        boolean unpaid = order.status() == OrderStatus.EXPIRED
                && order.filledQuantity().signum() == 0
                && !order.reduceOnly()
                && !order.closePosition()
                && order.type().isConditional();
        if (unpaid) {
            user.algos().ofLeg(order.orderId()).ifPresent(algo -> {
                algo.fail(Code.FUNDS.number(), now(order));
                news.algoChanged(user, algo);
            });
        }
    }

    private OrderNote begin(OkxUser user, Order order) {
        OrderTerms terms = user.orders().takeExpected().orElseGet(() -> foreign(user, order));
        OrderNote note = new OrderNote(ids.order(order.orderId()), terms, user.leverage(order.symbol()), order);
        user.orders().add(note);
        return note;
    }

    private static OrderTerms foreign(OkxUser user, Order order) {
        boolean liquidation = order.type() == OrderType.LIQUIDATION;
        String clientId = order.clientOrderId()
                .filter(id -> !liquidation && !id.startsWith(ENGINE_CLIENT_ID))
                .orElse("");
        String ordType = order.price().isPresent() ? "limit" : "market";
        String category = liquidation ? category(order) : "normal";
        return OrderTerms.foreign(clientId, ordType, user.mgnMode(order.symbol()), category);
    }

    /** What the venue did by itself. */
    private static String category(Order order) {
        return switch (order.rawType()) {
            case "ADL" -> "adl";
            case "DELIVERY" -> "delivery";
            default -> "full_liquidation";
        };
    }

    private void legChanged(OkxUser user, Order order) {
        AlgoBook algos = user.algos();
        if (algos.ofLeg(order.orderId()).isEmpty() && !algos.adopt(order.orderId())) {
            adoptForeign(user, order);
        } else if (order.status().isTerminal()) {
            algos.ofLeg(order.orderId())
                    .filter(Algo::isLive)
                    .filter(algo -> algo.legs().contains(order.orderId()))
                    .ifPresent(algo -> legEnded(user, algo, order));
        }
    }

    /** The venue ended a leg by itself; its algo order ends with the last one. */
    private void legEnded(OkxUser user, Algo algo, Order order) {
        algo.drop(order.orderId());
        if (algo.legs().isEmpty()) {
            algo.end("canceled", now(order));
            user.algos().file(algo);
            news.algoChanged(user, algo);
        }
    }

    /** A conditional order that came by another way than this protocol. */
    private void adoptForeign(OkxUser user, Order order) {
        boolean stop = order.type() == OrderType.STOP_MARKET || order.type() == OrderType.STOP_LIMIT;
        boolean trails = order.type() == OrderType.TRAILING_STOP_MARKET;
        String prefix = stop ? "sl" : "tp";
        Map<String, String> words = new LinkedHashMap<>();
        words.put("ordType", trails ? "move_order_stop" : "conditional");
        words.put("side", order.side() == Side.BUY ? "buy" : "sell");
        words.put("posSide", PositionLedger.posSide(order.positionSide()));
        words.put("tdMode", user.mgnMode(order.symbol()));
        words.put("sz", OrderRows.size(catalogue.of(order.symbol()), order));
        words.put("reduceOnly", Boolean.toString(order.reduceOnly() || order.closePosition()));
        order.callbackRate().ifPresent(rate -> words.put("callbackRatio", Text.of(rate)));
        order.activationPrice().ifPresent(price -> words.put("activePx", Text.of(price)));
        order.triggerPrice().ifPresent(price -> {
            words.put(prefix + "TriggerPx", Text.of(price));
            words.put(
                    prefix + "TriggerPxType",
                    order.triggerBy().orElse(TriggerBy.MARK).name().toLowerCase(Locale.ROOT));
            words.put(prefix + "OrdPx", order.price().map(Text::of).orElse(AlgoWords.MARKET));
        });
        Params none = new Params(JsonNodeFactory.instance.objectNode());
        Algo algo = new Algo(catalogue.of(order.symbol()), none.with(words), now(order));
        Algo.Leg leg = trails ? Algo.Leg.WHOLE : stop ? Algo.Leg.STOP_LOSS : Algo.Leg.TAKE_PROFIT;
        user.algos().expect(algo, leg);
        user.algos().adopt(order.orderId());
        user.algos().add(algo);
        news.algoChanged(user, algo);
    }

    /** A fired algo order makes an ordinary order with an id of its own. */
    void triggered(OkxUser user, Order engineOrder) {
        Instant firedAt = requested == null ? venue.engine().time() : requested;
        Order order =
                engineOrder.toBuilder().createdAt(firedAt).updatedAt(firedAt).build();
        user.algos().ofLeg(order.orderId()).ifPresent(algo -> {
            OkxInstrument instrument = algo.instrument();
            Algo.Leg leg = algo.leg(order.orderId());
            String id = ids.orderBetween();
            algo.fire(leg, id, OrderRows.size(instrument, order), now(order));
            user.algos().file(algo);
            String source = algo.isTrailing() ? "25" : algo.ordType().equals("trigger") ? "6" : "7";
            OrderTerms terms = new OrderTerms(
                    "",
                    algo.word("tag"),
                    order.price().isPresent() ? "limit" : "market",
                    algo.word("tdMode"),
                    source,
                    "normal",
                    algo.id(),
                    algo.clientId(),
                    algo.words().objects("attachAlgoOrds"));
            user.orders().add(new OrderNote(id, terms, user.leverage(order.symbol()), order));
            news.algoChanged(user, algo);
            chores.add(() -> algoDesk.cancelRest(user, algo, order.orderId()));
        });
    }

    void filled(OkxUser user, Order engineOrder, Fill engineFill) {
        Order order = timed(user, engineOrder);
        Fill fill = requested == null
                ? engineFill
                : engineFill.toBuilder().time(requested).build();
        ids.saw(fill.tradeId());
        OrderNote note = user.orders().ofEngine(order).orElseGet(() -> begin(user, order));
        OkxInstrument instrument = catalogue.of(order.symbol());
        String mgnMode = user.mgnMode(order.symbol());
        note.filled(order, fill);
        user.orders().file(note);
        Bills.Bill bill = user.bills().filled(instrument, note, fill, mgnMode);
        user.fills().add(new FillNote(note, fill, bill.id(), Text.of(instrument.mark()), Text.of(instrument.index())));
        Optional<Episode> ended =
                user.positions().filled(instrument, fill, note.terms().category(), mgnMode, note.leverage());
        ended.ifPresent(end -> chores.add(() -> algoDesk.positionEnded(user, instrument, end.posSide(), fill.time())));
        user.algos().ofLeg(order.orderId()).ifPresent(algo -> algo.setActualPrice(Text.of(order.averagePrice())));
        news.filled(user, note, fill, ended);
        settled(user, note);
    }

    private void settled(OkxUser user, OrderNote note) {
        if (note.arms()) {
            chores.add(() -> algoDesk.arm(user, note, now(note.order())));
        }
    }

    void booked(OkxUser user, Income engineIncome) {
        Income income = requested == null
                ? engineIncome
                : engineIncome.toBuilder().time(requested).build();
        ids.saw(income.id());
        String mgnMode = income.symbol().map(user::mgnMode).orElse("");
        user.bills().booked(income, catalogue, mgnMode);
        income.symbol().ifPresent(symbol -> charge(user, symbol, income));
        switch (income.type()) {
            case FUNDING -> news.walletChanged(user, "funding_fee");
            case TRANSFER, BONUS, OTHER -> news.walletChanged(user, "transferred");
            case LIQUIDATION -> news.walletChanged(user, "liquidation");
            case REALIZED_PNL, FEE -> {
                // Told with the fill that they belong to.
            }
        }
    }

    private static void charge(OkxUser user, Symbol symbol, Income income) {
        if (List.of(IncomeType.FUNDING, IncomeType.LIQUIDATION).contains(income.type())) {
            user.positions().booked(symbol, income, income.type() == IncomeType.LIQUIDATION);
        }
    }

    private static Instant now(Order order) {
        return order.updatedAt().or(order::createdAt).orElse(Instant.EPOCH);
    }
}
