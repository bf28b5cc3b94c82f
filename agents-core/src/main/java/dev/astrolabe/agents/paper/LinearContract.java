package dev.astrolabe.agents.paper;

import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.OrderRequest;
import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/** Settles in quote: units are base units, their worth is units x price, and nothing is rounded. */
final class LinearContract extends Contract {

    LinearContract(Instrument instrument) {
        super(instrument);
    }

    @Override
    BigDecimal value(BigDecimal units, BigDecimal price) {
        return units.multiply(price);
    }

    @Override
    BigDecimal face(BigDecimal units, BigDecimal price) {
        return units.multiply(price);
    }

    @Override
    BigDecimal settled(BigDecimal quote, BigDecimal price) {
        return quote;
    }

    @Override
    BigDecimal average(BigDecimal units, BigDecimal worth) {
        return Money.ratio(worth, units);
    }

    /** {@code k + u p = w p - a}. */
    @Override
    @Nullable
    BigDecimal liquidation(BigDecimal constant, BigDecimal units, BigDecimal weighted, BigDecimal amount) {
        BigDecimal slope = units.subtract(weighted);
        return slope.signum() == 0 ? null : constant.add(amount).negate().divide(slope, MathContext.DECIMAL64);
    }

    @Override
    BigDecimal units(BigDecimal quantity, BigDecimal price) {
        return quantity;
    }

    @Override
    BigDecimal quantity(BigDecimal units, BigDecimal price) {
        return units;
    }

    @Override
    BigDecimal told(BigDecimal units, @Nullable BigDecimal price) {
        return units;
    }

    @Override
    BigDecimal contracts(BigDecimal units) {
        return instrument().toContracts(units);
    }

    @Override
    @Nullable
    BigDecimal units(OrderRequest order) {
        return order.quantity().orElse(null);
    }

    @Override
    OrderRequest.Builder sized(OrderRequest.Builder order, BigDecimal units) {
        return order.quantity(units);
    }
}
