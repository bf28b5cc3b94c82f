package dev.astrolabe.okx.model;

import dev.astrolabe.exchange.error.NotSentException;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A leverage to be set, of an instrument or of a coin. Immutable. (docs: OKX v5, "Set leverage")
 *
 * @since 0.1
 */
public final class OkxLeverageChange {

    private final @Nullable String instId;
    private final @Nullable String currency;
    private final String marginMode;
    private final BigDecimal leverage;
    private final @Nullable String positionSide;

    private OkxLeverageChange(
            @Nullable String instId,
            @Nullable String currency,
            String marginMode,
            BigDecimal leverage,
            @Nullable String positionSide) {
        this.instId = instId;
        this.currency = currency;
        this.marginMode = Objects.requireNonNull(marginMode, "marginMode");
        this.leverage = leverage;
        this.positionSide = positionSide;
        if (leverage.signum() <= 0) {
            throw NotSentException.invalid("leverage " + leverage.toPlainString() + " is not above 0");
        }
    }

    /**
     * Of an instrument. Cross contracts of one dated family share it.
     *
     * @param instId such as {@code BTC-USDT-SWAP}
     * @param marginMode {@code cross} or {@code isolated}
     * @param leverage above 0
     * @return the change
     * @throws NotSentException if the leverage is not above 0
     */
    public static OkxLeverageChange ofInstrument(String instId, String marginMode, BigDecimal leverage) {
        return new OkxLeverageChange(instId, null, marginMode, leverage, null);
    }

    /**
     * Of a coin, for cross margin trading.
     *
     * @param currency such as {@code USDT}
     * @param leverage above 0
     * @return the change
     * @throws NotSentException if the leverage is not above 0
     */
    public static OkxLeverageChange ofCurrency(String currency, BigDecimal leverage) {
        return new OkxLeverageChange(null, currency, "cross", leverage, null);
    }

    /**
     * Of one slot, which isolated contracts in long/short mode need.
     *
     * @param side {@code long} or {@code short}
     * @return the change of that slot
     */
    public OkxLeverageChange positionSide(String side) {
        return new OkxLeverageChange(instId, currency, marginMode, leverage, side);
    }

    /**
     * The instrument.
     *
     * @return its id; empty where it is of a coin
     */
    public Optional<String> instId() {
        return Optional.ofNullable(instId);
    }

    /**
     * The coin.
     *
     * @return the coin; empty where it is of an instrument
     */
    public Optional<String> currency() {
        return Optional.ofNullable(currency);
    }

    /**
     * The margin mode.
     *
     * @return {@code cross} or {@code isolated}
     */
    public String marginMode() {
        return marginMode;
    }

    /**
     * The leverage.
     *
     * @return above 0
     */
    public BigDecimal leverage() {
        return leverage;
    }

    /**
     * The slot.
     *
     * @return {@code long} or {@code short}; empty for all
     */
    public Optional<String> positionSide() {
        return Optional.ofNullable(positionSide);
    }

    @Override
    public String toString() {
        return "OkxLeverageChange[" + (instId == null ? currency : instId) + " " + marginMode + " "
                + leverage.toPlainString() + (positionSide == null ? "" : " " + positionSide) + "]";
    }
}
