package dev.astrolabe.okx.internal;

import java.util.List;

/** The calls of the algo endpoints. */
final class AlgoOperations {

    static final List<Operation<?>> ALL = List.of();

    private AlgoOperations() {}
}
