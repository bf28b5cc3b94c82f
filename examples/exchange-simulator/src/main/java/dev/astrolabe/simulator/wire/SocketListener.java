package dev.astrolabe.simulator.wire;

/**
 * Listens to one WebSocket connection; called by one thread at a time.
 *
 * @since 0.1
 */
public interface SocketListener {

    /**
     * A text message came.
     *
     * @param message the whole message
     */
    void text(String message);

    /** The connection is gone; nothing can be sent any more. */
    void closed();
}
