package dev.astrolabe.agents.paper;

import java.math.BigDecimal;

/** A quantity at one price of the book. */
record Execution(BigDecimal price, BigDecimal quantity) {

    BigDecimal notional() {
        return price.multiply(quantity);
    }
}
