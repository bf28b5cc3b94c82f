package dev.astrolabe.simulator.wire;

import dev.astrolabe.simulator.journal.Acceptance;
import java.util.Optional;

/**
 * What became of a request.
 *
 * @param answer what the caller is to hear
 * @param acceptance what the venue took on; empty where it refused, or took nothing on that a journal would tell
 * @since 0.1
 */
public record Handled(WireAnswer answer, Optional<Acceptance> acceptance) {

    /**
     * A request that changed nothing and is not worth a line.
     *
     * @param answer what the caller is to hear
     * @return it
     */
    public static Handled of(WireAnswer answer) {
        return new Handled(answer, Optional.empty());
    }
}
