package dev.astrolabe.okx.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is traded, and how. Announced instruments have most fields empty. Sizes of derivatives are in contracts, of spot in
 * the base coin. (docs: OKX v5, "Get instruments")
 *
 * @since 0.1
 */
public final class OkxInstrument extends OkxRow {

    /**
     * Names the fields.
     *
     * @param fields as OKX sent them
     */
    public OkxInstrument(OkxFields fields) {
        super(fields);
        fields.requireText("instType");
        fields.requireText("instId");
    }

    /** {@return the kind of instrument} */
    public OkxInstType instType() {
        return fields().word("instType", OkxInstType.class, OkxInstType.UNKNOWN).orElse(OkxInstType.UNKNOWN);
    }

    /** {@return the instrument, such as {@code BTC-USDT-SWAP}} */
    public String instId() {
        return fields().requireText("instId");
    }

    /** {@return the number by which orders name the instrument over WebSocket; it changes when listed again, differs in demo
     * trading, and is empty before the listing} */
    public OptionalLong instIdCode() {
        return fields().whole("instIdCode");
    }

    /** {@return the family, such as {@code BTC-USDT} or {@code BTC-USD_UM}; empty for spot} */
    public Optional<String> instFamily() {
        return fields().text("instFamily");
    }

    /** {@return the index, such as {@code BTC-USD}; empty for spot} */
    public Optional<String> underlying() {
        return fields().text("uly");
    }

    /** {@return the base coin; spot only} */
    public Optional<String> baseCurrency() {
        return fields().text("baseCcy");
    }

    /** {@return the quote coin; spot only} */
    public Optional<String> quoteCurrency() {
        return fields().text("quoteCcy");
    }

    /** {@return what profit is paid in, {@code USD} for the family margined in dollar coins; derivatives only} */
    public Optional<String> settleCurrency() {
        return fields().text("settleCcy");
    }

    /** {@return {@code linear} or {@code inverse}; derivatives only} */
    public Optional<String> contractType() {
        return fields().text("ctType");
    }

    /** {@return what a contract is worth before the multiplier; derivatives only} */
    public Optional<BigDecimal> contractValue() {
        return fields().decimal("ctVal");
    }

    /** {@return by what the contract value is multiplied; derivatives only} */
    public Optional<BigDecimal> contractMultiplier() {
        return fields().decimal("ctMult");
    }

    /** {@return the currency of the contract value: the coin where linear, the quote where inverse} */
    public Optional<String> contractValueCurrency() {
        return fields().text("ctValCcy");
    }

    /** {@return the step of a price} */
    public Optional<BigDecimal> tickSize() {
        return fields().decimal("tickSz");
    }

    /** {@return the step of a size} */
    public Optional<BigDecimal> lotSize() {
        return fields().decimal("lotSz");
    }

    /** {@return the least size} */
    public Optional<BigDecimal> minSize() {
        return fields().decimal("minSz");
    }

    /** {@return the largest size of a limit order} */
    public Optional<BigDecimal> maxLimitSize() {
        return fields().decimal("maxLmtSz");
    }

    /** {@return the largest size of a market order; of spot in USDT} */
    public Optional<BigDecimal> maxMarketSize() {
        return fields().decimal("maxMktSz");
    }

    /** {@return the largest value of a limit order, in USD} */
    public Optional<BigDecimal> maxLimitAmount() {
        return fields().decimal("maxLmtAmt");
    }

    /** {@return the largest value of a market order, in USD} */
    public Optional<BigDecimal> maxMarketAmount() {
        return fields().decimal("maxMktAmt");
    }

    /** {@return the largest size of a stop or take-profit; of spot in USDT} */
    public Optional<BigDecimal> maxStopSize() {
        return fields().decimal("maxStopSz");
    }

    /** {@return the largest size of a trigger order} */
    public Optional<BigDecimal> maxTriggerSize() {
        return fields().decimal("maxTriggerSz");
    }

    /** {@return the largest size of a TWAP order} */
    public Optional<BigDecimal> maxTwapSize() {
        return fields().decimal("maxTwapSz");
    }

    /** {@return the largest size of an iceberg order} */
    public Optional<BigDecimal> maxIcebergSize() {
        return fields().decimal("maxIcebergSz");
    }

