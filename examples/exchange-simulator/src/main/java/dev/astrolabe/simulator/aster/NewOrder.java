package dev.astrolabe.simulator.aster;

import dev.astrolabe.exchange.model.OrderRequest;
import dev.astrolabe.simulator.market.Market;

/**
 * An order as it was asked for, and found well formed.
 *
 * @param result whether the answer is to tell what became of it
 */
record NewOrder(Market market, OrderRequest request, NativeOrder facts, boolean result) {}
