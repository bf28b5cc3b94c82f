package dev.astrolabe.exchange.stream;

/**
 * Gets the events of one subscription, one at a time, on the subscription's own mailbox. It may block: then its mailbox
 * fills, and nothing else waits. What it throws is logged and does not end the subscription.
 *
 * @param <E> the events
 * @since 0.1
 */
@FunctionalInterface
public interface StreamListener<E> {

    /**
     * Gets an event.
     *
     * @param event the event
     */
    void onEvent(E event);

    /**
     * Is told that the state of the subscription has changed. Does nothing unless overridden.
     *
     * @param state the new state
     */
    default void onState(ConnectionState state) {}
}
