package dev.astrolabe.aster.web3;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.junit.jupiter.api.Test;

/** What is fast is the same as what is plain, always. */
class FastSecp256k1Test {

    private static final BigInteger ORDER = Secp256k1.ORDER;
    private static final BigInteger ALL_ONES = BigInteger.ONE.shiftLeft(256).subtract(BigInteger.ONE);
    private static final ECPoint G = CustomNamedCurves.getByName("secp256k1").getG();
    /** The last addition would be of two equal points, 14 * 2^252. */
    private static final BigInteger WITHOUT_RULE = BigInteger.valueOf(14)
            .shiftLeft(252)
            .add(BigInteger.ONE.shiftLeft(256).subtract(ORDER));

    private final Random random = new Random(20260813);

    private BigInteger scalar() {
        return new BigInteger(256, random).mod(ORDER.subtract(BigInteger.ONE)).add(BigInteger.ONE);
    }

    /** From 1 to below the order: at both ends, and around each power of two. */
    private static List<BigInteger> edges() {
        Stream<BigInteger> ends = IntStream.rangeClosed(1, 70)
                .mapToObj(BigInteger::valueOf)
                .flatMap(number -> Stream.of(number, ORDER.subtract(number)));
        Stream<BigInteger> powers = IntStream.range(0, 256)
                .mapToObj(BigInteger.ONE::shiftLeft)
                .flatMap(power -> Stream.of(power.subtract(BigInteger.ONE), power, power.add(BigInteger.ONE)))
                .filter(number -> number.signum() > 0);
        return Stream.concat(ends, powers).toList();
    }

    @Test
    void ten_thousand_signatures_are_those_of_the_plain_way() {
        for (int i = 0; i < 10_000; i++) {
            byte[] digest = Words.of(new BigInteger(256, random));
            BigInteger key = scalar();

            assertThat(FastSecp256k1.sign(digest, key)).isEqualTo(Secp256k1.sign(digest, key));
        }
    }

    @Test
    void keys_and_digests_at_the_edges_are_signed_as_the_plain_way_does() {
        List<byte[]> digests = Stream.of(
                        BigInteger.ZERO,
                        BigInteger.ONE,
                        ORDER.subtract(BigInteger.ONE),
                        ORDER,
                        ORDER.add(BigInteger.ONE),
                        ALL_ONES)
                .map(Words::of)
                .toList();

        for (BigInteger key : edges()) {
            for (byte[] digest : digests) {
                assertThat(FastSecp256k1.sign(digest, key)).isEqualTo(Secp256k1.sign(digest, key));
            }
        }
    }

    @Test
    void nonces_are_those_of_rfc_6979() {
        for (int i = 0; i < 10_000; i++) {
            BigInteger key = scalar();
            byte[] hash = Words.of(scalar());
            HMacDSAKCalculator plain = new HMacDSAKCalculator(new SHA256Digest());
            plain.init(ORDER, key, hash);

            assertThat(new BigInteger(1, FirstNonce.of(Words.of(key), hash))).isEqualTo(plain.nextK());
        }
    }

    @Test
    void multiples_of_the_generator_are_those_of_the_plain_way() {
        FixedBase base = new FixedBase(G);
        FixedPointCombMultiplier plain = new FixedPointCombMultiplier();

        Stream.concat(edges().stream(), Stream.generate(this::scalar).limit(10_000))
                .forEach(factor -> {
                    long[][] point = base.multiply(Limbs.of(factor));

                    ECPoint expected = plain.multiply(G, factor).normalize();
                    assertThat(Limbs.number(point[0]))
                            .isEqualTo(expected.getAffineXCoord().toBigInteger());
                    assertThat(Limbs.number(point[1]))
                            .isEqualTo(expected.getAffineYCoord().toBigInteger());
                });
    }

    @Test
    void the_factors_without_a_rule_give_no_point_and_all_around_them_do() {
        FixedBase base = new FixedBase(G);

        for (BigInteger factor : List.of(WITHOUT_RULE, ORDER.subtract(WITHOUT_RULE), BigInteger.ZERO, ORDER)) {
            assertThat(Arrays.stream(base.multiply(Limbs.of(factor))).flatMapToLong(Arrays::stream))
                    .containsOnly(0L);
        }
        for (int distance = 1; distance < 200; distance++) {
            BigInteger near = WITHOUT_RULE.add(BigInteger.valueOf(distance - 100L));
            if (distance != 100) {
                assertThat(Limbs.number(base.multiply(Limbs.of(near))[0]))
                        .isEqualTo(
                                G.multiply(near).normalize().getAffineXCoord().toBigInteger());
            }
        }
    }

    @Test
    void public_keys_are_those_of_the_plain_way() {
        Stream.of(edges().stream(), Stream.generate(this::scalar).limit(1_000), Stream.of(WITHOUT_RULE))
                .flatMap(keys -> keys)
                .forEach(key -> assertThat(FastSecp256k1.publicKey(key)).isEqualTo(Secp256k1.publicKey(key)));
    }

    private static Optional<Web3Signature> sign(BigInteger hash, BigInteger key, BigInteger nonce) {
        return FastSecp256k1.sign(Limbs.of(hash), Limbs.of(key), Limbs.of(nonce));
    }

    @Test
    void a_nonce_that_gives_no_signature_here_is_left_to_the_plain_way() {
        BigInteger key = scalar();
        BigInteger hash = scalar();

        assertThat(Stream.of(BigInteger.ZERO, ORDER, ORDER.add(BigInteger.ONE), ALL_ONES, WITHOUT_RULE))
                .allSatisfy(nonce -> assertThat(sign(hash, key, nonce)).isEmpty());
        BigInteger nonce = scalar();
        BigInteger r = sign(hash, key, nonce).orElseThrow().r();
        BigInteger hashOfZero = key.multiply(r).negate().mod(ORDER);
        assertThat(sign(hashOfZero, key, nonce)).isEmpty();
    }
}
