package dev.astrolabe.okx.internal;

import dev.astrolabe.exchange.model.Balance;
import dev.astrolabe.exchange.model.Income;
import dev.astrolabe.exchange.model.IncomeType;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.MarginMode;
import dev.astrolabe.exchange.model.Position;
import dev.astrolabe.exchange.model.PositionMode;
import dev.astrolabe.exchange.model.PositionSide;
import dev.astrolabe.exchange.model.RiskTier;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.okx.model.OkxBill;
import dev.astrolabe.okx.model.OkxCurrencyBalance;
import dev.astrolabe.okx.model.OkxPosition;
import dev.astrolabe.okx.model.OkxPositionTier;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Balances, positions and bills in neutral terms. */
final class AccountMapper {

    private static final String TRADE = "2";

    private AccountMapper() {}

    /** What is owned is reckoned from the equity, which holds at every account level and for isolated margin too. */
    static Balance balance(OkxCurrencyBalance row) {
        BigDecimal profit = row.unrealizedPnl().orElse(BigDecimal.ZERO);
        BigDecimal wallet = row.equity()
                .map(equity -> equity.subtract(profit))
                .or(row::cash)
                .orElse(BigDecimal.ZERO);
        BigDecimal available = row.availableEquity().or(row::available).orElse(BigDecimal.ZERO);
        return new Balance(row.currency(), wallet, available, row.frozen().orElse(BigDecimal.ZERO), profit);
    }

    /** The row must not be flat. */
    static Position position(OkxPosition row, Instrument instrument) {
        PositionSide slot = OrderWords.positionSide(Optional.of(row.positionSide()));
        BigDecimal signed = row.contracts();
        BigDecimal contracts = signed.abs();
        BigDecimal mark = row.markPrice().orElse(null);
        BigDecimal entry = row.averagePrice().orElseThrow(() -> new IllegalArgumentException("there is no avgPx"));
        MarginMode mode = marginMode(row.marginMode());
        return Position.builder()
                .symbol(instrument.symbol())
                .venueSymbol(row.instId())
                .side(slot != null ? slot : PositionSide.ofSign(signed.signum()))
                .mode(slot == null ? PositionMode.ONE_WAY : PositionMode.HEDGE)
                .quantity(instrument.fromContracts(contracts, mark == null ? entry : mark))
                .contracts(contracts)
                .entryPrice(entry)
                .markPrice(mark)
                .liquidationPrice(row.liquidationPrice().orElse(null))
                .unrealizedPnl(row.unrealizedPnl().orElse(BigDecimal.ZERO))
                .unrealizedPnlRatio(row.unrealizedPnlRatio().orElse(null))
                .leverage(row.leverage().orElse(null))
                .marginMode(mode)
                .isolatedMargin(mode == MarginMode.ISOLATED ? row.margin().orElse(null) : null)
                .notionalUsd(row.notionalUsd().map(BigDecimal::abs).orElse(null))
                .updatedAt(row.updatedAt().orElse(null))
                .build();
    }

    static MarginMode marginMode(String word) {
        return switch (word) {
            case "cross" -> MarginMode.CROSS;
            case "isolated" -> MarginMode.ISOLATED;
            default -> MarginMode.UNKNOWN;
        };
    }

    static String word(MarginMode mode) {
        return mode == MarginMode.ISOLATED ? "isolated" : "cross";
    }

    /**
     * OKX counts tiers in contracts, and one rate holds for a whole position; the notional is that at a price.
     *
     * @param rows in any order
     * @param price in quote
     */
    static List<RiskTier> tiers(List<OkxPositionTier> rows, Instrument instrument, BigDecimal price) {
        List<RiskTier> tiers = new ArrayList<>();
        BigDecimal floor = BigDecimal.ZERO;
        for (OkxPositionTier row : rows.stream()
                .sorted(Comparator.comparing(AccountMapper::largest))
                .toList()) {
            BigDecimal base = instrument.fromContracts(largest(row), price);
            BigDecimal cap = instrument.inverse() ? base : base.multiply(price);
            tiers.add(new RiskTier(
                    tiers.size() + 1,
                    floor,
                    cap,
                    row.fields().requireDecimal("maxLever"),
                    row.fields().requireDecimal("mmr"),
                    BigDecimal.ZERO));
            floor = cap;
        }
        return List.copyOf(tiers);
    }

    private static BigDecimal largest(OkxPositionTier row) {
        return row.fields().requireDecimal("maxSz");
    }

    /** One bill of a closing trade holds profit and fee, which are two things here. */
    static List<Income> income(OkxBill row, @Nullable Symbol symbol) {
        if (row.type().equals(TRADE)) {
            List<Income> parts = new ArrayList<>();
            nonZero(row.pnl()).ifPresent(pnl -> parts.add(income(row, IncomeType.REALIZED_PNL, pnl, symbol)));
            nonZero(row.fee()).ifPresent(fee -> parts.add(income(row, IncomeType.FEE, fee, symbol)));
            // Spot moves the coins themselves, which is no income.
            return List.copyOf(parts);
        }
        BigDecimal change = nonZero(row.change()).or(() -> nonZero(row.pnl())).orElse(BigDecimal.ZERO);
        return List.of(income(row, type(row.type()), change, symbol));
    }

    private static Optional<BigDecimal> nonZero(Optional<BigDecimal> value) {
        return value.filter(number -> number.signum() != 0);
    }

    private static Income income(OkxBill row, IncomeType type, BigDecimal amount, @Nullable Symbol symbol) {
        return Income.builder()
                .id(row.billId())
                .type(type)
                .rawType(row.type() + row.subType().map(sub -> "/" + sub).orElse(""))
                .asset(row.currency())
                .amount(amount)
                .symbol(symbol)
                .tradeId(row.tradeId().orElse(null))
                .time(row.time())
                .build();
    }

    /** Numbers of bill types (docs: OKX v5, "Get bills details"). */
    private static IncomeType type(String number) {
        return switch (number) {
            case "1", "6" -> IncomeType.TRANSFER;
            case "3", "34" -> IncomeType.REALIZED_PNL;
            case "5", "9", "10" -> IncomeType.LIQUIDATION;
            case "7" -> IncomeType.FEE;
            case "8" -> IncomeType.FUNDING;
            default -> IncomeType.OTHER;
        };
    }
}
