package dev.astrolabe.aster.web3;

import dev.astrolabe.exchange.transport.Params;
import java.time.Instant;

/** Signs the text of the request as the struct {@code Message} (docs: futures v3, "Authentication signature payload"). */
final class Eip712Scheme implements RequestScheme {

    private final Web3Signer key;
    private final String user;
    private final Eip712Domain domain;
    private final MessageEncoding encoding;

    /** An empty user is not sent. */
    Eip712Scheme(Web3Signer key, String user, Eip712Domain domain, MessageEncoding encoding) {
        this.key = key;
        this.user = user;
        this.domain = domain;
        this.encoding = encoding;
    }

    @Override
    public String signed(Params params, long nonce, Instant venueNow) {
        String proof = RequestScheme.proof(params, nonce, user, key.address());
        String sent = RequestScheme.join(params.encoded(), proof);
        String message = encoding == MessageEncoding.ENCODED ? sent : RequestScheme.join(encoding.text(params), proof);
        return sent + "&signature=" + key.sign(domain.message(message)).hex();
    }
}
