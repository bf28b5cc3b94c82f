package dev.astrolabe.simulator.server;

import java.io.IOException;
import org.eclipse.jetty.io.QuietException;

/** A connection was ended on purpose; nothing for a log. */
final class Dropped extends IOException implements QuietException {

    private static final long serialVersionUID = 1L;

    Dropped() {
        super("ended by a fault");
    }
}
