package dev.astrolabe.aster.web3;

import dev.astrolabe.exchange.transport.Params;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/**
 * A request that the main wallet signs as a struct of its own (EIP-712), so that a wallet can show its fields: the parameters in
 * the order in which they are sent, their names with a capital letter in front. Not for use by several threads.
 */
final class TypedRequest {

    private final StringJoiner type;
    private final List<byte[]> words = new ArrayList<>();
    private Params params = Params.create();

    TypedRequest(String primaryType) {
        this.type = new StringJoiner(",", primaryType + "(", ")");
    }

    TypedRequest add(String name, String value) {
        params = params.add(name, value);
        return field("string", capital(name), Keccak.hash(value));
    }

    TypedRequest add(String name, long value) {
        params = params.add(name, value);
        return field("uint256", capital(name), Words.of(BigInteger.valueOf(value)));
    }

    TypedRequest add(String name, boolean value) {
        params = params.add(name, value);
        return field("bool", capital(name), Words.of(value));
    }

    /** A field of the struct alone: its type and name as the struct has them, and its 32 bytes. */
    TypedRequest field(String typeName, String name, byte[] word) {
        type.add(typeName + " " + name);
        words.add(word);
        return this;
    }

    private static String capital(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    /** What is sent, without the signature. */
    Params params() {
        return params;
    }

    /** The type as EIP-712 writes it. */
    String type() {
        return type.toString();
    }

    byte[] hash() {
        byte[][] parts = new byte[words.size() + 1][];
        parts[0] = Keccak.hash(type());
        for (int i = 0; i < words.size(); i++) {
            parts[i + 1] = words.get(i);
        }
        return Keccak.hash(parts);
    }
}
