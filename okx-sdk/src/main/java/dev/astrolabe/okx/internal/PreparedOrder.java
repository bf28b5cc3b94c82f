package dev.astrolabe.okx.internal;

import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.OrderRef;
import dev.astrolabe.exchange.transport.Params;
import dev.astrolabe.okx.model.OkxAck;

/**
 * An order that passed every local check and has a client order id.
 *
 * @param operation the call that places it
 * @param ref by its client order id
 * @param params what is sent
 */
record PreparedOrder(Operation<OkxAck> operation, OrderRef ref, Instrument instrument, Params params) {}
