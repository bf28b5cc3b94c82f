package dev.astrolabe.aster.web3;

import dev.astrolabe.exchange.transport.Params;
import java.time.Instant;

/** How the text of a request is completed and signed. Safe for any thread. */
interface RequestScheme {

    String NONCE = "nonce";
    String USER = "user";
    String SIGNER = "signer";

    /**
     * The text that is sent.
     *
     * @param params the call's own parameters; what a scheme would add is kept where it is there already
     * @param nonce the nonce, also where it is there already
     * @param venueNow the venue's time
     * @return the whole query or form, the signature last
     */
    String signed(Params params, long nonce, Instant venueNow);

    /** The nonce, user and signer that are not there yet, each with an ampersand in front. They need no encoding. */
    static String proof(Params params, long nonce, String user, String signer) {
        StringBuilder text = new StringBuilder();
        append(text, params, NONCE, Long.toString(nonce));
        if (!user.isEmpty()) {
            append(text, params, USER, user);
        }
        append(text, params, SIGNER, signer);
        return text.toString();
    }

    private static void append(StringBuilder text, Params params, String name, String value) {
        if (params.get(name).isEmpty()) {
            text.append('&').append(name).append('=').append(value);
        }
    }

    /** The parameters, encoded or not, followed by the proof. */
    static String join(String params, String proof) {
        return params.isEmpty() ? proof.substring(1) : params + proof;
    }
}
