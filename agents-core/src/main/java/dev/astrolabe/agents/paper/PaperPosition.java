package dev.astrolabe.agents.paper;

import dev.astrolabe.exchange.model.Side;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One position: signed units of a contract, and their exact cost, the sum of the values at which they were taken. Profit is
 * value less cost, so no average price is ever needed for money.
 */
final class PaperPosition {

    private final Contract contract;
    private BigDecimal quantity = BigDecimal.ZERO;
    private BigDecimal cost = BigDecimal.ZERO;
    /** The same without zeros at its end: even a cost that is gone has 18 of them, and every mark would carry them along. */
    private BigDecimal plainCost = BigDecimal.ZERO;

    private BigDecimal isolatedMargin = BigDecimal.ZERO;
    private @Nullable Instant updatedAt;

    PaperPosition(Contract contract) {
        this.contract = contract;
    }

    boolean isFlat() {
        return quantity.signum() == 0;
    }

    /** In units of the contract; positive where long. */
    BigDecimal quantity() {
        return quantity;
    }

    /** In the settle asset; its sign is that of the value. */
    BigDecimal cost() {
        return cost;
    }

    /** The part of the wallet that backs this position alone; 0 in cross mode. */
    BigDecimal isolatedMargin() {
        return isolatedMargin;
    }

    @Nullable
    Instant updatedAt() {
        return updatedAt;
    }

    /** In the settle asset, never negative. */
    BigDecimal notional(BigDecimal mark) {
        return contract.worth(quantity.abs(), mark);
    }

    BigDecimal unrealized(BigDecimal mark) {
        return contract.value(quantity, mark).subtract(plainCost);
    }

    /** How much an order of this side can reduce; 0 where it would not reduce. */
    BigDecimal reducibleBy(Side side) {
        return quantity.signum() == -side.sign() ? quantity.abs() : BigDecimal.ZERO;
    }

    /**
     * Books a fill. What is against the position reduces it, the rest opens.
     *
     * @param isolatedLeverage the leverage by which an opening sets margin aside; 0 in cross mode
     * @return the realized profit or loss; 0 where nothing was closed
     */
    BigDecimal fill(Side side, BigDecimal filled, BigDecimal price, int isolatedLeverage, Instant time) {
        BigDecimal closed = reducibleBy(side).min(filled);
        BigDecimal realized = closed.signum() == 0 ? BigDecimal.ZERO : close(side, closed, price);
        BigDecimal opened = filled.subtract(closed);
        if (opened.signum() > 0) {
            BigDecimal signed = side == Side.BUY ? opened : opened.negate();
            quantity = quantity.add(signed);
            cost = cost.add(contract.value(signed, price));
            if (isolatedLeverage > 0) {
                isolatedMargin =
                        isolatedMargin.add(Money.initialMargin(contract.worth(opened, price), isolatedLeverage));
            }
        }
        plainCost = Money.plain(cost);
        updatedAt = time;
        return realized;
    }

    private BigDecimal close(Side side, BigDecimal closed, BigDecimal price) {
        BigDecimal held = quantity.abs();
        BigDecimal costShare = Money.share(cost, closed, held);
        BigDecimal closedSigned = side == Side.SELL ? closed : closed.negate();
        isolatedMargin = isolatedMargin.subtract(Money.share(isolatedMargin, closed, held));
        quantity = quantity.subtract(closedSigned);
        cost = cost.subtract(costShare);
        return contract.value(closedSigned, price).subtract(costShare);
    }

    void addIsolatedMargin(BigDecimal amount) {
        isolatedMargin = isolatedMargin.add(amount);
    }
}
