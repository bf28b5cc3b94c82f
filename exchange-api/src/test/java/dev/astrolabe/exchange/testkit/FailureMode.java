package dev.astrolabe.exchange.testkit;

/**
 * How a venue can be made to fail its next mutation.
 *
 * @since 0.1
 */
public enum FailureMode {
    /** The venue executes the call, and its answer is lost: the client cannot know. */
    ACCEPT_THEN_DROP,
    /** The call leaves the client and is lost before the venue executes it: the client cannot know either. */
    LOSE,
    /** The venue refuses the call and says so. */
    REFUSE
}
