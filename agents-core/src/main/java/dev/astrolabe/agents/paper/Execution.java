package dev.astrolabe.agents.paper;

import java.math.BigDecimal;

/** Units of an instrument at one price of the book. */
record Execution(BigDecimal price, BigDecimal quantity) {}
