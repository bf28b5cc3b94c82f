package dev.astrolabe.aster.web3;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OddModulusTest {

    static Stream<BigInteger> moduli() {
        return Stream.of(
                Secp256k1.ORDER,
                new BigInteger("fffffffffffffffffffffffffffffffffffffffffffffffffffffffefffffc2f", 16),
                BigInteger.ONE
                        .shiftLeft(256)
                        .subtract(BigInteger.ONE.shiftLeft(224))
                        .add(BigInteger.ONE));
    }

    /** Random ones, and those near the ends and near powers of two. */
    private static Stream<BigInteger> below(BigInteger modulus, int count) {
        Random random = new Random(20260812);
        Stream<BigInteger> some =
                Stream.generate(() -> new BigInteger(256, random)).limit(count);
        Stream<BigInteger> powers = IntStream.range(0, 257)
                .mapToObj(BigInteger.ONE::shiftLeft)
                .flatMap(power -> Stream.of(power.subtract(BigInteger.ONE), power, power.add(BigInteger.ONE)));
        Stream<BigInteger> ends = IntStream.rangeClosed(1, 100).mapToObj(i -> modulus.subtract(BigInteger.valueOf(i)));
        return Stream.of(some, powers, ends).flatMap(each -> each).map(number -> number.mod(modulus));
    }

    @ParameterizedTest
    @MethodSource("moduli")
    void an_inverse_is_that_of_whole_numbers(BigInteger modulus) {
        OddModulus inverses = new OddModulus(modulus);

        below(modulus, 10_000)
                .filter(number -> number.gcd(modulus).equals(BigInteger.ONE))
                .forEach(number -> assertThat(Limbs.number(inverses.inverse(Limbs.of(number))))
                        .isEqualTo(number.modInverse(modulus)));
    }

    @ParameterizedTest
    @MethodSource("moduli")
    void sums_and_products_are_those_of_whole_numbers(BigInteger modulus) {
        OddModulus odd = new OddModulus(modulus);
        List<BigInteger> numbers = new ArrayList<>(below(modulus, 10_000).toList());
        List<BigInteger> others = new ArrayList<>(numbers);
        Collections.shuffle(others, new Random(20260816));

        for (int i = 0; i < numbers.size(); i++) {
            BigInteger a = numbers.get(i);
            BigInteger b = others.get(i);

            assertThat(Limbs.number(odd.add(Limbs.of(a), Limbs.of(b))))
                    .isEqualTo(a.add(b).mod(modulus));
            assertThat(Limbs.number(odd.multiply(Limbs.of(a), Limbs.of(b))))
                    .isEqualTo(a.multiply(b).mod(modulus));
        }
    }

    @ParameterizedTest
    @MethodSource("moduli")
    void zero_has_zero_as_its_inverse(BigInteger modulus) {
        assertThat(new OddModulus(modulus).inverse(new long[Limbs.COUNT])).containsOnly(0);
    }

    @ParameterizedTest
    @MethodSource("moduli")
    void a_number_is_below_or_not(BigInteger modulus) {
        OddModulus odd = new OddModulus(modulus);

        assertThat(below(modulus, 1_000)).allMatch(number -> odd.isAbove(Limbs.of(number)));
        assertThat(odd.isAbove(Limbs.of(modulus))).isFalse();
        assertThat(odd.isAbove(Limbs.of(modulus.add(BigInteger.ONE)))).isFalse();
        assertThat(odd.isAbove(Limbs.of(BigInteger.ONE.shiftLeft(256).subtract(BigInteger.ONE))))
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("moduli")
    void a_number_is_negated_only_where_asked(BigInteger modulus) {
        OddModulus odd = new OddModulus(modulus);

        below(modulus, 1_000).forEach(number -> {
            long[] negated = Limbs.of(number);
            long[] same = Limbs.of(number);

            odd.negateIf(-1, negated);
            odd.negateIf(0, same);

            assertThat(Limbs.number(negated)).isEqualTo(modulus.subtract(number));
            assertThat(Limbs.number(same)).isEqualTo(number);
        });
    }
}
