package dev.astrolabe.aster.model;

import dev.astrolabe.exchange.model.MarginMode;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A position slot with its prices and margin mode (docs: futures, "Position Information"). Immutable.
 *
 * @since 0.1
 */
public final class AsterPosition {

    private final PositionSlot slot;
    private final Margin margin;
    private final @Nullable BigDecimal markPrice;
    private final @Nullable BigDecimal liquidationPrice;

    /**
     * Makes one.
     *
     * @param slot what is held, and its leverage
     * @param margin how it is backed
     * @param markPrice null where it is absent
     * @param liquidationPrice null where it is absent
     */
    public AsterPosition(
            PositionSlot slot, Margin margin, @Nullable BigDecimal markPrice, @Nullable BigDecimal liquidationPrice) {
        this.slot = Objects.requireNonNull(slot, "slot");
        this.margin = Objects.requireNonNull(margin, "margin");
        this.markPrice = markPrice;
        this.liquidationPrice = liquidationPrice;
    }

    /** {@return what is held, and its leverage} */
    public PositionSlot slot() {
        return slot;
    }

    /** {@return how it is backed} */
    public Margin margin() {
        return margin;
    }

    /** {@return the mark price, in quote per single coin; empty where the venue does not say} */
    public Optional<BigDecimal> markPrice() {
        return Optional.ofNullable(markPrice);
    }

    /** {@return the mark price, per single coin, at which the venue takes the position over; empty where there is none} */
    public Optional<BigDecimal> liquidationPrice() {
        return Optional.ofNullable(liquidationPrice);
    }

    @Override
    public String toString() {
        return Fields.of("AsterPosition")
                .with("slot", slot)
                .with("margin", margin)
                .with("markPrice", markPrice)
                .with("liquidationPrice", liquidationPrice)
                .toString();
    }

    /**
     * How a position is backed.
     *
     * @param mode cross or isolated; UNKNOWN where the venue's word is new
     * @param rawMode the venue's own word for it
     * @param isolated margin of its own with profit or loss, in the settle asset; 0 for cross
     * @param autoAdd whether the venue adds margin by itself before it liquidates
     * @since 0.1
     */
    public record Margin(MarginMode mode, String rawMode, BigDecimal isolated, boolean autoAdd) {
        @Override
        public String toString() {
            return Fields.of(this);
        }
    }
}
