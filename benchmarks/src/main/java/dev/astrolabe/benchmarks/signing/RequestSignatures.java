package dev.astrolabe.benchmarks.signing;

import dev.astrolabe.aster.web3.SigningDoor;
import dev.astrolabe.exchange.transport.Params;
import fr.acinq.secp256k1.Secp256k1;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.web3j.crypto.ECKeyPair;
import org.web3j.crypto.Sign;
import org.web3j.crypto.StructuredDataEncoder;

/**
 * An order of AsterDex v3 of 200 characters, from its parameters to the text that is sent, or the signature of 32 bytes alone.
 *
 * @since 0.1
 */
@State(Scope.Benchmark)
public class RequestSignatures {

    private static final String KEY = "0x4fd0a42218f3eae43a6ce26d22544e986139a01e5b34a62db53757ffca81bae1";
    private static final String SIGNER = "0x21cF8Ae13Bb72632562c6Fff438652Ba1a151bb0";
    private static final String USER = "0x63DD5aCC6b1aa0f563956C0e534DD30B6dcF7C4e";
    private static final long CHAIN = 1666;
    private static final long NONCE = 1748310859508867L;

    private static final String FIELDS_OF_DOMAIN = "[{\"name\":\"name\",\"type\":\"string\"},"
            + "{\"name\":\"version\",\"type\":\"string\"},{\"name\":\"chainId\",\"type\":\"uint256\"},"
            + "{\"name\":\"verifyingContract\",\"type\":\"address\"}]";
    private static final String BEFORE_MESSAGE = "{\"types\":{\"EIP712Domain\":" + FIELDS_OF_DOMAIN
            + ",\"Message\":[{\"name\":\"msg\",\"type\":\"string\"}]},\"primaryType\":\"Message\","
            + "\"domain\":{\"name\":\"AsterSignTransaction\",\"version\":\"1\",\"chainId\":" + CHAIN
            + ",\"verifyingContract\":\"0x0000000000000000000000000000000000000000\"},\"message\":{\"msg\":\"";

    private final SigningDoor fast = SigningDoor.fast(KEY, USER, CHAIN);
    private final SigningDoor plain = SigningDoor.plain(KEY, USER, CHAIN);
    private final ECKeyPair pair = ECKeyPair.create(new BigInteger(KEY.substring(2), 16));
    private final byte[] key = HexFormat.of().parseHex(KEY.substring(2));
    private final byte[] publicKey = Secp256k1.get().pubkeyCreate(key);
    private final byte[] digest;

    private final Params order = Params.create()
            .add("symbol", "1000PEPEUSDT")
            .add("side", "BUY")
            .add("positionSide", "BOTH")
            .add("type", "LIMIT")
            .add("timeInForce", "GTC")
            .add("quantity", new BigDecimal("150000"))
            .add("price", new BigDecimal("0.01234"))
            .add("newClientOrderId", "ast0123456789abcdef0123456789abc")
            .add("newOrderRespType", "RESULT")
            .add("workingType", "MARK_PRICE");

    /** Prepares what is signed. */
    public RequestSignatures() {
        digest = digest(message());
    }

    Params order() {
        return order;
    }

    private String message() {
        return order.encoded() + "&nonce=" + NONCE + "&user=" + USER + "&signer=" + SIGNER;
    }

    /** The text has no character that JSON escapes. */
    private static byte[] digest(String message) {
        try {
            return new StructuredDataEncoder(BEFORE_MESSAGE + message + "\"}}").hashStructuredData();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return the text as a client sends it} */
    @Benchmark
    public String astrolabe() {
        return fast.signed(order, NONCE);
    }

    /** {@return the same, signed with BouncyCastle alone} */
    @Benchmark
    public String bouncyCastle() {
        return plain.signed(order, NONCE);
    }

    /** {@return the same by web3j's structured data} */
    @Benchmark
    public String web3j() {
        String message = message();
        Sign.SignatureData signature = Sign.signMessage(digest(message), pair, false);
        HexFormat hex = HexFormat.of();
        return message + "&signature=0x" + hex.formatHex(signature.getR()) + hex.formatHex(signature.getS())
                + hex.formatHex(signature.getV());
    }

    /** {@return r and s of the digest alone, from the C library} */
    @Benchmark
    public byte[] nativeSignature() {
        return Secp256k1.get().sign(digest, key, null);
    }

    /** {@return r, s and v of the digest alone, from the C library, whose Java binding finds v by recovering the key} */
    @Benchmark
    public byte[] nativeSignatureAndRecovery() {
        byte[] signature = Secp256k1.get().sign(digest, key, null);
        byte[] whole = Arrays.copyOf(signature, signature.length + 1);
        boolean even = Arrays.equals(publicKey, Secp256k1.get().ecdsaRecover(signature, digest, 0));
        whole[signature.length] = (byte) (even ? 27 : 28);
        return whole;
    }
}
