package dev.astrolabe.aster.web3;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Each operation gives what whole numbers give, and limbs as small as it says. */
class PrimeFieldTest {

    private static final BigInteger P =
            new BigInteger("fffffffffffffffffffffffffffffffffffffffffffffffffffffffefffffc2f", 16);
    private static final long LARGEST = 1L << 54;
    private static final long[] EDGES = {0, 1, Limbs.TOP_MASK, Limbs.MASK, Limbs.MASK + 1, LARGEST - 1, LARGEST};

    private final Random random = new Random(20260811);

    /** Limbs as large as a factor's may be, a third of them at an edge; or a number below p, or at an edge of it. */
    private long[] factor() {
        return switch (random.nextInt(4)) {
            case 0 -> tidy();
            case 1 -> Limbs.of(edgeOfPrime());
            default -> LongStream.generate(this::limb).limit(Limbs.COUNT).toArray();
        };
    }

    private long limb() {
        return random.nextInt(3) == 0 ? EDGES[random.nextInt(EDGES.length)] : random.nextLong() >>> 10;
    }

    private BigInteger edgeOfPrime() {
        BigInteger distance = BigInteger.valueOf(random.nextInt(3));
        return random.nextBoolean() ? distance : P.subtract(distance);
    }

    private long[] tidy() {
        long[] limbs = LongStream.generate(this::limb).limit(Limbs.COUNT).toArray();
        PrimeField.carry(limbs);
        return limbs;
    }

    private static BigInteger value(long[] limbs) {
        BigInteger value = BigInteger.ZERO;
        for (int i = Limbs.COUNT - 1; i >= 0; i--) {
            value = value.shiftLeft(Limbs.BITS).add(BigInteger.valueOf(limbs[i]));
        }
        return value;
    }

    private static void assertTidy(long[] result, BigInteger expected) {
        boolean tidy = result[4] < (1L << 48) + (1 << 10);
        for (long limb : result) {
            tidy &= limb >= 0 && limb < (1L << 52) + (1L << 46);
        }
        // The messages of a million assertions would take longer than what they tell of.
        if (!tidy || !value(result).mod(P).equals(expected.mod(P))) {
            assertThat(result).as("tidy limbs of " + expected.mod(P)).isEmpty();
        }
    }

    @Test
    void products_and_squares_are_those_of_whole_numbers() {
        for (int i = 0; i < 100_000; i++) {
            long[] a = factor();
            long[] b = factor();
            long[] product = new long[Limbs.COUNT];
            long[] square = a.clone();

            PrimeField.multiply(product, a, b);
            PrimeField.square(square, square);

            assertTidy(product, value(a).multiply(value(b)));
            assertTidy(square, value(a).multiply(value(a)));
        }
    }

    @Test
    void differences_and_signs_are_those_of_whole_numbers() {
        for (int i = 0; i < 100_000; i++) {
            long[] a = tidy();
            long[] b = tidy();
            long[] difference = new long[Limbs.COUNT];
            long[] negative = a.clone();
            long[] same = a.clone();

            PrimeField.subtract(difference, a, b);
            PrimeField.negateIf(-1, negative);
            PrimeField.negateIf(0, same);
            for (int limb = 0; limb < Limbs.COUNT; limb++) {
                boolean within = difference[limb] >= 0 && difference[limb] <= LARGEST && negative[limb] >= 0;
                assertThat(within).isTrue();
            }
            PrimeField.carry(difference);
            PrimeField.carry(negative);

            assertTidy(difference, value(a).subtract(value(b)));
            assertTidy(negative, value(a).negate());
            assertTidy(same, value(a));
        }
    }

    @Test
    void a_tidy_number_is_reduced_to_below_the_prime() {
        for (int i = 0; i < 100_000; i++) {
            long[] a = i % 2 == 0 ? tidy() : Limbs.of(edgeOfPrime());
            if (i % 10 == 1) {
                // From p up to 2^256 and beyond.
                a = Limbs.of(P);
                a[0] += random.nextInt(Integer.MAX_VALUE) * 4L;
            }

            assertThat(Limbs.number(PrimeField.reduced(a))).isEqualTo(value(a).mod(P));
        }
    }

    @Test
    void limbs_are_the_number_they_were_made_of() {
        for (int i = 0; i < 10_000; i++) {
            BigInteger number = new BigInteger(random.nextInt(257), random);

            assertThat(Limbs.number(Limbs.of(number))).isEqualTo(number);
            assertThat(value(Limbs.of(number))).isEqualTo(number);
        }
    }
}
