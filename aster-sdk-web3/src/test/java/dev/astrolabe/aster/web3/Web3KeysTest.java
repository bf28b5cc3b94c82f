package dev.astrolabe.aster.web3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.astrolabe.exchange.error.NotSentException;
import java.lang.reflect.Field;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Where keys come from, and which are refused. */
class Web3KeysTest {

    private static final String DIGITS = Vectors.KEY.substring(2);
    private static final String ORDER = "0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141";

    @Test
    void a_key_gives_its_address_and_never_itself() {
        try (Web3Signer signer = Web3Keys.of(Vectors.KEY.toCharArray());
                Web3Signer upper = Web3Keys.of("0x" + DIGITS.toUpperCase(Locale.ROOT))) {
            assertThat(signer.address()).isEqualTo(upper.address()).isEqualTo(Vectors.SIGNER);
            assertThat(signer).hasToString("Web3Signer[" + Vectors.SIGNER + "]");
        }
    }

    static Stream<Arguments> wrongKeys() {
        return Stream.of(
                arguments("", "does not begin with 0x"),
                arguments(DIGITS, "does not begin with 0x"),
                arguments("0X" + DIGITS, "does not begin with 0x"),
                arguments("0x", "has 0 characters after 0x"),
                arguments(Vectors.KEY.substring(0, 65), "has 63 characters after 0x"),
                arguments(Vectors.KEY + "0", "has 65 characters after 0x"),
                arguments(Vectors.KEY.substring(0, 65) + "g", "no hex digit at place 66"),
                arguments("0x\uFF11" + DIGITS.substring(1), "no hex digit at place 3"),
                arguments("0x" + "0".repeat(64), "is zero"),
                arguments(ORDER, "is not below the order of secp256k1"),
                arguments("0x" + "f".repeat(64), "is not below the order of secp256k1"));
    }

    @ParameterizedTest
    @MethodSource("wrongKeys")
    void what_is_no_key_is_refused_without_a_digit_of_it(String text, String problem) {
        assertThatThrownBy(() -> Web3Keys.of(text))
                .isInstanceOf(NotSentException.class)
                .hasMessageStartingWith("privateKey ")
                .hasMessageContaining(problem)
                .hasMessageNotContainingAny(DIGITS.substring(0, 8), "ffffffff");
    }

    @Test
    void a_closed_signer_has_wiped_its_key_and_signs_no_more() throws ReflectiveOperationException {
        Web3Signer signer = Web3Keys.of(Vectors.KEY);
        Field field = PrivateKey.class.getDeclaredField("bytes");
        field.setAccessible(true);
        byte[] kept = (byte[]) field.get(signer);
        assertThat(kept).asHexString().isEqualToIgnoringCase(DIGITS);

        signer.close();
        signer.close();

        assertThat(kept).containsOnly(0);
        assertThat(signer.address()).isEqualTo(Vectors.SIGNER);
        assertThatThrownBy(() -> signer.sign(new byte[32]))
                .isInstanceOfSatisfying(
                        NotSentException.class,
                        refusal -> assertThat(refusal.why()).isEqualTo(NotSentException.Cause.CLOSED))
                .hasMessageContaining(Vectors.SIGNER);
    }

    @Test
    void a_digest_has_32_bytes() {
        assertThatThrownBy(() -> Web3Keys.of(Vectors.KEY).sign(new byte[31]))
                .isInstanceOf(NotSentException.class)
                .hasMessageContaining("31 bytes");
    }

    @Test
    void a_variable_holds_a_key() {
        Map<String, String> environment = Map.of("DESK_KEY", Vectors.KEY, "EMPTY", "", "WRONG", DIGITS);

        assertThat(Web3Keys.fromEnvironment(environment, "DESK_KEY").address()).isEqualTo(Vectors.SIGNER);
        assertThatThrownBy(() -> Web3Keys.fromEnvironment(environment, "EMPTY"))
                .isInstanceOf(NotSentException.class)
                .hasMessageContaining("EMPTY is not set");
        assertThatThrownBy(() -> Web3Keys.fromEnvironment(environment, "OTHER"))
                .isInstanceOf(NotSentException.class)
                .hasMessageContaining("OTHER is not set");
        assertThatThrownBy(() -> Web3Keys.fromEnvironment(environment, "WRONG"))
                .isInstanceOf(NotSentException.class)
                .hasMessageContaining("environment variable WRONG does not begin with 0x")
                .hasMessageNotContaining(DIGITS);
    }

