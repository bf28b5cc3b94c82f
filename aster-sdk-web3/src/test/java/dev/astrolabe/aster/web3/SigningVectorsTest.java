package dev.astrolabe.aster.web3;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.astrolabe.exchange.transport.Params;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures computed by others: a few that are always here, and all of them where the folder is given. */
class SigningVectorsTest {

    private static final Instant NOW = Instant.ofEpochMilli(1749545309665L);

    @ParameterizedTest
    @CsvSource({
        "1666, a95d0a7a6f3f17fcebb0c2336645385ce79cde7523f71ab147fdb7f15e9f37f9",
        "714, fad01b07bed5729a04dbb977fd86da612eba71d668660bf12cf10b3d65b74d94",
        "56, 0b1c7560da00539a1ba5774edb75f7735da844730b7bfa41fa66bf107b4456ff",
        "101, 77ae2a4706b921c6573ecd3c1eea7eee43f9214e7994b49628ee850bdd80f870"
    })
    void each_chain_has_its_domain(long chainId, String separator) {
        assertThat(Eip712Domain.aster(chainId).separator()).asHexString().isEqualToIgnoringCase(separator);
    }

    @ParameterizedTest
    @CsvSource({
        "1666, '', d82a6784f5eff00b95ecb88145cf7a5fa6803ea6f67e0217262073da628750a7"
                + "42bb3ba555af418320e55029afe358957808d4f810d73ea663d9c91852cd6d941c",
        "714, '', 798abbc1eb6244bdf530e3890383494679aecf574a0d65cd79ed48b151df2e18"
                + "2cafc9a2b055701c9c0dbc091898f6c3eae29307ca554f3ab97c8b860de35bef1c",
        "1666, 0x63DD5aCC6b1aa0f563956C0e534DD30B6dcF7C4e,"
                + " 0a56c5923ebf3524475c5f631940ec4c0e41dbd300ad28198d1915d8f3ca49ce"
                + "26fd1aeb8b0c3079133595da0de38322ae7e860e0c76d032c4a491d27c1430b01c"
    })
    void the_order_of_the_documentation_is_signed_as_others_sign_it(long chainId, String user, String signature) {
        RequestScheme scheme =
                new Eip712Scheme(Web3Keys.of(Vectors.KEY), user, Eip712Domain.aster(chainId), MessageEncoding.ENCODED);

        assertThat(scheme.signed(Vectors.order(), Vectors.NONCE, NOW))
                .isEqualTo("symbol=ASTERUSDT&type=LIMIT&side=BUY&timeInForce=GTC&quantity=20&price=0.5&nonce="
                        + Vectors.NONCE + (user.isEmpty() ? "" : "&user=" + user) + "&signer=" + Vectors.SIGNER
                        + "&signature=0x" + signature);
    }

    @Test
    void a_call_without_parameters_is_signed_by_its_proof_alone() {
        RequestScheme scheme =
                new Eip712Scheme(Web3Keys.of(Vectors.KEY), "", Eip712Domain.aster(1666), MessageEncoding.ENCODED);

        assertThat(scheme.signed(Params.create(), Vectors.NONCE, NOW))
                .isEqualTo("nonce=" + Vectors.NONCE + "&signer=" + Vectors.SIGNER
                        + "&signature=0xcd0ea4d53d67b3aa39bb62a85fbd4b819f83f745a6eb30c6dfd31991b7b9f00a"
                        + "359d9be3656c8c0860e71e2416f0c06b89d7f64e291f0d7ebe71f7fb76a144c11b");
    }

    @Test
    void a_nonce_that_is_there_stays_where_it_is() {
        RequestScheme scheme = new Eip712Scheme(
                Web3Keys.of(Vectors.KEY), Vectors.USER, Eip712Domain.aster(1666), MessageEncoding.ENCODED);

        assertThat(scheme.signed(Params.create().add("nonce", 1773321233000000L), 1773321233000000L, NOW))
                .isEqualTo("nonce=1773321233000000&user=" + Vectors.USER + "&signer=" + Vectors.SIGNER
                        + "&signature=0x5a672f59813ded388a22b8875b28294f52e42e6d7faf349b85ba3485ef6fc2ba"
                        + "5be8783f4955148db6bfb00d99d37f559847e67280ac35bbf4241cc42905a89d1b");
    }

