package dev.astrolabe.exchange.transport;

import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Turns what a channel brings into events. One object serves one subscription. All its methods run on that subscription's own
 * mailbox, one at a time and in order, never on a socket's reader: so it may keep state without locks, and may block, as to
 * read something again over REST; it is interrupted when the subscription is closed. What it throws is logged and, from
 * {@link #data}, counts as an unreadable message.
 *
 * @param <E> the events
 * @since 0.1
 */
public interface Feed<E> {

    /**
     * Something came. It is taken from one connection at a time: when one replaces another that still delivers, what both
     * bring with the same text comes once. What a lossless subscription cannot read is an interruption, of which {@link
     * #live} is told next.
     *
     * @param payload the payload of {@link Inbound.Data}
     * @param received when it came
     * @param out gets the events, in order
     * @throws Exception if it cannot be read
     */
    void data(String payload, Instant received, Consumer<? super E> out) throws Exception;

    /**
     * The channel is live: for the first time, or anew after an interruption in which something may have been missed. What came
     * since then follows in {@link #data}. A planned change of connections is no interruption. The subscription is not
     * {@code LIVE} before this has returned.
     *
     * @param interruption what was interrupted; null for the first time
     * @param out gets events, such as what was read again
     * @throws Exception if what was missed cannot be had now; the hub calls again after a pause, with an interruption that
     *     begins where this one does, and with nothing in between
     */
    void live(@Nullable Interruption interruption, Consumer<? super E> out) throws Exception;

    /**
     * Whether the subscription may be called {@code LIVE}. Asked after {@link #live} and after {@link #data}. For a feed
     * that begins with what the venue sends first: where that does not come within the time that a connection may take to
     * stand, {@link #live} is called once more, with an interruption.
     *
     * @return true unless overridden
     */
    default boolean isReady() {
        return true;
    }

    /**
     * A time in which something may have been missed.
     *
     * @param from when the last message of the channel came, or when it became live without one
     * @param until when the channel was live again
     * @param why what happened, without any secret
     */
    record Interruption(Instant from, Instant until, String why) {}
}
