package dev.astrolabe.aster.web3;

import java.nio.charset.StandardCharsets;

/** Bytes that a wallet signs as a message of a person (EIP-191), so that they can never be a transaction. */
final class PersonalMessage {

    private PersonalMessage() {}

    /** What is signed for these bytes. */
    static byte[] digest(byte[] message) {
        byte[] prefix = ("\u0019Ethereum Signed Message:\n" + message.length).getBytes(StandardCharsets.US_ASCII);
        return Keccak.hash(prefix, message);
    }
}
