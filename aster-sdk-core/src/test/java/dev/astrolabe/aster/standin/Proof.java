package dev.astrolabe.aster.standin;

import java.time.Instant;

/** How a version of the API checks who calls, and when. One of these knows what one venue has seen. */
public interface Proof {

    /** Checks a call that needs a key and no signature. */
    void requireKey(Call call);

    /** Checks who signed a call. */
    void requireSignature(Call call);

    /** Checks that the time in which a signed call may be executed is not over. */
    void requireFresh(Call call, Instant now);

    /** Uses up what makes a signed call unique, where the version has that. */
    void useUp(Call call);
}
