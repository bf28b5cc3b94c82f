package dev.astrolabe.agents.paper;

import dev.astrolabe.exchange.ClientOrderIdRule;
import dev.astrolabe.exchange.model.CandleInterval;
import dev.astrolabe.exchange.model.Liquidity;
import java.math.BigDecimal;

/** The terms that hold for all accounts and instruments of one paper exchange. */
record Rules(
        BigDecimal makerFee,
        BigDecimal takerFee,
        BigDecimal liquidationFee,
        FillPolicy fillPolicy,
        CandleInterval candleInterval,
        int candlesKept,
        int historyLimit,
        ClientOrderIdRule clientOrderIds,
        boolean postOnlyExpires) {

    /** What serves every real exchange. */
    static final ClientOrderIdRule PORTABLE_IDS = new ClientOrderIdRule("[A-Za-z0-9]", 32);

    static int positive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " " + value + " is below 1");
        }
        return value;
    }

    static BigDecimal notNegative(String name, BigDecimal value) {
        if (value.signum() < 0) {
            throw new IllegalArgumentException(name + " " + value.toPlainString() + " is below 0");
        }
        return value;
    }

    BigDecimal fee(BigDecimal notional, Liquidity liquidity) {
        return Money.fee(notional, liquidity == Liquidity.MAKER ? makerFee : takerFee);
    }
}
