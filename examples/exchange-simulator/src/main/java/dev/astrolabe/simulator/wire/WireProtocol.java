package dev.astrolabe.simulator.wire;

/**
 * One venue's protocol over HTTP and WebSocket. Called from any thread; it takes its venue's lock for what it does.
 *
 * @since 0.1
 */
public interface WireProtocol {

    /**
     * Whether a path is this protocol's, known or not.
     *
     * @param path of a request or of a socket's opening
     * @return true if it is
     */
    boolean serves(String path);

    /**
     * What a request is about. Never fails.
     *
     * @param request as it came
     * @return what could be told from it
     */
    Subject subject(WireRequest request);

    /**
     * Verifies a request and carries it out.
     *
     * @param request as it came
     * @return the venue's answer, a refusal included
     */
    Handled handle(WireRequest request);

    /**
     * Words an answer that a fault asks for.
     *
     * @param request what it answers
     * @param refusal what is told
     * @return the answer
     */
    WireAnswer refuse(WireRequest request, Refusal refusal);

    /**
     * Takes a new WebSocket connection, whose path {@link #serves(String) is its own}.
     *
     * @param socket the connection
     * @return who listens to it
     */
    SocketListener open(WireSocket socket);
}
