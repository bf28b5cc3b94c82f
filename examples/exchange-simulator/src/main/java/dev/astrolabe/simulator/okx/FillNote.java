package dev.astrolabe.simulator.okx;

import dev.astrolabe.exchange.model.Fill;

/**
 * One fill and what is told with it.
 *
 * @param note its order
 * @param fill as the engine told it
 * @param billId the bill that it made
 * @param markPrice then
 * @param indexPrice then
 */
record FillNote(OrderNote note, Fill fill, String billId, String markPrice, String indexPrice) {}
