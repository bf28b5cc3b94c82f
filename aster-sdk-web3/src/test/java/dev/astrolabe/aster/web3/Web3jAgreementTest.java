package dev.astrolabe.aster.web3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrolabe.exchange.transport.Json;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.web3j.crypto.ECKeyPair;
import org.web3j.crypto.Keys;
import org.web3j.crypto.Sign;
import org.web3j.crypto.StructuredDataEncoder;

/** Hash, signature and address are what another implementation makes of the same. */
class Web3jAgreementTest {

    private static final BigInteger ORDER =
            new BigInteger("fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141", 16);

    private static void assertAgreement(String message, long chainId, BigInteger number) throws IOException {
        ECKeyPair pair = ECKeyPair.create(number);
        byte[] expectedDigest = new StructuredDataEncoder(typedData(message, chainId)).hashStructuredData();
        Sign.SignatureData expected = Sign.signMessage(expectedDigest, pair, false);
        try (Web3Signer key = Web3Keys.of(hex(number))) {

            byte[] digest = Eip712Domain.aster(chainId).message(message);
            Web3Signature signature = key.sign(digest);

            assertThat(digest).isEqualTo(expectedDigest);
            assertThat(signature.hex())
                    .isEqualTo("0x" + HexFormat.of().formatHex(expected.getR())
                            + HexFormat.of().formatHex(expected.getS())
                            + HexFormat.of().formatHex(expected.getV()));
            assertThat(key.address()).isEqualTo(Keys.toChecksumAddress(Keys.getAddress(pair)));
        }
    }

    private static String typedData(String message, long chainId) {
        return new Json()
                .writeText(Map.of(
                        "types",
                        Map.of(
                                "EIP712Domain",
                                new Object[] {
                                    field("name", "string"),
                                    field("version", "string"),
                                    field("chainId", "uint256"),
                                    field("verifyingContract", "address")
                                },
                                "Message",
                                new Object[] {field("msg", "string")}),
                        "primaryType",
                        "Message",
                        "domain",
                        Map.of(
                                "name",
                                "AsterSignTransaction",
                                "version",
                                "1",
                                "chainId",
                                chainId,
                                "verifyingContract",
                                "0x0000000000000000000000000000000000000000"),
                        "message",
                        Map.of("msg", message)));
    }

    private static Map<String, String> field(String name, String type) {
        return Map.of("name", name, "type", type);
    }

    private static String hex(BigInteger number) {
        return "0x" + "0".repeat(64 - number.toString(16).length()) + number.toString(16);
    }

    @Test
    void a_thousand_random_messages_agree() throws IOException {
        Random random = new Random(20260702);
        for (int i = 0; i < 1_000; i++) {
            byte[] text = new byte[random.nextInt(600)];
            random.nextBytes(text);
            String message =
                    new String(text, random.nextBoolean() ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
            BigInteger key = new BigInteger(256, random)
                    .mod(ORDER.subtract(BigInteger.ONE))
                    .add(BigInteger.ONE);

            assertAgreement(message, random.nextBoolean() ? 1666 : 714, key);
        }
    }

    static Stream<BigInteger> edges() {
        BigInteger half = ORDER.shiftRight(1);
        return Stream.of(
                BigInteger.ONE,
                BigInteger.TWO,
                BigInteger.ONE.shiftLeft(128),
                BigInteger.ONE.shiftLeft(255),
                half.subtract(BigInteger.ONE),
                half,
                half.add(BigInteger.ONE),
                ORDER.subtract(BigInteger.TWO),
                ORDER.subtract(BigInteger.ONE));
    }

    @ParameterizedTest
    @MethodSource("edges")
    void keys_at_the_edges_of_the_order_agree(BigInteger key) throws IOException {
        for (int i = 0; i < 20; i++) {
            assertAgreement("nonce=" + i, 1666, key);
        }
    }
}
