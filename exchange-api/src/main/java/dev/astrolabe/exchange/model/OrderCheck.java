package dev.astrolabe.exchange.model;

import dev.astrolabe.exchange.error.NotSentException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Checks one order against the filters of its instrument, and says what would pass. */
final class OrderCheck {

    private final Instrument instrument;
    private final OrderRequest order;
    private final @Nullable BigDecimal mark;

    private OrderCheck(Instrument instrument, OrderRequest order, @Nullable BigDecimal mark) {
        this.instrument = instrument;
        this.order = order;
        this.mark = mark;
    }

    static void check(Instrument instrument, OrderRequest order, @Nullable BigDecimal mark) {
        OrderCheck check = new OrderCheck(instrument, instrument.inBaseUnits(order), mark);
        check.tradable();
        check.size();
        order.price().ifPresent(price -> check.price("price", price));
        order.triggerPrice().ifPresent(price -> check.price("trigger price", price));
        order.activationPrice().ifPresent(price -> check.price("activation price", price));
        order.stopLoss().ifPresent(exit -> check.price("stop-loss", exit.triggerPrice()));
        order.takeProfit().ifPresent(exit -> check.price("take-profit", exit.triggerPrice()));
        check.band();
        check.notional();
    }

    private void tradable() {
        if (!order.symbol().equals(instrument.symbol())) {
            throw NotSentException.invalid(
                    "order of " + order.symbol() + " was checked against " + instrument.symbol());
        }
        if (instrument.status() != InstrumentStatus.TRADING) {
            throw NotSentException.invalid(instrument.symbol() + " does not trade: its status on "
                    + instrument.exchange() + " is " + instrument.rawStatus());
        }
        if (!instrument.orderTypes().isEmpty() && !instrument.orderTypes().contains(order.type())) {
            throw NotSentException.invalid(instrument.symbol() + " takes no " + order.type() + " orders, only "
                    + sorted(instrument.orderTypes()));
        }
        order.timeInForce().ifPresent(tif -> {
            if (!instrument.timesInForce().isEmpty()
                    && !instrument.timesInForce().contains(tif)) {
                throw NotSentException.invalid(instrument.symbol() + " takes no " + tif + " orders, only "
                        + sorted(instrument.timesInForce()));
            }
        });
    }

    private static <T> Set<T> sorted(Set<T> values) {
        return new TreeSet<>(values);
    }

    private void size() {
        if (!instrument.inverse()) {
            order.quantity().ifPresent(quantity -> step("quantity", quantity, quantityFilter(), lotSize()));
            return;
        }
        order.contracts().ifPresent(contracts -> step("number of contracts", contracts, quantityFilter(), lotSize()));
        order.quantity().ifPresent(this::inverseQuantity);
    }

    private String lotSize() {
        return order.type() == OrderType.MARKET ? "market lot size" : "lot size";
    }

    private void inverseQuantity(BigDecimal quantity) {
        BigDecimal price = order.price()
                .or(order::triggerPrice)
                .orElseThrow(() -> NotSentException.invalid("quantity " + quantity.toPlainString() + " of a "
                        + order.type() + " order of " + instrument.symbol()
                        + " has no price at which it is a number of contracts; an inverse order without a price is sized"
                        + " by contracts"));
        BigDecimal contracts = instrument.toContracts(quantity, price);
        String bound = brokenBound(contracts, quantityFilter(), lotSize());
        if (bound != null) {
            BigDecimal nearest = quantityFilter().nearestValid(contracts);
            throw NotSentException.invalid("quantity " + quantity.toPlainString() + " of " + instrument.symbol()
                    + " at " + price.toPlainString() + " is " + contracts.toPlainString() + " contracts, "
                    + bound + "; nearest is "
                    + instrument.fromContracts(nearest, price).toPlainString()
                    + ", which is " + nearest.toPlainString() + " contracts");
        }
    }

    private StepFilter quantityFilter() {
        return order.type() == OrderType.MARKET ? instrument.marketQuantityFilter() : instrument.quantityFilter();
    }

