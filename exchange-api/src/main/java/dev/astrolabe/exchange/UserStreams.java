package dev.astrolabe.exchange;

import dev.astrolabe.exchange.stream.StreamListener;
import dev.astrolabe.exchange.stream.StreamOptions;
import dev.astrolabe.exchange.stream.Subscription;
import dev.astrolabe.exchange.stream.UserEvent;

/**
 * Live data of this account. Needs {@link Feature#USER_STREAMS}.
 *
 * @since 0.1
 */
public interface UserStreams {

    /**
     * Orders, fills, positions and balances in one ordered stream. No event is dropped: where the connection was lost, a
     * {@link UserEvent.Gap} says so and what was missed is read again over REST.
     *
     * @param options mailbox and staleness; the overflow policy is always to keep everything
     * @param listener gets each event
     * @return the subscription; close it to end it
     */
    Subscription events(StreamOptions options, StreamListener<? super UserEvent> listener);
}
