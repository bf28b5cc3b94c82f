package dev.astrolabe.simulator.aster;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SignatureException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.web3j.crypto.Hash;
import org.web3j.crypto.Keys;
import org.web3j.crypto.Sign;
import org.web3j.utils.Numeric;

/** Whose signature is under a message (docs: futures v3, "Authentication signature payload", 2026-04-28). */
final class Eip712 {

    private static final int WORD = 32;
    private static final int SIGNATURE_BYTES = 65;
    private static final String DOMAIN_TYPE =
            "EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)";

    private final byte[] domainSeparator;

    Eip712(long chainId) {
        this.domainSeparator = keccak(
                keccak(DOMAIN_TYPE),
                keccak("AsterSignTransaction"),
                keccak("1"),
                Numeric.toBytesPadded(BigInteger.valueOf(chainId), WORD),
                new byte[WORD]);
    }

    byte[] digest(String message) {
        return digest("Message(string msg)", keccak(message));
    }

    /** Of a struct whose members are encoded already, each in a word. */
    private byte[] digest(String type, byte[]... members) {
        byte[] all = new byte[WORD * members.length];
        for (int i = 0; i < members.length; i++) {
            System.arraycopy(members[i], 0, all, WORD * i, WORD);
        }
        byte[] struct = keccak(keccak(type), all);
        return keccak(new byte[] {0x19, 0x01}, domainSeparator, struct);
    }

    /** The address that signed a named struct of texts and a nonce at its end; empty where the text is no signature at all. */
    Optional<String> signer(String type, List<String> texts, long nonce, String signature) {
        byte[][] members = new byte[texts.size() + 1][];
        for (int i = 0; i < texts.size(); i++) {
            members[i] = keccak(texts.get(i));
        }
        members[texts.size()] = Numeric.toBytesPadded(BigInteger.valueOf(nonce), WORD);
        return signer(digest(type, members), signature);
    }

    /** The address that signed, in lower case with 0x; empty where the text is no signature at all. */
    Optional<String> signer(String message, String signature) {
        return signer(digest(message), signature);
    }

    private static Optional<String> signer(byte[] digest, String signature) {
        String hex = Numeric.cleanHexPrefix(signature);
        if (hex.length() != 2 * SIGNATURE_BYTES || !hex.matches("[0-9a-fA-F]+")) {
            return Optional.empty();
        }
        byte[] bytes = Numeric.hexStringToByteArray(hex);
        byte v = bytes[SIGNATURE_BYTES - 1];
        byte normal = v < 27 ? (byte) (v + 27) : v;
        try {
            BigInteger key = Sign.signedMessageHashToKey(
                    digest,
                    new Sign.SignatureData(
                            normal, Arrays.copyOfRange(bytes, 0, WORD), Arrays.copyOfRange(bytes, WORD, 2 * WORD)));
            return Optional.of("0x" + Keys.getAddress(key));
        } catch (SignatureException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static byte[] keccak(String text) {
        return Hash.sha3(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] keccak(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return Hash.sha3(all.toByteArray());
    }
}
