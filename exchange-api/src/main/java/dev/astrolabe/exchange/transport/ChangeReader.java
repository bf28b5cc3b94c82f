package dev.astrolabe.exchange.transport;

import java.nio.charset.StandardCharsets;

/**
 * Reads messages with one change of a book as a venue usually sends them: as plain numbers, and without an object a level. Who reads the
 * others has to mean the same. Serves one feed; not safe for use by several threads.
 *
 * @since 0.1
 */
public abstract class ChangeReader {

    private final LevelChanges changes = new LevelChanges();
    private final JsonScanner json = new JsonScanner(new byte[0]);

    /** A reader that has read nothing. */
    protected ChangeReader() {}

    /**
     * Reads a message.
     *
     * @param payload the message
     * @return false if it has to be read in the plain way
     */
    public final boolean read(String payload) {
        try {
            json.reset(payload.getBytes(StandardCharsets.UTF_8));
            changes.clear();
            message(json, changes);
            json.end();
            return true;
        } catch (Unusual e) {
            return false;
        }
    }

    /**
     * What was read last.
     *
     * @return the change, until the next message is read
     */
    public final LevelChanges changes() {
        return changes;
    }

    /**
     * Reads the venue's message.
     *
     * @param message stands at its beginning
     * @param into takes the change; empty at first
     * @throws Unusual if it is not what the venue usually sends
     */
    protected abstract void message(JsonScanner message, LevelChanges into) throws Unusual;

    /**
     * Leaves a message to the plain way unless something is as usual.
     *
     * @param usual whether it is
     * @throws Unusual if it is not
     */
    protected static void require(boolean usual) throws Unusual {
        if (!usual) {
            throw new Unusual();
        }
    }
}