    /** {@return the largest leverage that anyone may set} */
    public Optional<BigDecimal> maxLeverage() {
        return fields().decimal("lever");
    }

    /** {@return {@code live}, {@code suspend}, {@code preopen}, {@code rebase}, {@code post_only}, {@code settling}, {@code test},
     * {@code expired}} */
    public Optional<String> state() {
        return fields().text("state");
    }

    /** {@return {@code normal}, {@code pre_market}, {@code rebase_contract} or {@code xperp}, a dated contract that pays funding} */
    public Optional<String> ruleType() {
        return fields().text("ruleType");
    }

    /** {@return when it was listed} */
    public Optional<Instant> listTime() {
        return fields().time("listTime");
    }

    /** {@return when it expires or is delisted} */
    public Optional<Instant> expiryTime() {
        return fields().time("expTime");
    }

    /** {@return when trading becomes continuous after a call auction or a prequote} */
    public Optional<Instant> continuousTradingTime() {
        return fields().time("contTdSwTime");
    }

    /** {@return when a pre-market contract became an ordinary one} */
    public Optional<Instant> preMarketSwitchTime() {
        return fields().time("preMktSwTime");
    }

    /** {@return how trading opens: {@code fix_price}, {@code pre_quote} or {@code call_auction}} */
    public Optional<String> openType() {
        return fields().text("openType");
    }

    /** {@return the group of fees, as in the fee rates} */
    public Optional<String> groupId() {
        return fields().text("groupId");
    }

    /** {@return 1 crypto, 3 stock, 4 commodity, 5 forex, 6 bond} */
    public Optional<String> instCategory() {
        return fields().text("instCategory");
    }

    /** {@return {@code C} call or {@code P} put; options only} */
    public Optional<String> optionType() {
        return fields().text("optType");
    }

    /** {@return the strike; options only} */
    public Optional<BigDecimal> strikePrice() {
        return fields().decimal("stk");
    }

    /** {@return whether a future is settled daily} */
    public Optional<Boolean> futureSettlement() {
        return fields().flag("futureSettlement");
    }

    /** {@return the series of an event contract} */
    public Optional<String> seriesId() {
        return fields().text("seriesId");
    }

    /** {@return how far a price may be from the index in the first minutes, as a ratio} */
    public Optional<BigDecimal> initialPriceLimit() {
        return fields().decimal("initPxLmtPct");
    }

    /** {@return how far a price may be from the moving average, as a ratio} */
    public Optional<BigDecimal> floatingPriceLimit() {
        return fields().decimal("floatPxLmtPct");
    }

    /** {@return how far a price may be at all, as a ratio} */
    public Optional<BigDecimal> maxPriceLimit() {
        return fields().decimal("maxPxLmtPct");
    }

    /** {@return in what a spot order may be paid; empty for derivatives} */
    public List<String> tradeQuoteCurrencies() {
        return fields().texts("tradeQuoteCcyList");
    }

    /** {@return whether retail price improvement is on: 0 no, 1 yes; of the account only} */
    public Optional<String> rpi() {
        return fields().text("rpi");
    }

    /** {@return from which level of the book orders of retail price improvement may rest} */
    public Optional<String> rpiMinLevel() {
        return fields().text("rpiMinLevel");
    }

    /** {@return within which band they may rest} */
    public Optional<BigDecimal> rpiMinPriceBand() {
        return fields().decimal("rpiMinPxBand");
    }

    /** {@return the limit of open interest on the platform, in USD} */
    public Optional<BigDecimal> maxPlatformOpenInterest() {
        return fields().decimal("maxPlatOILmt");
    }

    /** {@return the limit of open interest on the platform, in coins} */
    public Optional<BigDecimal> maxPlatformOpenInterestCoins() {
        return fields().decimal("maxPlatOICoinLmt");
    }

    /** {@return the position that anyone may hold, in USD; of the account only} */
    public Optional<BigDecimal> positionLimitAmount() {
        return fields().decimal("posLmtAmt");
    }

    /** {@return the share of the open interest that anyone may hold, in percent; of the account only} */
    public Optional<BigDecimal> positionLimitRatio() {
        return fields().decimal("posLmtPct");
    }

    /** {@return changes that are announced} */
    public List<OkxUpcomingChange> upcomingChanges() {
        return fields().rows("upcChg", OkxUpcomingChange::new);
    }
}
