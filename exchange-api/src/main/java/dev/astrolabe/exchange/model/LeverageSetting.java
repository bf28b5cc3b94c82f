package dev.astrolabe.exchange.model;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The leverage that is set for an instrument. Immutable.
 *
 * @since 0.1
 */
public final class LeverageSetting {

    private final Symbol symbol;
    private final BigDecimal leverage;
    private final @Nullable BigDecimal maxNotional;

    /**
     * A setting.
     *
     * @param symbol the instrument
     * @param leverage such as 10
     * @param maxNotional the largest notional it allows, in the settle asset; null where the venue does not say
     */
    public LeverageSetting(Symbol symbol, BigDecimal leverage, @Nullable BigDecimal maxNotional) {
        this.symbol = Objects.requireNonNull(symbol, "symbol");
        this.leverage = Objects.requireNonNull(leverage, "leverage");
        this.maxNotional = maxNotional;
    }

    /**
     * The instrument.
     *
     * @return its symbol
     */
    public Symbol symbol() {
        return symbol;
    }

    /**
     * The leverage.
     *
     * @return such as 10
     */
    public BigDecimal leverage() {
        return leverage;
    }

    /**
     * The largest notional that the leverage allows.
     *
     * @return in the settle asset; empty where the venue does not say
     */
    public Optional<BigDecimal> maxNotional() {
        return Optional.ofNullable(maxNotional);
    }

    @Override
    public String toString() {
        return Fields.of("LeverageSetting")
                .with("symbol", symbol)
                .with("leverage", leverage)
                .with("maxNotional", maxNotional)
                .toString();
    }
}
