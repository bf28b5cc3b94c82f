package dev.astrolabe.exchange.transport;

/**
 * What came over a WebSocket.
 *
 * @since 0.1
 */
public sealed interface Inbound {

    /**
     * Data of a channel.
     *
     * @param channel the channel by the name under which it was subscribed
     * @param payload the event as JSON, without the venue's wrapping
     */
    record Data(String channel, String payload) implements Inbound {}

    /**
     * The venue has done what a message asked.
     *
     * @param id the number of the message; negative where the venue does not repeat it
     */
    record Done(long id) implements Inbound {}

    /**
     * The venue has refused a message.
     *
     * @param id the number of the message; negative where the venue does not repeat it
     * @param code the venue's code
     * @param message the venue's words
     */
    record Refused(long id, String code, String message) implements Inbound {}

    /**
     * The connection brings nothing more, though it is open: a new one is needed, at a new address.
     *
     * @param why the venue's word for it
     */
    record Expired(String why) implements Inbound {}

    /**
     * The venue is about to end the connection: it is replaced while it still delivers.
     *
     * @param why the venue's word for it
     */
    record Leaving(String why) implements Inbound {}

    /**
     * The venue has subscribed a channel, where it answers for each channel of a message by itself.
     *
     * @param channel the channel by the name under which it was subscribed
     */
    record Begun(String channel) implements Inbound {}

    /**
     * The venue has ended a channel as a message asked, where it answers for each channel of a message by itself.
     *
     * @param channel the channel by the name under which it was subscribed
     */
    record Ended(String channel) implements Inbound {}

    /**
     * The connection no longer brings all that was subscribed on it, though it is open: it is ended and made anew after a
     * pause, as one that was lost.
     *
     * @param why the venue's word for it
     */
    record Broken(String why) implements Inbound {}

    /** Nothing has to be done, such as for an answer to a probe. That it came is noted. */
    record Other() implements Inbound {}
}
