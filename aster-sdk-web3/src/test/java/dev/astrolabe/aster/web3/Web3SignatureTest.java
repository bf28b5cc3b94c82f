package dev.astrolabe.aster.web3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.astrolabe.exchange.error.NotSentException;
import java.math.BigInteger;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Web3SignatureTest {

    private static final BigInteger ORDER = Secp256k1.ORDER;
    private static final byte[] DIGEST = Keccak.hash("a text");

    private final Web3Signature whole = Web3Keys.of(Vectors.KEY).sign(DIGEST);

    @Test
    void a_store_that_gives_only_r_and_s_gets_v_from_the_address() {
        for (int i = 0; i < 20; i++) {
            byte[] digest = Keccak.hash("text " + i);
            Web3Signature signature = Web3Keys.of(Vectors.KEY).sign(digest);

            assertThat(Web3Signature.of(digest, signature.r(), signature.s(), Vectors.SIGNER))
                    .isEqualTo(signature);
            assertThat(Web3Signature.of(digest, signature.r(), ORDER.subtract(signature.s()), Vectors.SIGNER))
                    .as("with the higher s")
                    .isEqualTo(signature);
        }
    }

    @Test
    void a_signature_of_another_key_is_refused() {
        assertThatThrownBy(() -> Web3Signature.of(DIGEST, whole.r(), whole.s(), Vectors.OWNER))
                .isInstanceOf(NotSentException.class)
                .hasMessageContaining(Vectors.OWNER);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 26, 31})
    void v_is_27_or_28_and_at_most_30(int v) {
        assertThatThrownBy(() -> new Web3Signature(whole.r(), whole.s(), v))
                .isInstanceOf(NotSentException.class)
                .hasMessageContaining("v " + v);
    }

    @Test
    void r_and_s_are_in_their_ranges() {
        for (BigInteger wrong : new BigInteger[] {BigInteger.ZERO, BigInteger.ONE.negate(), ORDER}) {
            assertThatThrownBy(() -> new Web3Signature(wrong, whole.s(), 27))
                    .isInstanceOf(NotSentException.class)
                    .hasMessageStartingWith("r ");
            assertThatThrownBy(() -> new Web3Signature(whole.r(), wrong, 27))
                    .isInstanceOf(NotSentException.class)
                    .hasMessageStartingWith("s ");
        }
        assertThatThrownBy(() -> new Web3Signature(whole.r(), ORDER.subtract(whole.s()), 27))
                .isInstanceOf(NotSentException.class)
                .hasMessageContaining("above half");
    }

    @ParameterizedTest
    @CsvSource({"0, false, 0", "0, true, 1", "1, false, 2", "1, true, 3"})
    void the_recovery_id_tells_parity_and_overflow(int overflow, boolean odd, int recoveryId) {
        BigInteger x = BigInteger.TEN.add(ORDER.multiply(BigInteger.valueOf(overflow)));

        assertThat(Secp256k1.recoveryId(x, odd)).isEqualTo(recoveryId);
    }

    @Test
    void a_lower_s_turns_the_parity_and_keeps_the_overflow() {
        for (int recoveryId = 0; recoveryId < 4; recoveryId++) {
            BigInteger low = BigInteger.TWO;

            assertThat(Secp256k1.lowS(BigInteger.ONE, low, recoveryId).v()).isEqualTo(27 + recoveryId);
            assertThat(Secp256k1.lowS(BigInteger.ONE, ORDER.subtract(low), recoveryId))
                    .isEqualTo(new Web3Signature(BigInteger.ONE, low, 27 + (recoveryId ^ 1)));
        }
    }

    /** No nonce that leads there is known, but any r and s are a signature of some key. */
    @Test
    void a_key_is_recovered_where_x_was_not_below_the_order() {
        BigInteger r = firstRWithOverflow();

        Optional<byte[]> even = Secp256k1.recover(DIGEST, new Web3Signature(r, BigInteger.TWO, 29));
        Optional<byte[]> odd = Secp256k1.recover(DIGEST, new Web3Signature(r, BigInteger.TWO, 30));

        assertThat(even).isPresent();
        assertThat(odd).isPresent();
        assertThat(even.orElseThrow()).isNotEqualTo(odd.orElseThrow());
        assertThat(Web3Signature.of(DIGEST, r, BigInteger.TWO, Addresses.of(odd.orElseThrow()))
                        .v())
                .isEqualTo(30);
    }

    private static BigInteger firstRWithOverflow() {
        BigInteger r = BigInteger.ONE;
        while (Secp256k1.recover(DIGEST, new Web3Signature(r, BigInteger.TWO, 29))
                .isEmpty()) {
            r = r.add(BigInteger.ONE);
        }
        return r;
    }

    @Test
    void an_x_beyond_the_field_recovers_nothing() {
        assertThat(Secp256k1.recover(DIGEST, new Web3Signature(ORDER.subtract(BigInteger.ONE), BigInteger.TWO, 29)))
                .isEmpty();
    }

    @Test
    void does_not_show_itself() {
        assertThat(whole).hasToString("Web3Signature[***]");
        assertThat(whole.hex())
                .hasSize(2 + 130)
                .startsWith("0x")
                .matches(text -> text.endsWith("1b") || text.endsWith("1c"));
    }
}