    private void price(String name, BigDecimal price) {
        step(name, price, instrument.priceFilter(), "tick size");
    }

    private void step(String name, BigDecimal value, StepFilter filter, String stepName) {
        String bound = brokenBound(value, filter, stepName);
        if (bound != null) {
            throw NotSentException.invalid(name + " " + value.toPlainString() + " of " + instrument.symbol() + " is "
                    + bound + "; nearest is " + filter.nearestValid(value).toPlainString());
        }
    }

    private static @Nullable String brokenBound(BigDecimal value, StepFilter filter, String stepName) {
        if (filter.min().signum() > 0 && value.compareTo(filter.min()) < 0) {
            return "below the minimum " + filter.min().toPlainString();
        }
        if (filter.max().signum() > 0 && value.compareTo(filter.max()) > 0) {
            return "above the maximum " + filter.max().toPlainString();
        }
        return filter.onStep(value)
                ? null
                : "not a multiple of the " + stepName + " " + filter.step().toPlainString();
    }

    /** A limit order lies near the mark; the limit of a conditional one lies near its trigger price. */
    private void band() {
        if (mark == null || order.price().isEmpty() || instrument.priceBand().isEmpty()) {
            return;
        }
        BigDecimal price = order.price().get();
        PriceBand band = instrument.priceBand().get();
        boolean buy = order.side() == Side.BUY;
        BigDecimal middle = order.triggerPrice().orElse(mark);
        BigDecimal bound = middle.multiply(buy ? band.up() : band.down());
        if (buy ? price.compareTo(bound) > 0 : price.compareTo(bound) < 0) {
            throw NotSentException.invalid("price " + price.toPlainString() + " of " + instrument.symbol() + " is "
                    + (buy ? "above" : "below") + " the price band of a " + order.side() + " at "
                    + (order.triggerPrice().isPresent() ? "trigger price " : "mark ")
                    + middle.toPlainString()
                    + "; nearest is "
                    + (buy
                                    ? instrument.priceFilter().down(bound)
                                    : instrument.priceFilter().up(bound))
                            .toPlainString());
        }
    }

    private void notional() {
        if (order.reduceOnly()
                || order.closePosition()
                || instrument.minNotional().isEmpty()) {
            return;
        }
        BigDecimal least = instrument.minNotional().get();
        if (instrument.inverse()) {
            inverseNotional(least);
            return;
        }
        BigDecimal price = order.price().or(order::triggerPrice).orElse(mark == null ? BigDecimal.ZERO : mark);
        if (price.signum() == 0) {
            return;
        }
        BigDecimal quantity = order.quantity().orElseThrow();
        BigDecimal notional = quantity.multiply(price);
        if (notional.compareTo(least) < 0) {
            throw tooLittle(notional, least, "quantity", least.divide(price, 16, RoundingMode.CEILING));
        }
    }

    /** An inverse contract is worth the same amount of quote at every price. */
    private void inverseNotional(BigDecimal least) {
        BigDecimal contracts = order.contracts().orElseGet(() -> {
            BigDecimal price = order.price().or(order::triggerPrice).orElseThrow();
            return instrument.toContracts(order.quantity().orElseThrow(), price);
        });
        BigDecimal notional = contracts.multiply(instrument.contractValue());
        if (notional.compareTo(least) < 0) {
            BigDecimal enough = least.divide(instrument.contractValue(), 16, RoundingMode.CEILING);
            throw tooLittle(notional, least, "number of contracts", enough);
        }
    }

    private NotSentException tooLittle(BigDecimal notional, BigDecimal least, String size, BigDecimal enough) {
        StepFilter filter = quantityFilter();
        return NotSentException.invalid("notional "
                + notional.stripTrailingZeros().toPlainString() + " of "
                + instrument.symbol() + " is below the minimum " + least.toPlainString() + "; nearest " + size + " is "
                + filter.up(enough).max(filter.min()).toPlainString());
    }
}
