package dev.astrolabe.aster.web3;

import com.fasterxml.jackson.databind.JsonNode;
import dev.astrolabe.exchange.testkit.Fixtures;
import dev.astrolabe.exchange.transport.Json;
import dev.astrolabe.exchange.transport.Params;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.StreamSupport;

/** The demo keys, and the signing vectors that are read in place. */
final class Vectors {

    /** Public demo keys, printed in the venue's documentation and in that of development chains. */
    static final String KEY = "0x4fd0a42218f3eae43a6ce26d22544e986139a01e5b34a62db53757ffca81bae1";

    static final String SIGNER = "0x21cF8Ae13Bb72632562c6Fff438652Ba1a151bb0";
    static final String USER = "0x63DD5aCC6b1aa0f563956C0e534DD30B6dcF7C4e";
    static final String OWNER_KEY = "0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80";
    static final String OWNER = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266";
    static final long NONCE = 1748310859508867L;

    private Vectors() {}

    /** The vectors of a kind; skips the calling test where the folder is not given. */
    static List<JsonNode> of(String kind) {
        try {
            JsonNode vectors = new Json()
                    .tree(Fixtures.payloads().text("aster/signing-vectors.json"))
                    .get(kind)
                    .get("vectors");
            return StreamSupport.stream(vectors.spliterator(), false).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(JsonNode vector, String name) {
        return vector.get(name).asText();
    }

    /** An order as the documentation's sample places it. */
    static Params order() {
        return Params.create()
                .add("symbol", "ASTERUSDT")
                .add("type", "LIMIT")
                .add("side", "BUY")
                .add("timeInForce", "GTC")
                .add("quantity", "20")
                .add("price", "0.5");
    }
}
