package dev.astrolabe.agents.gate;

import java.math.BigDecimal;

/**
 * One value that the gate lowered or tightened.
 *
 * @param code the rule that did it
 * @param field what was changed, such as {@code quantity}, {@code leverage} or {@code stop of asterdex BTC/USDT:USDT}
 * @param before the value before the rule
 * @param after the value after it
 * @since 0.1
 */
public record Clamp(ReasonCode code, String field, BigDecimal before, BigDecimal after) {

    @Override
    public String toString() {
        return code + ": " + field + " " + Amounts.text(before) + " -> " + Amounts.text(after);
    }
}
