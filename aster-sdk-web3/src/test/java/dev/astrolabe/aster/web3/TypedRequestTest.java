package dev.astrolabe.aster.web3;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The structs that the main wallet signs. */
class TypedRequestTest {

    private static String signature(TypedRequest request) {
        return Web3Keys.of(Vectors.OWNER_KEY)
                .sign(Eip712Domain.aster(56).digest(request.hash()))
                .hex();
    }

    @Test
    void an_agents_approval_is_signed_as_others_sign_it() {
        TypedRequest request = new TypedRequest("ApproveAgent")
                .add("agentName", "ivanbuilder")
                .add("agentAddress", Vectors.SIGNER)
                .add("ipWhitelist", "")
                .add("expired", 1967945395040L)
                .add("canSpotTrade", true)
                .add("canPerpTrade", false)
                .add("canWithdraw", false)
                .add("asterChain", "Mainnet")
                .add("user", Vectors.OWNER)
                .add("nonce", Vectors.NONCE);

        assertThat(request.type())
                .isEqualTo(
                        "ApproveAgent(string AgentName,string AgentAddress,string IpWhitelist,uint256 Expired,"
                                + "bool CanSpotTrade,bool CanPerpTrade,bool CanWithdraw,string AsterChain,string User,uint256 Nonce)");
        assertThat(request.params().encoded())
                .isEqualTo(
                        "agentName=ivanbuilder&agentAddress=" + Vectors.SIGNER + "&ipWhitelist=&expired=1967945395040"
                                + "&canSpotTrade=true&canPerpTrade=false&canWithdraw=false&asterChain=Mainnet&user="
                                + Vectors.OWNER
                                + "&nonce=" + Vectors.NONCE);
        assertThat(signature(request))
                .isEqualTo("0xbeba8f97b8880b14d0f54e26d1a5f97131ccbb5365a2ec052e6340807e46095d"
                        + "208d4b6d891fd037f6cf7135086c2853c3929a5ae67403db3bc85256792856691b");
    }

    @Test
    void a_struct_without_fields_of_its_own_is_signed_as_others_sign_it() {
        TypedRequest request = new TypedRequest("UserAssetMigrate")
                .add("asterChain", "Mainnet")
                .add("user", Vectors.OWNER)
                .add("nonce", Vectors.NONCE);

        assertThat(signature(request))
                .isEqualTo("0x565405ef18635c0f1ef77ab3dd54934dc7c1b11540385f293543dc33bc845c7e"
                        + "19d7fda9087eed5dcc1d3fe31bf704be70d32cc4d1354fe380871f41ba3d4caf1b");
    }

    @Test
    void every_management_call_agrees_in_type_hash_and_signature() {
        assertThat(Vectors.of("management")).hasSize(9).allSatisfy(vector -> {
            byte[] digest = vector.has("msg") ? messageDigest(vector) : structDigest(vector);

            assertThat("0x" + HexFormat.of().formatHex(digest)).isEqualTo(Vectors.text(vector, "digest"));
            assertThat(Web3Keys.of(Vectors.text(vector, "privateKey"))
                            .sign(digest)
                            .hex())
                    .isEqualTo(Vectors.text(vector, "signature"));
        });
    }

    private static byte[] messageDigest(JsonNode vector) {
        return Eip712Domain.aster(vector.get("chainId").asLong()).message(Vectors.text(vector, "msg"));
    }

    private static byte[] structDigest(JsonNode vector) {
        TypedRequest request = new TypedRequest(Vectors.text(vector, "primaryType"));
        for (JsonNode field : vector.get("fields")) {
            String type = field.get("type").asText();
            String name = field.get("name").asText();
            JsonNode value = vector.get("message").get(name);
            request.field(
                    type,
                    name,
                    switch (type) {
                        case "string" -> Keccak.hash(value.asText());
                        case "uint256" -> Words.of(value.asLong());
                        case "bool" -> Words.of(value.asBoolean());
                        case "address" -> Addresses.word(value.asText());
                        default -> throw new IllegalArgumentException(type);
                    });
        }
        JsonNode domain = vector.get("domain");
        byte[] hash = request.hash();

        assertThat(request.type()).isEqualTo(Vectors.text(vector, "encodeType"));
        assertThat("0x" + HexFormat.of().formatHex(hash)).isEqualTo(Vectors.text(vector, "structHash"));
        return new Eip712Domain(
                        domain.get("name").asText(), domain.get("chainId").asLong())
                .digest(hash);
    }
}
