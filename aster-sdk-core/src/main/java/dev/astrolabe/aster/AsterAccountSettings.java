package dev.astrolabe.aster;

import dev.astrolabe.aster.model.IsolatedMarginChange;
import dev.astrolabe.aster.model.MarginDirection;
import dev.astrolabe.aster.model.PositionMarginChange;
import dev.astrolabe.aster.model.SelfTradeSetting;
import dev.astrolabe.exchange.model.HistoryQuery;
import dev.astrolabe.exchange.model.LeverageSetting;
import dev.astrolabe.exchange.model.MarginMode;
import dev.astrolabe.exchange.model.PositionMode;
import dev.astrolabe.exchange.model.SelfTradePrevention;
import dev.astrolabe.exchange.model.Symbol;
import java.util.List;

/**
 * Modes, leverage and isolated margin of an AsterDex futures account (docs: futures, "Account/Trades Endpoints"). Every call is
 * signed. Setters succeed where the account is as wanted already.
 *
 * @since 0.1
 */
public interface AsterAccountSettings {

    /**
     * Whether positions of both sides stand side by side (docs: futures, "Get Current Position Mode"). Weight 30.
     *
     * @return one-way or hedge
     */
    PositionMode positionMode();

    /**
     * Sets whether positions of both sides stand side by side (docs: futures, "Change Position Mode"). Refused while there are
     * orders or positions.
     *
     * @param mode one-way or hedge, for every instrument
     */
    void setPositionMode(PositionMode mode);

    /**
     * What happens by default when two orders of the account would trade with each other (docs: futures v3, "Get STP Mode").
     * Only v3 has it. Weight 30.
     *
     * @return the setting
     */
    SelfTradeSetting selfTradePrevention();

    /**
     * Sets what happens by default when two orders of the account would trade with each other (docs: futures v3, "Change STP
     * Mode"). Only v3 has it.
     *
     * @param mode which of them expires
     */
    void setSelfTradePrevention(SelfTradePrevention mode);

    /**
     * Whether all margin assets back all positions (docs: futures, "Get Current Multi-Assets Mode"). Weight 30.
     *
     * @return true in multi-assets mode, false in single-asset mode
     */
    boolean multiAssetsMargin();

    /**
     * Sets whether all margin assets back all positions (docs: futures, "Change Multi-Assets Mode").
     *
     * @param enabled true for multi-assets mode
     */
    void setMultiAssetsMargin(boolean enabled);

    /**
     * Sets the leverage of an instrument (docs: futures, "Change Initial Leverage").
     *
     * @param symbol the instrument
     * @param leverage from 1 to the instrument's largest, 125 where that is not known
     * @return the setting as the venue confirmed it, with the largest notional that it allows
     */
    LeverageSetting setLeverage(Symbol symbol, int leverage);

    /**
     * Sets the margin mode of an instrument (docs: futures, "Change Margin Type"). Refused while it has orders or a position.
     *
     * @param symbol the instrument
     * @param mode cross or isolated
     */
    void setMarginMode(Symbol symbol, MarginMode mode);

    /**
     * Adds margin to an isolated position, or takes some back (docs: futures, "Modify Isolated Position Margin"). It leaves
     * once.
     *
     * @param change how much of which position
     */
    void changeIsolatedMargin(IsolatedMarginChange change);

    /**
     * Changes of isolated margin (docs: futures, "Get Position Margin Change History").
     *
     * @param query needs a symbol; limit from 1, 500 unless set; a cursor is refused
     * @return the changes
     */
    List<PositionMarginChange> isolatedMarginHistory(HistoryQuery query);

    /**
     * Changes of isolated margin in one direction (docs: futures, "Get Position Margin Change History").
     *
     * @param query needs a symbol; limit from 1, 500 unless set; a cursor is refused
     * @param direction which ones
     * @return the changes
     */
    List<PositionMarginChange> isolatedMarginHistory(HistoryQuery query, MarginDirection direction);
}