    @ParameterizedTest
    @CsvSource({
        "trend, AGENT_TREND_PRIVATE_KEY",
        "Trend-1, AGENT_TREND_1_PRIVATE_KEY",
        "mean reversion.v2, AGENT_MEAN_REVERSION_V2_PRIVATE_KEY",
        "größe, AGENT_GR_SSE_PRIVATE_KEY"
    })
    void an_agent_has_a_variable_of_its_own(String agent, String variable) {
        Map<String, String> environment = Map.of(variable, Vectors.OWNER_KEY, "ASTER_PRIVATE_KEY", Vectors.KEY);

        assertThat(Web3Keys.ofAgent(environment, agent).address()).isEqualTo(Vectors.OWNER);
    }

    @Test
    void agents_without_a_variable_share_one() {
        assertThat(Web3Keys.ofAgent(Map.of("ASTER_PRIVATE_KEY", Vectors.KEY, "AGENT_TREND_PRIVATE_KEY", ""), "trend")
                        .address())
                .isEqualTo(Vectors.SIGNER);
        assertThatThrownBy(() -> Web3Keys.ofAgent(Map.of(), "trend"))
                .isInstanceOf(NotSentException.class)
                .hasMessageContaining("agent 'trend'")
                .hasMessageContaining("AGENT_TREND_PRIVATE_KEY")
                .hasMessageContaining("ASTER_PRIVATE_KEY");
    }

    @Test
    void a_broken_key_of_its_own_is_not_replaced_by_the_shared_one() {
        assertThatThrownBy(() -> Web3Keys.ofAgent(
                        Map.of("ASTER_PRIVATE_KEY", Vectors.KEY, "AGENT_TREND_PRIVATE_KEY", DIGITS), "trend"))
                .isInstanceOf(NotSentException.class)
                .hasMessageContaining("AGENT_TREND_PRIVATE_KEY");
    }

    @Test
    void a_signer_is_the_declared_one() {
        Web3Signer signer = Web3Keys.of(Vectors.KEY);

        assertThat(Web3Keys.requireAddress(signer, Vectors.SIGNER.toLowerCase(Locale.ROOT)))
                .isSameAs(signer);
        assertThatThrownBy(() -> Web3Keys.requireAddress(signer, Vectors.OWNER))
                .isInstanceOf(NotSentException.class)
                .hasMessageContaining(Vectors.SIGNER)
                .hasMessageContaining(Vectors.OWNER);
    }

    static Stream<Arguments> wrongAddresses() {
        String digits = Vectors.SIGNER.substring(2);
        return Stream.of(
                arguments(digits, "does not begin with 0x"),
                arguments(Vectors.SIGNER + "0", "has 41 hex digits"),
                arguments(Vectors.SIGNER.substring(0, 41), "has 39 hex digits"),
                arguments(Vectors.SIGNER.substring(0, 41) + "x", "no hex digit"),
                arguments(Vectors.SIGNER.replace("cF8", "Cf8"), "wrong checksum (EIP-55)"),
                arguments(Vectors.KEY, "of 66 characters has 64 hex digits"),
                arguments(DIGITS, "of 64 characters does not begin with 0x"));
    }

    @ParameterizedTest
    @MethodSource("wrongAddresses")
    void what_is_no_address_is_refused_and_a_key_in_its_place_is_not_shown(String address, String problem) {
        assertThatThrownBy(() -> Web3Keys.requireAddress(Web3Keys.of(Vectors.KEY), address))
                .isInstanceOf(NotSentException.class)
                .hasMessageContaining(problem)
                .hasMessageNotContaining(DIGITS.substring(0, 12));
    }

    /** The examples of EIP-55. */
    @ParameterizedTest
    @CsvSource({
        "0x52908400098527886E0F7030069857D2E4169EE7",
        "0xde709f2102306220921060314715629080e2fb77",
        "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
        "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359",
        "0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB",
        "0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb"
    })
    void addresses_are_written_with_their_checksum(String address) {
        assertThat(Addresses.checked("address", address.toLowerCase(Locale.ROOT)))
                .isEqualTo(address);
        assertThat(Addresses.checked("address", "0x" + address.substring(2).toUpperCase(Locale.ROOT)))
                .isEqualTo(address);
        assertThat(Addresses.checked("address", address)).isEqualTo(address);
    }

    @ParameterizedTest
    @CsvSource({
        "11111111111111111111111111111111, true",
        "1111111111111111111111111111111, false",
        "111111111111111111111111111111111, false",
        "7xKXtg2CW87d97TXJSDpbD5jBkheTqA83TZRuJosgAsU, true",
        "7xKXtg2CW87d97TXJSDpbD5jBkheTqA83TZRuJosgAs0, false",
        "7xKXtg2CW87d97TXJSDpbD5jBkheTqA83TZRuJosgAsUU, false",
        "JEKNVnkbo3jma5nREBBJCDoXFVeKkD56V3xKrvRmWxFH, false",
        "'', false"
    })
    void an_address_of_solana_is_32_bytes_in_base58(String address, boolean valid) {
        assertThat(Addresses.isSolana(address)).isEqualTo(valid);
    }
}
