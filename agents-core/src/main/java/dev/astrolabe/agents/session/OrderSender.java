package dev.astrolabe.agents.session;

import dev.astrolabe.agents.AgentId;
import dev.astrolabe.agents.market.Listing;
import dev.astrolabe.exchange.ExchangeClient;
import dev.astrolabe.exchange.ExchangeId;
import dev.astrolabe.exchange.error.ExchangeException;
import dev.astrolabe.exchange.error.OutcomeUnknownException;
import dev.astrolabe.exchange.error.Reason;
import dev.astrolabe.exchange.error.RejectedException;
import dev.astrolabe.exchange.error.VenueError;
import dev.astrolabe.exchange.model.OrderAck;
import dev.astrolabe.exchange.model.OrderRef;
import dev.astrolabe.exchange.model.OrderRequest;
import dev.astrolabe.exchange.model.OrderResolution;
import dev.astrolabe.exchange.model.OrderType;
import dev.astrolabe.exchange.model.PositionMode;
import dev.astrolabe.exchange.model.PositionSide;
import dev.astrolabe.exchange.model.Side;
import dev.astrolabe.exchange.model.TimeInForce;
import dev.astrolabe.exchange.model.TriggerBy;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Builds and sends the orders of one agent. Each leaves once; an unknown outcome is resolved here and never answered by
 * sending again. Exits are reduce-only in one-way mode and named by their slot in hedge mode.
 */
final class OrderSender {

    private final AgentId agent;
    private final ExecutionPort execution;
    private final OrderCodes codes;
    private final EffectDigest digest;
    private final Map<ExchangeId, PositionMode> modes = new HashMap<>();
    private final Map<ExchangeId, ExchangeClient> accounts = new HashMap<>();

    OrderSender(AgentId agent, ExecutionPort execution, OrderCodes codes, EffectDigest digest) {
        this.agent = agent;
        this.execution = execution;
        this.codes = codes;
        this.digest = digest;
    }

    ExchangeClient account(Listing listing) {
        return account(listing.exchange());
    }

    ExchangeClient account(ExchangeId exchange) {
        return accounts.computeIfAbsent(exchange, id -> execution.account(id, agent));
    }

    PositionMode mode(ExchangeId exchange) {
        return modes.computeIfAbsent(exchange, id -> account(id).account().positionMode());
    }

    /** Sets the leverage of a market and holds what the venue confirmed against it; others of a shared account may have changed it. */
    void leverage(Listing listing, int leverage) {
        BigDecimal confirmed = account(listing)
                .account()
                .setLeverage(listing.symbol(), leverage)
                .leverage();
        if (confirmed.compareTo(BigDecimal.valueOf(leverage)) != 0) {
            throw new IllegalStateException("leverage of " + listing + " was set to " + leverage
                    + ", but the venue confirmed " + confirmed.toPlainString());
        }
    }

    /** Enters at the market, or post-only where a limit price is given. */
    Optional<OrderAck> enter(Listing listing, PositionSide side, BigDecimal quantity, @Nullable BigDecimal limitPrice) {
        OrderRequest.Builder order = builder(
                        listing,
                        side.opening(),
                        limitPrice == null ? OrderType.MARKET : OrderType.LIMIT,
                        OrderPurpose.ENTRY)
                .quantity(quantity);
        if (limitPrice != null) {
            order.price(limitPrice).timeInForce(TimeInForce.POST_ONLY);
        }
        return send(listing, slot(order, listing, side).build());
    }

    Optional<OrderAck> exit(Listing listing, PositionSide side, BigDecimal quantity) {
        OrderRequest.Builder order = builder(listing, side.closing(), OrderType.MARKET, OrderPurpose.EXIT);
        return send(listing, reducing(order.quantity(quantity), listing, side).build());
    }

    Optional<OrderAck> stop(Listing listing, PositionSide side, BigDecimal quantity, BigDecimal trigger) {
        return conditional(listing, side, quantity, trigger, OrderType.STOP_MARKET, OrderPurpose.STOP);
    }

    Optional<OrderAck> takeProfit(Listing listing, PositionSide side, BigDecimal quantity, BigDecimal trigger) {
        return conditional(listing, side, quantity, trigger, OrderType.TAKE_PROFIT_MARKET, OrderPurpose.TAKE_PROFIT);
    }

    private Optional<OrderAck> conditional(
            Listing listing,
            PositionSide side,
            BigDecimal quantity,
            BigDecimal trigger,
            OrderType type,
            OrderPurpose purpose) {
        OrderRequest.Builder order = builder(listing, side.closing(), type, purpose)
                .quantity(quantity)
                .triggerPrice(trigger)
                .triggerBy(TriggerBy.MARK);
        return send(listing, reducing(order, listing, side).build());
    }

    /** Cancels an order; one that is not open any more counts as cancelled. */
    void cancel(Listing listing, OrderRef ref) {
        digest.add("cancel " + agent + " " + ref);
        try {
            account(listing).trading().cancel(ref);
        } catch (RejectedException e) {
            if (e.reason() != Reason.ORDER_NOT_FOUND) {
                throw e;
            }
        }
    }

    private OrderRequest.Builder builder(Listing listing, Side side, OrderType type, OrderPurpose purpose) {
        return OrderRequest.builder(listing.symbol(), side, type).clientOrderId(codes.next(purpose));
    }

    private OrderRequest.Builder slot(OrderRequest.Builder order, Listing listing, PositionSide side) {
        return mode(listing.exchange()) == PositionMode.HEDGE ? order.positionSide(side) : order;
    }

    private OrderRequest.Builder reducing(OrderRequest.Builder order, Listing listing, PositionSide side) {
        return mode(listing.exchange()) == PositionMode.HEDGE ? order.positionSide(side) : order.reduceOnly(true);
    }

    private Optional<OrderAck> send(Listing listing, OrderRequest order) {
        digest.add("send " + agent + " " + order);
        try {
            return Optional.of(account(listing).trading().place(order));
        } catch (OutcomeUnknownException e) {
            OrderRef ref = OrderRef.ofClientOrderId(
                            order.symbol(), order.clientOrderId().orElseThrow())
                    .withConditional(order.type().isConditional());
            return resolve(listing, ref, e);
        }
    }

    /** @throws OutcomeUnknownException with the reference and the time to resolve by, if the venue cannot be asked now */
    private Optional<OrderAck> resolve(Listing listing, OrderRef ref, OutcomeUnknownException unknown) {
        OrderResolution resolution;
        try {
            resolution = account(listing).trading().resolve(ref, unknown.sentAt());
        } catch (ExchangeException e) {
            VenueError error = unknown.venueError()
                    .orElseGet(() -> VenueError.unanswered(listing.exchange().name(), "order"));
            throw new OutcomeUnknownException(ref, unknown.sentAt(), error, e);
        }
        digest.add("resolved " + resolution);
        return resolution instanceof OrderResolution.Placed placed
                ? Optional.of(OrderAck.of(placed.order()))
                : Optional.empty();
    }
}
