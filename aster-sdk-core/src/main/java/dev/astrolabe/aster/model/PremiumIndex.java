package dev.astrolabe.aster.model;

import dev.astrolabe.exchange.model.MarkPrice;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The mark and index price of a perpetual and its running funding (docs: futures, "Mark Price"). Immutable.
 *
 * @since 0.1
 */
public final class PremiumIndex {

    private final MarkPrice prices;
    private final @Nullable BigDecimal estimatedSettlePrice;
    private final @Nullable BigDecimal interestRate;

    /**
     * Makes one.
     *
     * @param prices what every exchange says
     * @param estimatedSettlePrice null where it is absent
     * @param interestRate null where it is absent
     */
    public PremiumIndex(
            MarkPrice prices, @Nullable BigDecimal estimatedSettlePrice, @Nullable BigDecimal interestRate) {
        this.prices = Objects.requireNonNull(prices, "prices");
        this.estimatedSettlePrice = estimatedSettlePrice;
        this.interestRate = interestRate;
    }

    /** {@return mark and index price, and the running funding} */
    public MarkPrice prices() {
        return prices;
    }

    /**
     * {@return the price at which the contract would settle, in quote per single coin; means something in the last hour before
     *     a settlement only; empty where the venue does not say}
     */
    public Optional<BigDecimal> estimatedSettlePrice() {
        return Optional.ofNullable(estimatedSettlePrice);
    }

    /** {@return the part of the funding rate that is interest, as a ratio of the notional; empty where the venue does not say} */
    public Optional<BigDecimal> interestRate() {
        return Optional.ofNullable(interestRate);
    }

    @Override
    public String toString() {
        return Fields.of("PremiumIndex")
                .with("prices", prices)
                .with("estimatedSettlePrice", estimatedSettlePrice)
                .with("interestRate", interestRate)
                .toString();
    }
}
