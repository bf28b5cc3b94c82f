package dev.astrolabe.aster.web3;

import dev.astrolabe.aster.standin.Call;
import dev.astrolabe.aster.standin.Proof;
import dev.astrolabe.aster.standin.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.TreeSet;

/** Checks signer and nonce as the venue does (docs: futures v3, "nonce"); the signer is recovered by the {@link Witness}. */
final class Web3Proof implements Proof {

    private static final int KEPT = 100;
    private static final long TEST_CHAIN = 714;
    private static final String SIGNATURE = "&signature=";

    private final Duration window;
    private final boolean recovering;
    private final TreeSet<Long> newest = new TreeSet<>();

    /** A proof of one key, whose nonces may be this far from the venue's time. */
    Web3Proof(Duration window, boolean recovering) {
        this.window = window;
        this.recovering = recovering;
    }

    @Override
    public void requireKey(Call call) {
        // There are no keys.
    }

    @Override
    public void requireSignature(Call call) {
        String text = call.text();
        int last = text.lastIndexOf(SIGNATURE);
        boolean signed = last > 0 && Vectors.SIGNER.equals(call.param("signer"));
        if (!signed || (recovering && !Vectors.SIGNER.equals(recovered(text, last)))) {
            throw new Refusal(-1000, "Signature check failed");
        }
    }

    private static String recovered(String text, int last) {
        return Witness.signerOfMessage(text.substring(0, last), TEST_CHAIN, text.substring(last + SIGNATURE.length()));
    }

    @Override
    public void requireFresh(Call call, Instant now) {
        long apart = Math.abs(nonce(call) - ChronoUnit.MICROS.between(Instant.EPOCH, now));
        if (apart > window.toNanos() / 1_000) {
            throw expired();
        }
    }

    @Override
    public void useUp(Call call) {
        long nonce = nonce(call);
        boolean full = newest.size() == KEPT;
        if (newest.contains(nonce) || (full && nonce < newest.first())) {
            throw expired();
        }
        if (full) {
            newest.pollFirst();
        }
        newest.add(nonce);
    }

    private static long nonce(Call call) {
        return Long.parseLong(call.param("nonce"));
    }

    private static Refusal expired() {
        return new Refusal(-4225, "Nonce Expired");
    }
}
