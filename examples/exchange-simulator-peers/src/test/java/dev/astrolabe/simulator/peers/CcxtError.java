package dev.astrolabe.simulator.peers;

import java.util.List;

/** What ccxt threw. */
final class CcxtError extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** The name of its class, then those of the classes above it. */
    private final transient List<String> kinds;

    CcxtError(List<String> kinds, String message) {
        super(kinds + " " + message);
        this.kinds = List.copyOf(kinds);
    }

    List<String> kinds() {
        return kinds;
    }
}
