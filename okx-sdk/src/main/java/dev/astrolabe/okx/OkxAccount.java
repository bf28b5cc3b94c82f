package dev.astrolabe.okx;

import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.model.Page;
import dev.astrolabe.okx.model.OkxAccountConfig;
import dev.astrolabe.okx.model.OkxBalance;
import dev.astrolabe.okx.model.OkxBill;
import dev.astrolabe.okx.model.OkxBillType;
import dev.astrolabe.okx.model.OkxClosedPosition;
import dev.astrolabe.okx.model.OkxFeeRates;
import dev.astrolabe.okx.model.OkxInstrument;
import dev.astrolabe.okx.model.OkxLeverage;
import dev.astrolabe.okx.model.OkxLeverageChange;
import dev.astrolabe.okx.model.OkxLeverageEstimate;
import dev.astrolabe.okx.model.OkxMarginChange;
import dev.astrolabe.okx.model.OkxMaxAvailable;
import dev.astrolabe.okx.model.OkxMaxSize;
import dev.astrolabe.okx.model.OkxMaxWithdrawal;
import dev.astrolabe.okx.model.OkxPosition;
import dev.astrolabe.okx.model.OkxQuery;
import dev.astrolabe.okx.model.OkxRiskSnapshot;
import dev.astrolabe.okx.model.OkxSetting;
import java.math.BigDecimal;
import java.util.List;

/**
 * The account in OKX's own terms: instrument ids and contracts. Each query names the parameters that it takes; one that a call needs
 * and that is not there, or that it does not take, is refused before anything is sent. Blocks, safe for any thread.
 *
 * @since 0.1
 */
public interface OkxAccount {

    /**
     * How the account is set up, read anew (docs: OKX v5, "Get account configuration").
     *
     * @return the answer
     */
    OkxAccountConfig config();

    /**
     * What this account may trade, with the limits that OKX sets for it (docs: OKX v5, "Get instruments" of the account).
     *
     * @param query instType (needed), instFamily, instId
     * @return the answer
     */
    List<OkxInstrument> instruments(OkxQuery query);

    /**
     * What the account holds (docs: OKX v5, "Get balance").
     *
     * @param query ccy
     * @return the answer
     */
    OkxBalance balance(OkxQuery query);

    /**
     * The positions; flat ones may come with 0 contracts where asked for by id (docs: OKX v5, "Get positions").
     *
     * @param query instType, instId (up to 10), posId (up to 20)
     * @return the answer
     */
    List<OkxPosition> positions(OkxQuery query);

    /**
     * Positions that were closed in the last three months, newest first (docs: OKX v5, "Get positions history").
     *
     * @param query instType, instId, mgnMode, type, posId, after, before, limit
     * @return the answer
     */
    Page<OkxClosedPosition> positionsHistory(OkxQuery query);

    /**
     * Balances and positions of one moment (docs: OKX v5, "Get account and position risk").
     *
     * @param query instType
     * @return the answer
     */
    OkxRiskSnapshot risk(OkxQuery query);

    /**
     * The leverage that is set (docs: OKX v5, "Get leverage").
     *
     * @param query mgnMode (needed), instId (up to 20), ccy
     * @return the answer
     */
    List<OkxLeverage> leverage(OkxQuery query);

    /**
     * What another leverage would mean (docs: OKX v5, "Get leverage estimated info").
     *
     * @param query instType, mgnMode, lever (all needed), instId, ccy, posSide
     * @return the answer
     */
    OkxLeverageEstimate leverageEstimate(OkxQuery query);

    /**
     * How much could be bought or sold at most (docs: OKX v5, "Get maximum order quantity").
     *
     * @param query instId (up to 5) and tdMode (both needed), ccy, px, leverage, tradeQuoteCcy
     * @return the answer
     */
    List<OkxMaxSize> maxSize(OkxQuery query);

    /**
     * What is free for buying or selling (docs: OKX v5, "Get maximum available balance/equity").
     *
     * @param query instId (up to 5) and tdMode (both needed), ccy, reduceOnly, px, tradeQuoteCcy
     * @return the answer
     */
    List<OkxMaxAvailable> maxAvailable(OkxQuery query);

    /**
     * What could be taken out (docs: OKX v5, "Get maximum withdrawals").
     *
     * @param query ccy (up to 20)
     * @return the answer
     */
    List<OkxMaxWithdrawal> maxWithdrawal(OkxQuery query);

    /**
     * What trading costs (docs: OKX v5, "Get fee rates").
     *
     * @param query instType (needed), one of instId, instFamily, groupId
     * @return the answer
     */
    OkxFeeRates fees(OkxQuery query);

    /**
     * Changes of the balance of the last 7 days, newest first (docs: OKX v5, "Get bills details (last 7 days)").
     *
     * @param query instType, instId, ccy, mgnMode, ctType, type, subType, begin, end, after, before, limit
     * @return the answer
     */
    Page<OkxBill> bills(OkxQuery query);

    /**
     * Changes of the balance of the last three months, newest first (docs: OKX v5, "Get bills details (last 3 months)").
     *
     * @param query as {@link #bills}
     * @return the answer
     */
    Page<OkxBill> billsArchive(OkxQuery query);

    /**
     * The types of bills and what they mean (docs: OKX v5, "Get bills details").
     *
     * @param query type
     * @return the answer
     */
    List<OkxBillType> billTypes(OkxQuery query);

    /**
     * Sets the position mode of the account, which no position or order may stand against (docs: OKX v5, "Set position mode").
     *
     * @param positionMode {@code net_mode} or {@code long_short_mode}
     * @return the setting as OKX confirmed it
     */
    OkxSetting setPositionMode(String positionMode);

    /**
     * Sets a leverage (docs: OKX v5, "Set leverage").
     *
     * @param change what and how much
     * @return the settings as OKX confirmed them
     */
    List<OkxLeverage> setLeverage(OkxLeverageChange change);

    /**
     * Adds margin to an isolated position or takes some back (docs: OKX v5, "Increase/decrease margin").
     *
     * @param instId the instrument
     * @param positionSide {@code long}, {@code short} or {@code net}
     * @param amount in the coin of the margin: positive adds, negative takes back; not 0
     * @return what was done
     * @throws NotSentException if the amount is 0
     */
    OkxMarginChange changeMargin(String instId, String positionSide, BigDecimal amount);

    /**
     * Sets the account level, the first time on the web only (docs: OKX v5, "Set account mode").
     *
     * @param level 1 spot, 2 futures, 3 multi-currency margin, 4 portfolio margin
     * @return the setting as OKX confirmed it
     * @throws NotSentException if it is not from 1 to 4
     */
    OkxSetting setAccountLevel(int level);

    /**
     * Sets how isolated margin moves (docs: OKX v5, "Isolated margin trading settings").
     *
     * @param isolatedMode such as {@code automatic}
     * @param type {@code MARGIN} or {@code CONTRACTS}
     * @return the setting as OKX confirmed it
     */
    OkxSetting setIsolatedMode(String isolatedMode, String type);

    /**
     * Sets in which coin contracts of the USD family are settled (docs: OKX v5, "Set settle currency").
     *
     * @param currency such as {@code USDC}
     * @return the setting as OKX confirmed it
     */
    OkxSetting setSettleCurrency(String currency);
}
