package dev.astrolabe.okx.internal;

import java.util.List;

/** The calls of the trade endpoints. */
final class TradeOperations {

    static final List<Operation<?>> ALL = List.of();

    private TradeOperations() {}
}
