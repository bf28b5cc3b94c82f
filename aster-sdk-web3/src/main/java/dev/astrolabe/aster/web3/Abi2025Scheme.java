package dev.astrolabe.aster.web3;

import dev.astrolabe.exchange.transport.Params;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/**
 * The scheme of 2025: the parameters as sorted JSON, all values texts and without any blank, ABI-encoded with account, signer and
 * nonce, hashed, and signed as a personal message (docs: futures v3 until 2026-01-22).
 */
final class Abi2025Scheme implements RequestScheme {

    private static final long RECV_WINDOW = 50_000;
    private static final List<String> PROOF = List.of(NONCE, USER, SIGNER);
    // The JSON text stands behind four words: where it begins, account, signer, nonce.
    private static final int HEAD = 4 * Words.LENGTH;

    private final Web3Signer key;
    private final String user;

    /** The user is an address in its checksummed form. */
    Abi2025Scheme(Web3Signer key, String user) {
        this.key = key;
        this.user = user;
    }

    @Override
    public String signed(Params params, long nonce, Instant venueNow) {
        Params timed = params.add("recvWindow", RECV_WINDOW).add("timestamp", venueNow.toEpochMilli());
        String sent = RequestScheme.join(timed.encoded(), RequestScheme.proof(params, nonce, user, key.address()));
        byte[] hash = Keccak.hash(arguments(json(timed), nonce));
        return sent + "&signature=" + key.sign(PersonalMessage.digest(hash)).hex();
    }

    /** The contract's arguments {@code (string, address, address, uint256)}. */
    byte[] arguments(String json, long nonce) {
        byte[] text = json.getBytes(StandardCharsets.US_ASCII);
        int padded = (text.length + Words.LENGTH - 1) / Words.LENGTH * Words.LENGTH;
        byte[] arguments = new byte[HEAD + Words.LENGTH + padded];
        int place = 0;
        for (byte[] word : List.of(
                Words.of(HEAD),
                Addresses.word(user),
                Addresses.word(key.address()),
                Words.of(nonce),
                Words.of(text.length),
                Arrays.copyOf(text, padded))) {
            System.arraycopy(word, 0, arguments, place, word.length);
            place += word.length;
        }
        return arguments;
    }

    /** The JSON of that scheme, in ASCII. */
    static String json(Params params) {
        TreeMap<String, String> sorted = new TreeMap<>();
        for (String name : params.names()) {
            if (!PROOF.contains(name)) {
                sorted.put(name, params.get(name).orElseThrow());
            }
        }
        StringBuilder json = new StringBuilder("{");
        sorted.forEach((name, value) -> {
            json.append(json.length() > 1 ? "," : "");
            quote(name, json);
            json.append(':');
            quote(value, json);
        });
        // The sample replaced these in the finished text, which keeps it no JSON if a value had a single quote.
        return json.append('}').toString().replace(" ", "").replace('\'', '"');
    }

    private static void quote(String text, StringBuilder into) {
        into.append('"');
        text.chars().forEach(letter -> {
            switch (letter) {
                case '"' -> into.append("\\\"");
                case '\\' -> into.append("\\\\");
                case '\b' -> into.append("\\b");
                case '\f' -> into.append("\\f");
                case '\n' -> into.append("\\n");
                case '\r' -> into.append("\\r");
                case '\t' -> into.append("\\t");
                default -> {
                    if (letter < ' ' || letter > 0x7F) {
                        into.append(String.format("\\u%04x", letter));
                    } else {
                        into.append((char) letter);
                    }
                }
            }
        });
        into.append('"');
    }
}
