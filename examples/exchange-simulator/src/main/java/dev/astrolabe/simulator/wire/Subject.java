package dev.astrolabe.simulator.wire;

/**
 * What a request is about, told before it is verified or carried out: faults are aimed by it.
 *
 * @param protocol such as {@code aster-v1}, {@code aster-v3}, {@code okx-v5}
 * @param account the account of the credentials that it names; empty where it names none that is known
 * @param operation the path, or the command of a socket, such as {@code POST /fapi/v3/order}, {@code WS order}
 * @param change whether it is meant to change something
 * @param stop whether it would place a conditional order
 * @since 0.1
 */
public record Subject(String protocol, String account, String operation, boolean change, boolean stop) {}
