package dev.astrolabe.exchange.testkit.engine;

import dev.astrolabe.exchange.model.Balance;
import dev.astrolabe.exchange.model.MarginMode;
import dev.astrolabe.exchange.model.Position;
import dev.astrolabe.exchange.model.PositionMode;
import dev.astrolabe.exchange.model.PositionSide;
import dev.astrolabe.exchange.model.Symbol;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Wallet, positions and settings: 10,000 USDT, one-way mode, cross margin and leverage 10 at the start. Guarded by the engine.
 *
 * @since 0.1
 */
public final class Purse {

    private static final int FIRST_LEVERAGE = 10;

    /** For what a leverage is set; some venues have one for each margin mode. */
    private record Setting(
            Symbol symbol, MarginMode mode, @Nullable PositionSide slot) {}

    private BigDecimal wallet = new BigDecimal("10000");
    private PositionMode mode = PositionMode.ONE_WAY;
    private final Map<Setting, Integer> leverages = new HashMap<>();
    private final Map<Symbol, MarginMode> marginModes = new HashMap<>();
    private final List<Holding> holdings = new ArrayList<>();
    private final PriceBoard board;

    Purse(PriceBoard board) {
        this.board = board;
    }

    void credit(BigDecimal amount) {
        wallet = wallet.add(amount);
    }

    /**
     * The position mode.
     *
     * @return one-way or hedge
     */
    public PositionMode mode() {
        return mode;
    }

    /**
     * Sets the position mode.
     *
     * @param wanted one-way or hedge
     */
    public void mode(PositionMode wanted) {
        mode = wanted;
    }

    /**
     * A position in the margin mode that is set for its instrument.
     *
     * @param symbol of which instrument
     * @param slot which slot; null in one-way mode
     * @return it, flat where there is none
     */
    public Holding holding(Symbol symbol, @Nullable PositionSide slot) {
        return holding(symbol, slot, marginMode(symbol));
    }

    /**
     * A position.
     *
     * @param symbol of which instrument
     * @param slot which slot; null in one-way mode
     * @param marginMode with which margin
     * @return it, flat where there is none
     */
    public Holding holding(Symbol symbol, @Nullable PositionSide slot, MarginMode marginMode) {
        for (Holding each : holdings) {
            if (each.symbol().equals(symbol) && each.slot().orElse(null) == slot && each.marginMode() == marginMode) {
                return each;
            }
        }
        Holding fresh = new Holding(symbol, slot, marginMode);
        holdings.add(fresh);
        return fresh;
    }

    /**
     * Every position that there ever was.
     *
     * @return flat ones too
     */
    public List<Holding> holdings() {
        return List.copyOf(holdings);
    }

    /**
     * The leverage of an instrument in the margin mode that is set for it.
     *
     * @param symbol which
     * @return the leverage
     */
    public int leverage(Symbol symbol) {
        return leverage(symbol, marginMode(symbol), null);
    }

    /**
     * A leverage.
     *
     * @param symbol of which instrument
     * @param marginMode in which margin mode
     * @param slot of which slot; null where the slots have one together
     * @return the leverage
     */
    public int leverage(Symbol symbol, MarginMode marginMode, @Nullable PositionSide slot) {
        Integer own = leverages.get(new Setting(symbol, marginMode, slot));
        return own != null ? own : leverages.getOrDefault(new Setting(symbol, marginMode, null), FIRST_LEVERAGE);
    }

    /**
     * Sets a leverage.
     *
     * @param symbol of which instrument
     * @param marginMode in which margin mode
     * @param slot of which slot; null for all that have none of their own
     * @param leverage the leverage
     */
    public void leverage(Symbol symbol, MarginMode marginMode, @Nullable PositionSide slot, int leverage) {
        leverages.put(new Setting(symbol, marginMode, slot), leverage);
    }

    /**
     * The margin mode of an instrument.
     *
     * @param symbol which
     * @return for orders that name none
     */
    public MarginMode marginMode(Symbol symbol) {
        return marginModes.getOrDefault(symbol, MarginMode.CROSS);
    }

    /**
     * Sets the margin mode of an instrument; its leverage stays.
     *
     * @param symbol which
     * @param wanted for orders that name none
     */
    public void marginMode(Symbol symbol, MarginMode wanted) {
        int leverage = leverage(symbol);
        marginModes.put(symbol, wanted);
        leverage(symbol, wanted, null, leverage);
    }

    private int leverage(Holding holding) {
        return leverage(holding.symbol(), holding.marginMode(), holding.slot().orElse(null));
    }

    /**
     * The margin of a position.
     *
     * @param holding which
     * @return in quote
     */
    public BigDecimal margin(Holding holding) {
        return holding.margin(leverage(holding));
    }

    BigDecimal margin(Symbol symbol, MarginMode marginMode, BigDecimal notional) {
        return notional.divide(BigDecimal.valueOf(leverage(symbol, marginMode, null)), MathContext.DECIMAL64);
    }

    /**
     * The positions.
     *
     * @return those that are not flat
     */
    public List<Position> positions() {
        return holdings.stream().filter(each -> !each.isFlat()).map(this::view).toList();
    }

    Position view(Holding holding) {
        return holding.view(board.instrument(holding.symbol()), board.mark(holding.symbol()), leverage(holding));
    }

    /**
     * The balance.
     *
     * @param orderMargin what open orders need
     * @return of the only asset
     */
    public Balance balance(BigDecimal orderMargin) {
        BigDecimal inUse = orderMargin;
        BigDecimal unrealized = BigDecimal.ZERO;
        for (Holding each : holdings) {
            inUse = inUse.add(margin(each));
            unrealized = unrealized.add(each.unrealized(board.mark(each.symbol())));
        }
        BigDecimal available = wallet.add(unrealized.min(BigDecimal.ZERO)).subtract(inUse);
        return new Balance("USDT", wallet, available.max(BigDecimal.ZERO), inUse, unrealized);
    }
}
