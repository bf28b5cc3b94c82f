package dev.astrolabe.exchange.transport;

import java.util.List;

/**
 * What differs from venue to venue under a WebSocket. The {@link StreamHub} does the rest. Methods but {@link #address} do no
 * I/O, do not block, and are safe for any thread.
 *
 * @since 0.1
 */
public interface SocketProtocol {

    /**
     * The name of the exchange in exceptions and logs.
     *
     * @return such as {@code asterdex}
     */
    String name();

    /**
     * Where a new connection goes. Asked for each attempt, on a thread that may block: a venue may have to be asked for a key
     * first. What it throws counts as a failed attempt.
     *
     * @return the address with its scheme, {@code wss} or {@code ws}; may hold a secret, and is never logged
     */
    String address();

    /**
     * Where a new connection of a route goes; as {@link #address()} unless overridden.
     *
     * @param route what {@link #route} gives for its channels
     * @return the address with its scheme; may hold a secret, and is never logged
     */
    default String address(String route) {
        return address();
    }

    /**
     * Which of the venue's addresses brings a channel. Channels of different routes never share a connection.
     *
     * @param channel the channel
     * @return any name; the same for all channels unless overridden
     */
    default String route(String channel) {
        return "";
    }

    /**
     * The message that a connection begins with, such as a login. Nothing is subscribed before the venue has done it, and
     * where the venue refuses it the connection has failed. Never logged.
     *
     * @param route what {@link #route} gives for the connection's channels
     * @param id a number that the answer repeats, unique on the connection
     * @return the message; empty, as unless overridden, where the venue wants none
     */
    default String greeting(String route, long id) {
        return "";
    }

    /**
     * The message that subscribes channels. The venue answers with {@link Inbound.Done}, or for each channel with {@link
     * Inbound.Begun}. Where it refuses a message with several channels, those that it has not begun are asked for one by one.
     *
     * @param id a number that the answer repeats, unique on the connection
     * @param channels from 1 on, no more than {@link SocketOptions#channelsPerMessage()}
     * @return the message; empty where the address itself has subscribed them, which then are live with the connection
     */
    String subscribe(long id, List<String> channels);

    /**
     * The message that ends channels. The venue answers with {@link Inbound.Done}, or for each channel with {@link
     * Inbound.Ended}.
     *
     * @param id a number that the answer repeats, unique on the connection
     * @param channels from 1 on, no more than {@link SocketOptions#channelsPerMessage()}
     * @return the message; empty where none is needed
     */
    String unsubscribe(long id, List<String> channels);

    /**
     * A message to which the venue's application always answers, to tell a quiet market from a dead connection. Frames that
     * ping do not: a proxy may answer them in front of a server that is gone.
     *
     * @param id a number that the answer may repeat, unique on the connection
     * @return the message
     */
    String probe(long id);

    /**
     * Says what a message is, by looking at no more of it than needed.
     *
     * @param message the text
     * @return what it is; {@link Inbound.Other} where nothing has to be done
     */
    Inbound read(String message);
}
