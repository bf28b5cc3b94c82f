package dev.astrolabe.exchange.testkit.engine;

import java.math.BigDecimal;
import java.util.function.Supplier;

/**
 * Where venues differ.
 *
 * @param maker what a maker pays, as a part of the notional
 * @param taker what a taker pays
 * @param refusesCrossingPostOnly whether a post-only order that would take is refused; else it is taken and expires at once
 * @param ids gives the next id of an order
 * @since 0.1
 */
public record EngineRules(BigDecimal maker, BigDecimal taker, boolean refusesCrossingPostOnly, Supplier<String> ids) {}
