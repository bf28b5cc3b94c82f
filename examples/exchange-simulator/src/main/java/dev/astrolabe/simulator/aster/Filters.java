package dev.astrolabe.simulator.aster;

import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.OrderRequest;
import dev.astrolabe.exchange.model.OrderType;
import dev.astrolabe.exchange.model.PriceBand;
import dev.astrolabe.exchange.model.Side;
import dev.astrolabe.exchange.model.StepFilter;
import dev.astrolabe.simulator.market.Market;
import java.math.BigDecimal;

/** The filters of a symbol, with the code of each (docs: futures v3, "Symbol filters"). */
final class Filters {

    private Filters() {}

    /** @throws AsterError naming what is broken first */
    static void check(Market market, OrderRequest order) {
        Instrument instrument = market.instrument();
        order.price().ifPresent(price -> price(instrument, price));
        order.triggerPrice().ifPresent(price -> stop(instrument, price));
        order.activationPrice().ifPresent(price -> stop(instrument, price));
        StepFilter lots =
                order.type() == OrderType.MARKET ? instrument.marketQuantityFilter() : instrument.quantityFilter();
        order.quantity().ifPresent(quantity -> quantity(lots, quantity));
        instrument.priceBand().ifPresent(band -> band(market, order, band));
        notional(market, order);
    }

    /** A price that is off the tick has too many decimals, where its digits alone tell it. */
    static void price(Instrument instrument, BigDecimal price) {
        StepFilter filter = instrument.priceFilter();
        if (isAbove(filter, price)) {
            throw ErrorCode.PRICE_ABOVE_MAX.with();
        }
        if (price.compareTo(filter.min()) < 0) {
            throw ErrorCode.PRICE_BELOW_MIN.with();
        }
        step(filter, price, ErrorCode.PRICE_OFF_TICK);
    }

    private static void stop(Instrument instrument, BigDecimal price) {
        if (isAbove(instrument.priceFilter(), price)) {
            throw ErrorCode.STOP_PRICE_ABOVE_MAX.with();
        }
        price(instrument, price);
    }

    static void quantity(StepFilter filter, BigDecimal quantity) {
        if (quantity.compareTo(filter.min()) < 0) {
            throw ErrorCode.QUANTITY_BELOW_MIN.with();
        }
        if (isAbove(filter, quantity)) {
            throw ErrorCode.QUANTITY_ABOVE_MAX.with();
        }
        step(filter, quantity, ErrorCode.QUANTITY_OFF_STEP);
    }

    private static boolean isAbove(StepFilter filter, BigDecimal value) {
        return filter.max().signum() > 0 && value.compareTo(filter.max()) > 0;
    }

    private static void step(StepFilter filter, BigDecimal value, ErrorCode offStep) {
        if (filter.step().signum() > 0 && Figures.digits(value) > Figures.digits(filter.step())) {
            throw ErrorCode.BAD_PRECISION.with();
        }
        if (!filter.onStep(value)) {
            throw offStep.with();
        }
    }

    /** A limit lies near the mark; of a conditional order it lies near the stop price. */
    private static void band(Market market, OrderRequest order, PriceBand band) {
        BigDecimal price = order.price().orElse(null);
        if (price == null) {
            return;
        }
        boolean buys = order.side() == Side.BUY;
        BigDecimal stop = order.triggerPrice().orElse(null);
        BigDecimal around = stop == null ? market.mark().mark() : stop;
        BigDecimal bound = around.multiply(buys ? band.up() : band.down());
        if (buys ? price.compareTo(bound) <= 0 : price.compareTo(bound) >= 0) {
            return;
        }
        String shown = Figures.average(market.instrument(), bound);
        if (stop == null) {
            throw (buys ? ErrorCode.PRICE_ABOVE_BAND : ErrorCode.PRICE_BELOW_BAND).with(shown);
        }
        throw (buys ? ErrorCode.PRICE_ABOVE_STOP_BAND : ErrorCode.PRICE_BELOW_STOP_BAND).with(shown);
    }

    private static void notional(Market market, OrderRequest order) {
        BigDecimal least = market.instrument().minNotional().orElse(BigDecimal.ZERO);
        BigDecimal quantity = order.quantity().orElse(null);
        if (quantity == null || order.reduceOnly()) {
            return;
        }
        BigDecimal price = order.price()
                .or(order::triggerPrice)
                .orElseGet(() -> market.mark().mark());
        if (price.multiply(quantity).compareTo(least) < 0) {
            throw ErrorCode.MIN_NOTIONAL.with(Figures.plain(least));
        }
    }
}
