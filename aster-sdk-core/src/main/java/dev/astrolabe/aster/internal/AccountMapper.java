package dev.astrolabe.aster.internal;

import static dev.astrolabe.aster.internal.Readings.nonEmpty;
import static dev.astrolabe.aster.internal.Readings.nonZero;
import static dev.astrolabe.aster.internal.Readings.numberOrNull;
import static dev.astrolabe.aster.internal.Readings.orZero;
import static dev.astrolabe.aster.internal.Readings.time;

import dev.astrolabe.aster.internal.AccountPayloads.AdlQuantile;
import dev.astrolabe.aster.internal.AccountPayloads.AssetRow;
import dev.astrolabe.aster.internal.AccountPayloads.Bracket;
import dev.astrolabe.aster.internal.AccountPayloads.Brackets;
import dev.astrolabe.aster.internal.AccountPayloads.Commission;
import dev.astrolabe.aster.internal.AccountPayloads.IncomeRow;
import dev.astrolabe.aster.internal.AccountPayloads.PositionRow;
import dev.astrolabe.aster.internal.SettingPayloads.LeverageSet;
import dev.astrolabe.exchange.model.Balance;
import dev.astrolabe.exchange.model.FeeRate;
import dev.astrolabe.exchange.model.Income;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.LeverageSetting;
import dev.astrolabe.exchange.model.MarginMode;
import dev.astrolabe.exchange.model.Position;
import dev.astrolabe.exchange.model.PositionMode;
import dev.astrolabe.exchange.model.PositionSide;
import dev.astrolabe.exchange.model.RiskTier;
import dev.astrolabe.exchange.model.Symbol;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Balances, positions and income in neutral terms. */
final class AccountMapper {

    /** Which way isolated margin goes. */
    static final int ADDED = 1;

    static final int TAKEN_BACK = 2;

    private static final Set<String> ONE_USD = Set.of("USDT", "USDC", "USD1", "USDF", "FDUSD", "BUSD", "USD", "U");

    private AccountMapper() {}

    static Balance balance(AssetRow row) {
        return new Balance(
                row.asset(), row.walletBalance(), row.availableBalance(), row.initialMargin(), row.unrealizedProfit());
    }

    /** The row must not be flat. */
    static Position position(PositionRow row, Instrument instrument) {
        PositionSide slot = OrderMapper.positionSide(row.positionSide());
        BigDecimal contracts = row.positionAmt().abs();
        BigDecimal quantity = instrument.fromContracts(contracts);
        BigDecimal entry = instrument.fromVenuePrice(row.entryPrice());
        BigDecimal mark = price(row.markPrice(), instrument);
        BigDecimal pnl = orZero(row.unRealizedProfit());
        MarginMode mode = row.marginType() == null ? MarginMode.UNKNOWN : AsterVocabulary.marginType(row.marginType());
        boolean dollars = ONE_USD.contains(instrument.symbol().quote());
        return Position.builder()
                .symbol(instrument.symbol())
                .venueSymbol(row.symbol())
                .side(
                        slot != null
                                ? slot
                                : PositionSide.ofSign(row.positionAmt().signum()))
                .mode(slot == null ? PositionMode.ONE_WAY : PositionMode.HEDGE)
                .quantity(quantity)
                .contracts(contracts)
                .entryPrice(entry)
                .markPrice(mark)
                .liquidationPrice(price(row.liquidationPrice(), instrument))
                .unrealizedPnl(pnl)
                .unrealizedPnlRatio(ratio(pnl, quantity.multiply(entry), nonZero(row.leverage())))
                .leverage(nonZero(row.leverage()))
                .marginMode(mode)
                .isolatedMargin(mode == MarginMode.ISOLATED ? nonZero(row.isolatedMargin()) : null)
                .notionalUsd(dollars && mark != null ? quantity.multiply(mark) : null)
                .updatedAt(time(row.updateTime()))
                .build();
    }

    private static @Nullable BigDecimal ratio(BigDecimal pnl, BigDecimal cost, @Nullable BigDecimal leverage) {
        return cost.signum() == 0 || leverage == null
                ? null
                : pnl.multiply(leverage).divide(cost, MathContext.DECIMAL64);
    }

    private static @Nullable BigDecimal price(@Nullable BigDecimal venuePrice, Instrument instrument) {
        BigDecimal price = nonZero(venuePrice);
        return price == null ? null : instrument.fromVenuePrice(price);
    }

    static LeverageSetting leverage(LeverageSet row, Symbol symbol) {
        return new LeverageSetting(symbol, row.leverage(), numberOrNull(row.maxNotionalValue()));
    }

    static FeeRate fees(Commission row, Symbol symbol) {
        return new FeeRate(symbol, row.makerCommissionRate(), row.takerCommissionRate());
    }

    /** Ascending by notional. */
    static List<RiskTier> tiers(Brackets row) {
        return row.brackets().stream()
                .map(AccountMapper::tier)
                .sorted(Comparator.comparing(RiskTier::notionalFloor))
                .toList();
    }

    private static RiskTier tier(Bracket row) {
        return new RiskTier(
                row.bracket(),
                row.notionalFloor(),
                row.notionalCap(),
                row.initialLeverage(),
                row.maintMarginRatio(),
                row.cum());
    }

    static Income income(IncomeRow row, @Nullable Symbol symbol) {
        return Income.builder()
                .id(row.tranId())
                .type(AsterVocabulary.incomeType(row.incomeType()))
                .rawType(row.incomeType())
                .asset(row.asset())
                .amount(row.income())
                .symbol(symbol)
                .tradeId(nonEmpty(row.tradeId()))
                .time(Instant.ofEpochMilli(row.time()))
                .build();
    }

    /** A one-way position stands under both sides. */
    static Map<PositionSide, Integer> adl(AdlQuantile row) {
        Map<PositionSide, Integer> quantiles = new EnumMap<>(PositionSide.class);
        Integer either = row.BOTH();
        Integer longs = row.LONG() != null ? row.LONG() : either;
        Integer shorts = row.SHORT() != null ? row.SHORT() : either;
        if (longs != null) {
            quantiles.put(PositionSide.LONG, longs);
        }
        if (shorts != null) {
            quantiles.put(PositionSide.SHORT, shorts);
        }
        return Map.copyOf(quantiles);
    }
}