    @Test
    void raw_signs_the_text_before_it_is_encoded_and_sends_the_encoded_one() {
        String list =
                "[{'symbol':'ASTERUSDT','type':'LIMIT','side':'BUY','timeInForce':'GTC','quantity':'20','price':'0.5'},"
                        + "{'symbol':'ASTERUSDT','type':'LIMIT','side':'BUY','timeInForce':'GTC','quantity':'20','price':'0.5'}]";
        RequestScheme scheme =
                new Eip712Scheme(Web3Keys.of(Vectors.KEY), Vectors.USER, Eip712Domain.aster(1666), MessageEncoding.RAW);

        assertThat(scheme.signed(Params.create().add("batchOrders", list), Vectors.NONCE, NOW))
                .isEqualTo("batchOrders=" + Params.encode(list) + "&nonce=" + Vectors.NONCE + "&user=" + Vectors.USER
                        + "&signer=" + Vectors.SIGNER
                        + "&signature=0x4348d183c536f182251e728f134ae85fadc276a1adc3785e7b796bac8eeab8c5"
                        + "396c978fa095d4c551b42d5de0f2cb62b202ee3cee11b3230294680128d8a4441b");
    }

    @Test
    void the_scheme_of_2025_signs_the_documents_order() {
        RequestScheme scheme = new Abi2025Scheme(Web3Keys.of(Vectors.KEY), Vectors.USER);
        Params order = Params.create()
                .add("symbol", "SANDUSDT")
                .add("positionSide", "BOTH")
                .add("type", "LIMIT")
                .add("side", "BUY")
                .add("timeInForce", "GTC")
                .add("quantity", "190")
                .add("price", "0.28694");

        assertThat(scheme.signed(order, 1748310859508867L, NOW))
                .isEqualTo(
                        "symbol=SANDUSDT&positionSide=BOTH&type=LIMIT&side=BUY&timeInForce=GTC&quantity=190&price=0.28694"
                                + "&recvWindow=50000&timestamp=1749545309665&nonce=1748310859508867&user="
                                + Vectors.USER
                                + "&signer=" + Vectors.SIGNER
                                + "&signature=0x0337dd720a21543b80ff861cd3c26646b75b3a6a4b5d45805d4c1d6ad6fc33e6"
                                + "5f0722778dd97525466560c69fbddbe6874eb4ed6f5fa7e576e486d9b5da67f31b");
    }

    @Test
    void every_message_agrees_in_hash_and_signature() {
        List<JsonNode> vectors = Vectors.of("eip712");

        assertThat(vectors).hasSize(22).allSatisfy(vector -> {
            byte[] digest = Eip712Domain.aster(vector.get("chainId").asLong()).message(Vectors.text(vector, "msg"));
            try (Web3Signer key = Web3Keys.of(Vectors.text(vector, "privateKey"))) {
                Web3Signature signature = key.sign(digest);

                assertThat(key.address()).isEqualTo(Vectors.text(vector, "signer"));
                assertThat("0x" + HexFormat.of().formatHex(digest)).isEqualTo(Vectors.text(vector, "digest"));
                assertThat(signature.hex()).isEqualTo(Vectors.text(vector, "signature"));
                assertThat(signature.v()).isEqualTo(vector.get("v").asInt());
                assertThat(signature.isBy(Vectors.text(vector, "recovered"), digest))
                        .isTrue();
            }
        });
    }

    @Test
    void every_request_of_2025_agrees_in_json_encoding_and_signature() {
        assertThat(Vectors.of("v3Legacy")).hasSize(4).allSatisfy(vector -> {
            Params params = Params.create();
            for (var field : fields(vector.get("businessParams"))) {
                params = params.add(
                        field, vector.get("businessParams").get(field).asText());
            }
            Web3Signer key = Web3Keys.of(Vectors.text(vector, "privateKey"));
            Abi2025Scheme scheme = new Abi2025Scheme(key, Vectors.text(vector, "user"));
            String json = Abi2025Scheme.json(params);
            byte[] arguments = scheme.arguments(json, vector.get("nonce").asLong());

            assertThat(json).isEqualTo(Vectors.text(vector, "jsonString"));
            assertThat(HexFormat.of().formatHex(arguments)).isEqualTo(Vectors.text(vector, "abiEncoded"));
            assertThat(key.sign(PersonalMessage.digest(Keccak.hash(arguments))).hex())
                    .isEqualTo(Vectors.text(vector, "signature"));
        });
    }

    private static List<String> fields(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void a_personal_message_agrees() {
        assertThat(Vectors.of("personalSign")).hasSize(1).allSatisfy(vector -> {
            byte[] message = Vectors.text(vector, "message").getBytes(StandardCharsets.UTF_8);

            assertThat(Web3Keys.of(Vectors.OWNER_KEY)
                            .sign(PersonalMessage.digest(message))
                            .hex())
                    .isEqualTo(Vectors.text(vector, "computedWithDevKey"));
        });
    }

    @Test
    void the_type_of_the_message_is_the_documented_one() {
        assertThat(new BigInteger(1, Keccak.hash("Message(string msg)")).toString(16))
                .isEqualTo("c4cfb57eea370ef2a92403a7e865b2de262d7ca272333665b54ad7e6a602ef68");
    }
}
