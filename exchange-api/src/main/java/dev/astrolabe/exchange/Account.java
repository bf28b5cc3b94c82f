package dev.astrolabe.exchange;

import dev.astrolabe.exchange.model.AccountSnapshot;
import dev.astrolabe.exchange.model.Balance;
import dev.astrolabe.exchange.model.FeeRate;
import dev.astrolabe.exchange.model.HistoryQuery;
import dev.astrolabe.exchange.model.Income;
import dev.astrolabe.exchange.model.LeverageSetting;
import dev.astrolabe.exchange.model.MarginMode;
import dev.astrolabe.exchange.model.Page;
import dev.astrolabe.exchange.model.Position;
import dev.astrolabe.exchange.model.PositionMode;
import dev.astrolabe.exchange.model.PositionSide;
import dev.astrolabe.exchange.model.RiskTier;
import dev.astrolabe.exchange.model.Symbol;
import java.math.BigDecimal;
import java.util.List;

/**
 * Balances, positions and settings of the account.
 *
 * <p>Settings are idempotent: a setter that finds the account as wanted succeeds.
 *
 * @since 0.1
 */
public interface Account {

    /**
     * The balances.
     *
     * @return one row an asset that the venue lists for the account
     */
    List<Balance> balances();

    /**
     * Every open position.
     *
     * @return the positions; flat ones are left out
     */
    List<Position> positions();

    /**
     * The open positions of an instrument: one in one-way mode, up to two in hedge mode.
     *
     * @param symbol the instrument
     * @return the positions; flat ones are left out
     */
    List<Position> positions(Symbol symbol);

    /**
     * The account in the one shape in which every account of every exchange is seen.
     *
     * @param symbol the instrument
     * @return price, balance, positions and open orders; read one after the other, not at one moment
     */
    AccountSnapshot snapshot(Symbol symbol);

    /**
     * The leverage that is set for an instrument.
     *
     * @param symbol the instrument
     * @return the setting
     */
    LeverageSetting leverage(Symbol symbol);

    /**
     * Sets the leverage of an instrument.
     *
     * @param symbol the instrument
     * @param leverage from 1 to the instrument's largest
     * @return the setting as the venue confirmed it
     */
    LeverageSetting setLeverage(Symbol symbol, int leverage);

    /**
     * The margin mode of an instrument.
     *
     * @param symbol the instrument
     * @return the mode
     */
    MarginMode marginMode(Symbol symbol);

    /**
     * Sets the margin mode of an instrument. Needs {@link Feature#SET_MARGIN_MODE}; venues refuse it while there are orders
     * or a position.
     *
     * @param symbol the instrument
     * @param mode cross or isolated
     */
    void setMarginMode(Symbol symbol, MarginMode mode);

    /**
     * The position mode of the account.
     *
     * @return one-way or hedge
     */
    PositionMode positionMode();

    /**
     * Sets the position mode of the account. Needs {@link Feature#SET_POSITION_MODE}; venues refuse it while there are
     * orders or positions.
     *
     * @param mode one-way or hedge
     */
    void setPositionMode(PositionMode mode);

    /**
     * Adds margin to an isolated position, or takes some back. Needs {@link Feature#ADJUST_ISOLATED_MARGIN}.
     *
     * @param symbol the instrument
     * @param side the direction of the position
     * @param amount in the settle asset: positive adds, negative takes back; not 0
     */
    void adjustIsolatedMargin(Symbol symbol, PositionSide side, BigDecimal amount);

    /**
     * What the account pays for trading an instrument.
     *
     * @param symbol the instrument
     * @return the rates; positive is paid
     */
    FeeRate fees(Symbol symbol);

    /**
     * How much leverage and margin positions of an instrument need by their size.
     *
     * @param symbol the instrument
     * @return the tiers, ascending by notional
     */
    List<RiskTier> riskTiers(Symbol symbol);

    /**
     * What changed the balances: fees, funding, realized profit, transfers.
     *
     * @param query which part
     * @return a page
     */
    Page<Income> income(HistoryQuery query);
}
