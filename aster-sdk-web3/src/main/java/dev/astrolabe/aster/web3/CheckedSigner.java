package dev.astrolabe.aster.web3;

import dev.astrolabe.exchange.error.ExchangeException;
import dev.astrolabe.exchange.error.NotSentException;

/** An application's own signer: its failures become refusals, and a signature that is not its address's is never sent. */
final class CheckedSigner implements Web3Signer {

    private final Web3Signer signer;
    private final String address;

    private CheckedSigner(Web3Signer signer) {
        this.signer = signer;
        this.address = Addresses.checked("address of the signer", signer.address());
    }

    /** A key of this process needs no check. */
    static Web3Signer of(Web3Signer signer) {
        return signer instanceof PrivateKey || signer instanceof CheckedSigner ? signer : new CheckedSigner(signer);
    }

    @Override
    public String address() {
        return address;
    }

    @Override
    public Web3Signature sign(byte[] digest) {
        Web3Signature signature;
        try {
            signature = signer.sign(digest.clone());
        } catch (ExchangeException e) {
            throw e;
        } catch (RuntimeException e) {
            NotSentException.Cause why = Thread.currentThread().isInterrupted()
                    ? NotSentException.Cause.INTERRUPTED
                    : NotSentException.Cause.UNREACHABLE;
            throw new NotSentException(why, "the signer of " + address + " gave no signature", null, e);
        }
        if (!signature.isBy(address, digest)) {
            throw NotSentException.invalid("the signer of " + address
                    + " gave a signature of another key, or of another text; Web3Signature.of finds the v that fits");
        }
        return signature;
    }

    @Override
    public void close() {
        signer.close();
    }

    @Override
    public String toString() {
        return "Web3Signer[" + address + "]";
    }
}
