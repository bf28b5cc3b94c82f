package dev.astrolabe.agents.paper;

import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.OrderRequest;
import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/**
 * Settles in the base coin: units are contracts of a fixed amount of quote. That amount in coins is a quotient, rounded
 * half-even to the digits of a share; a fill is rounded once, and what it was rounded to is what the books hold.
 */
final class InverseContract extends Contract {

    InverseContract(Instrument instrument) {
        super(instrument);
    }

    @Override
    BigDecimal value(BigDecimal units, BigDecimal price) {
        return worth(units, price).negate();
    }

    @Override
    BigDecimal face(BigDecimal units, BigDecimal price) {
        return units.multiply(instrument().contractValue());
    }

    @Override
    BigDecimal settled(BigDecimal quote, BigDecimal price) {
        return Money.quotient(quote, price);
    }

    @Override
    BigDecimal average(BigDecimal units, BigDecimal worth) {
        return Money.ratio(units.multiply(instrument().contractValue()), worth);
    }

    /** {@code k - u f / p = (w f - a) / p}. */
    @Override
    @Nullable
    BigDecimal liquidation(BigDecimal constant, BigDecimal units, BigDecimal weighted, BigDecimal amount) {
        BigDecimal owed =
                units.add(weighted).multiply(instrument().contractValue()).subtract(amount);
        return constant.signum() == 0 ? null : owed.divide(constant, MathContext.DECIMAL64);
    }

    @Override
    BigDecimal units(BigDecimal quantity, BigDecimal price) {
        return instrument().toContracts(quantity, price);
    }

    @Override
    BigDecimal quantity(BigDecimal units, BigDecimal price) {
        return instrument().fromContracts(units, price);
    }

    @Override
    @Nullable
    BigDecimal told(BigDecimal units, @Nullable BigDecimal price) {
        return price == null ? null : quantity(units, price);
    }

    @Override
    BigDecimal contracts(BigDecimal units) {
        return units;
    }

    @Override
    @Nullable
    BigDecimal units(OrderRequest order) {
        return order.contracts()
                .or(() -> order.quantity()
                        .map(quantity -> units(
                                quantity, order.price().or(order::triggerPrice).orElseThrow())))
                .orElse(null);
    }

    @Override
    OrderRequest.Builder sized(OrderRequest.Builder order, BigDecimal units) {
        return order.contracts(units);
    }
}
