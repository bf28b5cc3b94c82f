package dev.astrolabe.agents.paper;

import dev.astrolabe.exchange.model.Fill;
import dev.astrolabe.exchange.model.Income;
import dev.astrolabe.exchange.model.IncomeType;
import dev.astrolabe.exchange.model.PositionSide;
import dev.astrolabe.exchange.model.Symbol;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An account kept by someone who knows only money and goods: what is bought costs cash, what is sold brings it, and worth is
 * cash plus goods at the mark. It knows no cost, no average price, no realized profit, and rounds nothing.
 */
final class CashLedger {

    /** One slot of one instrument. */
    record Slot(Symbol symbol, Optional<PositionSide> side) {}

    private BigDecimal cash = BigDecimal.ZERO;
    private final Map<Slot, BigDecimal> goods = new HashMap<>();

    static CashLedger of(List<Fill> fills, List<Income> incomes) {
        CashLedger ledger = new CashLedger();
        fills.forEach(ledger::trade);
        incomes.stream()
                .filter(income -> income.type() != IncomeType.REALIZED_PNL && income.type() != IncomeType.FEE)
                .forEach(income -> ledger.cash = ledger.cash.add(income.amount()));
        return ledger;
    }

    private void trade(Fill fill) {
        BigDecimal signed =
                fill.quantity().multiply(BigDecimal.valueOf(fill.side().sign()));
        cash = cash.subtract(signed.multiply(fill.price())).subtract(fill.fee());
        goods.merge(new Slot(fill.symbol(), fill.positionSide()), signed, BigDecimal::add);
    }

    BigDecimal worth(Map<Symbol, BigDecimal> marks) {
        BigDecimal sum = cash;
        for (Map.Entry<Slot, BigDecimal> entry : goods.entrySet()) {
            sum = sum.add(entry.getValue().multiply(marks.get(entry.getKey().symbol())));
        }
        return sum;
    }

    /** What is held, without what came to nothing. */
    Map<Slot, BigDecimal> goods() {
        Map<Slot, BigDecimal> held = new HashMap<>();
        goods.forEach((slot, quantity) -> {
            if (quantity.signum() != 0) {
                held.put(slot, quantity.stripTrailingZeros());
            }
        });
        return held;
    }
}
