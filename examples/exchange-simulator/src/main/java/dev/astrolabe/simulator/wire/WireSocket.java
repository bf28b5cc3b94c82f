package dev.astrolabe.simulator.wire;

import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A WebSocket connection to a client. Sending never blocks: what a slow client does not take is kept up to a bound, beyond which the
 * connection is closed. Safe for any thread; what one thread sends arrives in its order.
 *
 * @since 0.1
 */
public interface WireSocket {

    /**
     * What opened it: path, query and headers.
     *
     * @return the request of the opening handshake
     */
    WireRequest opening();

    /**
     * Sends an answer to something that the client sent.
     *
     * @param text the message
     */
    void reply(String text);

    /**
     * Sends an event of a stream. Faults may delay, double, reorder or drop it.
     *
     * @param account whose event it is; empty for market data
     * @param channel the stream, such as {@code btcusdt@depth} or {@code orders}
     * @param text the message
     */
    void push(String account, String channel, String text);

    /**
     * Runs a command that came over this socket through the same faults and into the same journal as a request over HTTP. Its
     * answer is sent with {@link #reply(String)} as far as faults let it.
     *
     * @param subject what it is about
     * @param command carries it out; the answer's body is what is sent
     * @param refused words an answer that a fault asks for
     */
    void command(Subject subject, Supplier<Handled> command, Function<Refusal, String> refused);

    /** Sends a ping frame. */
    void ping();

    /**
     * Ends the connection.
     *
     * @param code the status of the closing handshake
     * @param reason its text
     */
    void close(int code, String reason);
}
