package dev.astrolabe.aster;

import dev.astrolabe.aster.model.Announcement;
import dev.astrolabe.aster.model.AnnouncementPage;
import dev.astrolabe.aster.model.AssetExchange;
import dev.astrolabe.aster.model.AsterAccountInfo;
import dev.astrolabe.aster.model.AsterBalance;
import dev.astrolabe.aster.model.AsterPosition;
import dev.astrolabe.aster.model.ForceOrder;
import dev.astrolabe.aster.model.ForceOrderCause;
import dev.astrolabe.aster.model.TransferReceipt;
import dev.astrolabe.aster.model.WalletTransfer;
import dev.astrolabe.exchange.model.FeeRate;
import dev.astrolabe.exchange.model.Fill;
import dev.astrolabe.exchange.model.HistoryQuery;
import dev.astrolabe.exchange.model.Income;
import dev.astrolabe.exchange.model.PositionSide;
import dev.astrolabe.exchange.model.RiskTier;
import dev.astrolabe.exchange.model.Symbol;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Balances, positions, history, transfers and messages of AsterDex futures (docs: futures, "Account/Trades Endpoints"). Each
 * call is one signed request; what is out of the venue's range is refused before it. A query with a cursor is refused: the
 * neutral groups read page after page.
 *
 * @since 0.1
 */
public interface AsterAccount {

    /**
     * The balances (docs: futures, "Futures Account Balance"). Weight 5.
     *
     * @return one row an asset
     */
    List<AsterBalance> balances();

    /**
     * The whole account (docs: futures v1, "Account Information V4"; v3, "Account Information With Join Margin"). Weight 5.
     *
     * @return totals, assets and positions
     */
    AsterAccountInfo info();

    /**
     * The whole account with joint margin off. Only v3 has it; documented later than 2026-06. Weight 5.
     *
     * @return totals, assets and positions
     */
    AsterAccountInfo infoWithoutJointMargin();

    /**
     * Every position slot, held or flat (docs: futures, "Position Information"). Weight 5.
     *
     * @return the slots: one an instrument in one-way mode, two in hedge mode; flat ones of instruments that the catalogue
     *     does not know are left out
     */
    List<AsterPosition> positions();

    /**
     * The position slots of an instrument, held or flat (docs: futures, "Position Information"). Weight 5.
     *
     * @param symbol the instrument
     * @return one slot in one-way mode, two in hedge mode
     */
    List<AsterPosition> positions(Symbol symbol);

    /**
     * Executions by time (docs: futures, "Account Trade List"). Weight 5.
     *
     * @param query needs a symbol; up to seven days, the last seven unless set; limit from 1 to 1000, 500 unless set
     * @return the executions, oldest first
     */
    List<Fill> trades(HistoryQuery query);

    /**
     * Executions from an id on (docs: futures, "Account Trade List"). Weight 5.
     *
     * @param symbol the instrument
     * @param fromId the first trade id
     * @param limit from 1 to 1000
     * @return the executions, oldest first
     */
    List<Fill> trades(Symbol symbol, long fromId, int limit);

    /**
     * Executions of one order (docs: futures, "Account Trade List"). Documented later than 2026-06. Weight 5.
     *
     * @param symbol the instrument
     * @param orderId the venue's id of the order
     * @return the executions, oldest first
     */
    List<Fill> tradesOfOrder(Symbol symbol, String orderId);

    /**
     * What changed the balances (docs: futures, "Get Income History"). Weight 30.
     *
     * @param query up to seven days, the last seven unless set; limit from 1 to 1000, 100 unless set
     * @return the changes, oldest first
     */
    List<Income> income(HistoryQuery query);

    /**
     * What changed the balances in one way (docs: futures, "Get Income History"). Weight 30.
     *
     * @param query up to seven days, the last seven unless set; limit from 1 to 1000, 100 unless set
     * @param type the venue's word, such as {@code FUNDING_FEE}
     * @return the changes, oldest first
     */
    List<Income> income(HistoryQuery query, String type);

    /**
     * How much leverage and margin positions of an instrument need by their size (docs: futures, "Notional and Leverage
     * Brackets").
     *
     * @param symbol the instrument
     * @return the tiers, ascending by notional
     */
    List<RiskTier> riskTiers(Symbol symbol);

    /**
     * The tiers of every instrument (docs: futures, "Notional and Leverage Brackets").
     *
     * @return the tiers, ascending by notional; instruments that the catalogue does not know are left out
     */
    Map<Symbol, List<RiskTier>> riskTiers();

    /**
     * How near the positions of an instrument are to being deleveraged automatically (docs: futures, "Position ADL Quantile
     * Estimation"). Weight 5; the venue reckons it anew every 30 seconds.
     *
     * @param symbol the instrument
     * @return from 0 to 4 by side, 4 being the nearest; one-way positions stand under both sides; empty without a position
     */
    Map<PositionSide, Integer> adlQuantile(Symbol symbol);

    /**
     * How near every position is to being deleveraged automatically (docs: futures, "Position ADL Quantile Estimation").
     * Weight 5.
     *
     * @return as {@link #adlQuantile}; instruments that the catalogue does not know are left out
     */
    Map<Symbol, Map<PositionSide, Integer>> adlQuantiles();

    /**
     * Orders by which the venue closed positions (docs: futures, "User's Force Orders"). Weight 20, without a symbol 50.
     *
     * @param query up to seven days; limit from 1 to 100, 50 unless set
     * @return the orders
     */
    List<ForceOrder> forceOrders(HistoryQuery query);

    /**
     * Orders by which the venue closed positions for one cause (docs: futures, "User's Force Orders"). Weight 20, without a
     * symbol 50.
     *
     * @param query up to seven days; limit from 1 to 100, 50 unless set
     * @param cause LIQUIDATION or ADL
     * @return the orders
     */
    List<ForceOrder> forceOrders(HistoryQuery query, ForceOrderCause cause);

    /**
     * What the account pays for trading an instrument (docs: futures, "User Commission Rate"). Weight 20.
     *
     * @param symbol the instrument
     * @return the rates; positive is paid
     */
    FeeRate commissionRate(Symbol symbol);

    /**
     * Moves an asset between the futures and the spot wallet (docs: futures, "Transfer Between Futures And Spot"). It leaves
     * once. Where its outcome is unknown, it may be repeated with the same id within seven days: code -4115 then proves that
     * the first one arrived. Weight 50, which until 2026-06 was 5.
     *
     * @param transfer what to move where
     * @return what the venue says of it
     */
    TransferReceipt transfer(WalletTransfer transfer);

    /**
     * Has the venue exchange assets of the account, in multi-assets mode (docs: futures v3, "Asset Exchange"). Only v3 has it;
     * documented later than 2026-06. Outside that mode it is rejected with code -4212.
     *
     * @return the asset that was exchanged for; empty where there was nothing to exchange
     */
    Optional<AssetExchange> exchangeAssets();

    /**
     * Messages of the venue to the account, newest page first (docs: futures v3, "Direct announcement"). Only v3 has it.
     *
     * @param page from 1
     * @param size how many a page, from 1; the venue's own is 20
     * @return the page
     */
    AnnouncementPage announcements(int page, int size);

    /**
     * One message of the venue (docs: futures v3, "Direct announcement by id"). Only v3 has it.
     *
     * @param id the venue's number of it
     * @return the message
     */
    Announcement announcement(long id);
}
