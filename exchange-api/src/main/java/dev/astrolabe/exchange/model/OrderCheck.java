package dev.astrolabe.exchange.model;

import dev.astrolabe.exchange.error.NotSentException;
import java.math.BigDecimal;
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
        OrderCheck check = new OrderCheck(instrument, order, mark);
        check.tradable();
        order.quantity().ifPresent(check::quantity);
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

    private void quantity(BigDecimal quantity) {
        boolean market = order.type() == OrderType.MARKET;
        step("quantity", quantity, quantityFilter(), market ? "market lot size" : "lot size");
    }

    private StepFilter quantityFilter() {
        return order.type() == OrderType.MARKET ? instrument.marketQuantityFilter() : instrument.quantityFilter();
    }

    private void price(String name, BigDecimal price) {
        step(name, price, instrument.priceFilter(), "tick size");
    }

    private void step(String name, BigDecimal value, StepFilter filter, String stepName) {
        if (filter.min().signum() > 0 && value.compareTo(filter.min()) < 0) {
            throw broken(name, value, "below the minimum " + filter.min().toPlainString(), filter);
        }
        if (filter.max().signum() > 0 && value.compareTo(filter.max()) > 0) {
            throw broken(name, value, "above the maximum " + filter.max().toPlainString(), filter);
        }
        if (!filter.onStep(value)) {
            String multiple =
                    "not a multiple of the " + stepName + " " + filter.step().toPlainString();
            throw broken(name, value, multiple, filter);
        }
    }

    private NotSentException broken(String name, BigDecimal value, String bound, StepFilter filter) {
        return NotSentException.invalid(name + " " + value.toPlainString() + " of " + instrument.symbol() + " is "
                + bound + "; nearest is " + filter.nearestValid(value).toPlainString());
    }

    private void band() {
        if (mark == null || order.price().isEmpty() || instrument.priceBand().isEmpty()) {
            return;
        }
        BigDecimal price = order.price().get();
        PriceBand band = instrument.priceBand().get();
        boolean buy = order.side() == Side.BUY;
        BigDecimal bound = mark.multiply(buy ? band.up() : band.down());
        if (buy ? price.compareTo(bound) > 0 : price.compareTo(bound) < 0) {
            throw NotSentException.invalid("price " + price.toPlainString() + " of " + instrument.symbol() + " is "
                    + (buy ? "above" : "below") + " the price band of a " + order.side() + " at mark "
                    + mark.toPlainString()
                    + "; nearest is "
                    + (buy
                                    ? instrument.priceFilter().down(bound)
                                    : instrument.priceFilter().up(bound))
                            .toPlainString());
        }
    }

    private void notional() {
        if (order.reduceOnly()
                || order.quantity().isEmpty()
                || instrument.minNotional().isEmpty()) {
            return;
        }
        BigDecimal price = order.price().or(order::triggerPrice).orElse(mark == null ? BigDecimal.ZERO : mark);
        BigDecimal least = instrument.minNotional().get();
        if (price.signum() == 0) {
            return;
        }
        BigDecimal quantity = order.quantity().get();
        BigDecimal notional = quantity.multiply(price);
        if (notional.compareTo(least) < 0) {
            StepFilter filter = quantityFilter();
            BigDecimal enough = filter.up(least.divide(price, 16, java.math.RoundingMode.CEILING));
            throw NotSentException.invalid("notional "
                    + notional.stripTrailingZeros().toPlainString() + " of "
                    + instrument.symbol() + " is below the minimum " + least.toPlainString() + "; nearest quantity is "
                    + enough.max(filter.min()).toPlainString());
        }
    }
}
