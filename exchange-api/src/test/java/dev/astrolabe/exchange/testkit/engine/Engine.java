package dev.astrolabe.exchange.testkit.engine;

import dev.astrolabe.exchange.error.Reason;
import dev.astrolabe.exchange.error.RejectedException;
import dev.astrolabe.exchange.error.VenueError;
import dev.astrolabe.exchange.model.AmendRequest;
import dev.astrolabe.exchange.model.AttachedExit;
import dev.astrolabe.exchange.model.Fill;
import dev.astrolabe.exchange.model.Income;
import dev.astrolabe.exchange.model.IncomeType;
import dev.astrolabe.exchange.model.Liquidity;
import dev.astrolabe.exchange.model.MarginMode;
import dev.astrolabe.exchange.model.Order;
import dev.astrolabe.exchange.model.OrderRef;
import dev.astrolabe.exchange.model.OrderRequest;
import dev.astrolabe.exchange.model.OrderStatus;
import dev.astrolabe.exchange.model.OrderType;
import dev.astrolabe.exchange.model.PositionMode;
import dev.astrolabe.exchange.model.PositionSide;
import dev.astrolabe.exchange.model.Side;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.exchange.model.TimeInForce;
import dev.astrolabe.exchange.stream.UserEvent;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The venue: takes orders, fills them whole at the touch or at their limit, and books what that costs. Resting orders fill when
 * {@link #priceMoved} says so. Safe for any thread; what it hands out beside copies is guarded by it.
 *
 * @since 0.1
 */
public final class Engine {

    private final Purse purse;
    private final List<Fill> fills = new ArrayList<>();
    private final List<Income> income = new ArrayList<>();
    private final PriceBoard board;
    private final Clock clock;
    private final EngineRules rules;
    private final List<LiveOrder> orders = new ArrayList<>();
    private final Consumer<UserEvent> events;

    /**
     * Opens an engine.
     *
     * @param board the prices
     * @param clock the time
     * @param rules what the venue does in its own way
     * @param events hears what happens to the account
     */
    public Engine(PriceBoard board, Clock clock, EngineRules rules, Consumer<UserEvent> events) {
        this.board = board;
        this.clock = clock;
        this.rules = rules;
        this.events = events;
        this.purse = new Purse(board);
    }

    /**
     * The wallet and the positions.
     *
     * @return to be used under the engine's lock
     */
    public Purse purse() {
        return purse;
    }

    /**
     * What was executed.
     *
     * @return every fill so far, oldest first
     */
    public synchronized List<Fill> fills() {
        return List.copyOf(fills);
    }

    /**
     * What changed the wallet.
     *
     * @return every row so far, oldest first
     */
    public synchronized List<Income> income() {
        return List.copyOf(income);
    }

    /**
     * What was taken: the witness of what happened.
     *
     * @return every order so far, oldest first
     */
    public synchronized List<LiveOrder> journal() {
        return List.copyOf(orders);
    }

    private static RejectedException rejected(Reason reason, String message) {
        return new RejectedException(reason, new VenueError("engine", "in process", reason.name(), message, 400));
    }

    /**
     * Takes an order.
     *
     * @param request the order
     * @param clientId its client's id
     * @return the order after what happened to it at once
     * @throws RejectedException with the reason for which it is not taken
     */
    public synchronized Order place(OrderRequest request, String clientId) {
        if (orders.stream().anyMatch(each -> each.isOpen() && each.clientId().equals(clientId))) {
            throw rejected(Reason.DUPLICATE_CLIENT_ORDER_ID, "client order id is in use");
        }
        verify(request);
        LiveOrder order =
                new LiveOrder(request, rules.ids().get(), clientId, clock.instant(), board.mark(request.symbol()));
        orders.add(order);
        start(order);
        tell(order);
        return view(order);
    }

    private Order view(LiveOrder order) {
        return order.view(board.instrument(order.symbol()), clock.instant());
    }

    /**
     * What a test order is checked for too.
     *
     * @param request the order
     * @throws RejectedException with the reason for which it would not be taken
     */
    public synchronized void verify(OrderRequest request) {
        boolean slot = request.positionSide().isPresent();
        if (slot != (purse.mode() == PositionMode.HEDGE)) {
            throw rejected(Reason.POSITION_MODE, "the account is in mode " + purse.mode());
        }
        if (request.reduceOnly() && closable(request).signum() == 0) {
            throw rejected(Reason.REDUCE_ONLY, "nothing to reduce");
        }
        if (request.type().isConditional() || request.reduceOnly()) {
            return;
        }
        BigDecimal opening =
                request.quantity().orElseThrow().subtract(closable(request)).max(BigDecimal.ZERO);
        BigDecimal price = request.price().orElse(board.touch(request.symbol(), request.side()));
        if (purse.margin(request.symbol(), marginMode(request), opening.multiply(price))
                        .compareTo(available())
                > 0) {
            throw rejected(Reason.INSUFFICIENT_FUNDS, "margin is insufficient");
        }
        if (rules.refusesCrossingPostOnly() && isPostOnly(request) && crosses(request)) {
            throw rejected(Reason.POST_ONLY, "would take");
        }
    }

    private static boolean isPostOnly(OrderRequest request) {
        return request.timeInForce().equals(Optional.of(TimeInForce.POST_ONLY));
    }

    private boolean crosses(OrderRequest request) {
        return reached(request.side(), request.symbol(), request.price().orElseThrow());
    }

    private MarginMode marginMode(OrderRequest request) {
        return request.marginMode().orElse(purse.marginMode(request.symbol()));
    }

    private Holding holding(OrderRequest request) {
        return purse.holding(request.symbol(), request.positionSide().orElse(null), marginMode(request));
    }

    private boolean reached(Side side, Symbol symbol, BigDecimal limit) {
        int distance = board.touch(symbol, side).compareTo(limit);
        return side == Side.BUY ? distance <= 0 : distance >= 0;
    }

    private void start(LiveOrder order) {
        TimeInForce tif = order.request().timeInForce().orElse(TimeInForce.GTC);
        if (order.waits()) {
            return;
        }
        if (order.price() == null) {
            fill(order, board.touch(order.symbol(), order.side()), Liquidity.TAKER);
        } else if (reached(order.side(), order.symbol(), order.price())) {
            if (tif == TimeInForce.POST_ONLY) {
                order.end(OrderStatus.EXPIRED, clock.instant());
                return;
            }
            fill(order, board.touch(order.symbol(), order.side()), Liquidity.TAKER);
        } else if (tif == TimeInForce.IOC || tif == TimeInForce.FOK) {
            order.end(OrderStatus.EXPIRED, clock.instant());
        }
    }

    /** How much of the position this order could close. */
    private BigDecimal closable(OrderRequest request) {
        BigDecimal held = holding(request).quantity();
        return held.signum() == -request.side().sign() ? held.abs() : BigDecimal.ZERO;
    }

    private void fill(LiveOrder order, BigDecimal price, Liquidity liquidity) {
        BigDecimal wanted = order.quantity() == null ? closable(order.request()) : order.quantity();
        BigDecimal amount = order.reducing() ? wanted.min(closable(order.request())) : wanted;
        if (amount.signum() == 0) {
            order.end(OrderStatus.EXPIRED, clock.instant());
            return;
        }
        order.fill(amount, price, clock.instant());
        Holding holding = holding(order.request());
        BigDecimal realized =
                holding.apply(amount.multiply(BigDecimal.valueOf(order.side().sign())), price);
        BigDecimal fee = amount.multiply(price).multiply(liquidity == Liquidity.TAKER ? rules.taker() : rules.maker());
        Fill fill = Fill.builder()
                .symbol(order.symbol())
                .venueSymbol(board.instrument(order.symbol()).venueSymbol())
                .tradeId("f" + fills.size())
                .orderId(order.id())
                .clientOrderId(order.clientId())
                .side(order.side())
                .positionSide(order.request().positionSide().orElse(null))
                .price(price)
                .quantity(amount)
                .fee(fee)
                .feeAsset("USDT")
                .realizedPnl(realized)
                .liquidity(liquidity)
                .time(clock.instant())
                .build();
        fills.add(fill);
        book(IncomeType.FEE, fee.negate(), order.symbol());
        if (realized.signum() != 0) {
            book(IncomeType.REALIZED_PNL, realized, order.symbol());
        }
        events.accept(new UserEvent.Filled(fill, clock.instant()));
        if (!holding.isFlat()) {
            events.accept(new UserEvent.PositionChanged(purse.view(holding), clock.instant()));
        }
        events.accept(new UserEvent.BalanceChanged(purse.balance(orderMargin()), clock.instant()));
        attach(order, OrderType.STOP_MARKET, order.request().stopLoss().orElse(null));
        attach(order, OrderType.TAKE_PROFIT_MARKET, order.request().takeProfit().orElse(null));
    }

    private void attach(LiveOrder entry, OrderType type, @Nullable AttachedExit exit) {
        if (exit != null) {
            OrderRequest request = OrderRequest.builder(
                            entry.symbol(), entry.side().opposite(), type)
                    .quantity(entry.quantity())
                    .triggerPrice(exit.triggerPrice())
                    .triggerBy(exit.triggerBy())
                    .positionSide(entry.request().positionSide().orElse(null))
                    .reduceOnly(true)
                    .build();
            place(request, entry.clientId() + type.name().charAt(0));
        }
    }

    private void book(IncomeType type, BigDecimal amount, Symbol symbol) {
        purse.credit(amount);
        income.add(Income.builder()
                .id("i" + income.size())
                .type(type)
                .rawType(type.name())
                .asset("USDT")
                .amount(amount)
                .symbol(symbol)
                .time(clock.instant())
                .build());
    }

    /**
     * What is free.
     *
     * @return in USDT
     */
    public synchronized BigDecimal available() {
        return purse.balance(orderMargin()).available();
    }

    /**
     * What open orders need.
     *
     * @return in USDT
     */
    public synchronized BigDecimal orderMargin() {
        return orders.stream()
                .filter(each -> each.isOpen() && !each.waits() && !each.reducing())
                .map(each -> purse.margin(
                        each.symbol(), marginMode(each.request()), each.price().multiply(each.quantity())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /**
     * The price has moved: fires and fills what it reaches.
     *
     * @param symbol of which instrument
     */
    public synchronized void priceMoved(Symbol symbol) {
        for (LiveOrder order : List.copyOf(orders)) {
            if (!order.isOpen() || !order.symbol().equals(symbol)) {
                continue;
            }
            if (order.waits()) {
                if (order.firesAt(board.mark(symbol))) {
                    start(order);
                    tell(order);
                }
            } else if (order.price() != null && reached(order.side(), symbol, order.price())) {
                fill(order, order.price(), Liquidity.MAKER);
                tell(order);
            }
        }
    }

    private void tell(LiveOrder order) {
        events.accept(new UserEvent.OrderChanged(view(order), clock.instant()));
    }

    private Optional<LiveOrder> find(OrderRef ref) {
        return orders.stream()
                .filter(each -> each.symbol().equals(ref.symbol()))
                .filter(each -> ref.orderId()
                        .map(each.id()::equals)
                        .orElseGet(() ->
                                ref.clientOrderId().map(each.clientId()::equals).orElse(false)))
                .reduce((first, second) -> second);
    }

    /**
     * Finds an order.
     *
     * @param ref its id
     * @return the newest of that id; empty where there is none
     */
    public synchronized Optional<Order> order(OrderRef ref) {
        return find(ref).map(each -> view(each));
    }

    /**
     * Lists orders.
     *
     * @param openOnly whether only those that can still be filled
     * @param symbol of which instrument; null for all
     * @return the oldest first
     */
    public synchronized List<Order> orders(boolean openOnly, @Nullable Symbol symbol) {
        return orders.stream()
                .filter(each -> !openOnly || each.isOpen())
                .filter(each -> symbol == null || each.symbol().equals(symbol))
                .map(each -> view(each))
                .toList();
    }

    private LiveOrder open(OrderRef ref) {
        return find(ref).filter(LiveOrder::isOpen).orElseThrow(() -> rejected(Reason.ORDER_NOT_FOUND, "not open"));
    }

    /**
     * Cancels an order.
     *
     * @param ref its id
     * @return the order
     * @throws RejectedException if none of that id is open
     */
    public synchronized Order cancel(OrderRef ref) {
        LiveOrder order = open(ref);
        order.end(OrderStatus.CANCELED, clock.instant());
        tell(order);
        return view(order);
    }

    /**
     * Changes an order.
     *
     * @param change what of which order
     * @return the order after what happened to it at once
     * @throws RejectedException if none of that id is open
     */
    public synchronized Order amend(AmendRequest change) {
        LiveOrder order = open(change.ref());
        order.amend(change.quantity(), change.price(), clock.instant());
        start(order);
        return view(order);
    }

    /**
     * How much is held.
     *
     * @param symbol of which instrument
     * @param side on which side
     * @return in base units; empty where nothing is
     */
    public synchronized Optional<BigDecimal> held(Symbol symbol, PositionSide side) {
        PositionSide slot = purse.mode() == PositionMode.HEDGE ? side : null;
        BigDecimal quantity = purse.holding(symbol, slot).quantity();
        return quantity.signum() != 0 && PositionSide.ofSign(quantity.signum()) == side
                ? Optional.of(quantity.abs())
                : Optional.empty();
    }
}
