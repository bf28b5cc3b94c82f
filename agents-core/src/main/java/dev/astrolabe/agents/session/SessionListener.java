package dev.astrolabe.agents.session;

/**
 * Is told how a session goes, on the session's thread after every step. It must not block for long.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface SessionListener {

    /** Listens to nothing. */
    SessionListener NONE = progress -> {};

    /**
     * Is told that a step is done.
     *
     * @param progress the session after it
     */
    void onStep(Progress progress);
}
