package dev.astrolabe.exchange.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrolabe.exchange.model.OrderBook;
import dev.astrolabe.exchange.model.PriceLevel;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.exchange.transport.LocalBook.Applied;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A book in arrays beside one in trees, to which the same is told: both show the same, with the same digits, and give the same verdicts.
 * More than ten thousand changes of each kind, some told as numbers and some as decimals.
 */
class LocalBookTwinTest {

    private static final Symbol BTC = Symbol.parse("BTC/USDT:USDT");
    private static final int BOOKS = 250;
    private static final int CHANGES = 50;
    private static final int ALL = 10_000;

    private enum Kind {
        /** One scale for all prices, as AsterDex tells them. */
        EVEN,
        /** Trailing zeros are there or not, as on OKX. */
        UNEVEN,
        /** Thousands of coins at once. */
        MULTIPLIED,
        /** Contracts that are worth what their price makes of them. */
        INVERSE,
        /** Prices of 1 to 18 digits, and scales up to 18: some do not fit beside each other. */
        WIDE,
        /** What never fits: more digits, scales below 0 or beyond 18, and signs that no venue sends. */
        STRANGE;

        BookUnits units() {
            return switch (this) {
                case MULTIPLIED -> {
                    BigDecimal thousand = new BigDecimal("1000");
                    yield (price, quantity) -> new PriceLevel(price.divide(thousand), quantity.multiply(thousand));
                }
                case INVERSE -> {
                    MathContext digits = new MathContext(16, RoundingMode.DOWN);
                    yield (price, contracts) -> new PriceLevel(
                            price, contracts.multiply(BigDecimal.valueOf(100)).divide(price, digits));
                }
                default -> BookUnits.AS_TOLD;
            };
        }

        BigDecimal price(Random random, boolean bid) {
            int near = (int) Math.abs(random.nextGaussian() * 25);
            // One in a hundred reaches across, so that books get crossed.
            int tick = 84_000 + (bid == (random.nextInt(100) > 0) ? -1 - near : near);
            BigDecimal plain = BigDecimal.valueOf(tick, 1);
            return switch (this) {
                case EVEN, INVERSE -> plain.setScale(2);
                case UNEVEN, MULTIPLIED -> stretched(plain.stripTrailingZeros(), random.nextInt(3), 0);
                case WIDE -> wide(tick, random);
                case STRANGE -> random.nextInt(30) > 0 ? plain : stretched(plain, random.nextInt(30), -3);
            };
        }

        private static BigDecimal wide(int tick, Random random) {
            return switch (random.nextInt(40)) {
                case 0 -> BigDecimal.valueOf(tick, 18);
                case 1 -> BigDecimal.valueOf(tick).movePointRight(13).setScale(0);
                case 2 -> new BigDecimal("8400." + "12345678901234".substring(0, 1 + random.nextInt(14)));
                default -> BigDecimal.valueOf(tick, 1);
            };
        }

        private static BigDecimal stretched(BigDecimal value, int more, int from) {
            return value.setScale(Math.max(value.scale(), from) + more);
        }

        BigDecimal quantity(Random random) {
            if (random.nextInt(5) == 0) {
                return BigDecimal.valueOf(0, random.nextInt(4));
            }
            BigDecimal usual = BigDecimal.valueOf(1 + random.nextInt(100_000), random.nextInt(4));
            return switch (this) {
                case WIDE ->
                    BigDecimal.valueOf(random.nextLong(1L << (random.nextInt(10) == 0 ? 59 : 53)), random.nextInt(19));
                case STRANGE ->
                    switch (random.nextInt(60)) {
                        case 0 -> usual.negate();
                        case 1 -> usual.setScale(25);
                        case 2 -> new BigDecimal("12345678901234567890123.5");
                        case 3 -> new BigDecimal("1E+3");
                        default -> usual;
                    };
                default -> usual;
            };
        }
    }

    private final Random random = new Random(20261121);

    @ParameterizedTest
    @EnumSource
    void shows_what_its_plain_twin_shows(Kind kind) {
        Map<Applied, Integer> verdicts = new EnumMap<>(Applied.class);
        for (int i = 0; i < BOOKS; i++) {
            LocalBook fast = new LocalBook(BTC, kind.units());
            LocalBook plain = new LocalBook(BTC, kind.units(), true);
            long sequence = seed(kind, fast, plain);
            for (int change = 0; change < CHANGES; change++) {
                if (random.nextInt(25) == 0) {
                    sequence = seed(kind, fast, plain);
                }
                long previous = sequence - (random.nextInt(20) == 0 ? random.nextInt(-2, 4) : 0);
                sequence = previous + random.nextInt(3);
                Applied verdict = tell(kind, fast, plain, previous, sequence);
                verdicts.merge(verdict, 1, Integer::sum);
                int depth = random.nextInt(4) == 0 ? ALL : 1 + random.nextInt(5);
                assertThat(fast.book(depth)).isEqualTo(plain.book(depth));
                if (verdict == Applied.BROKEN) {
                    sequence = seed(kind, fast, plain);
                }
            }
            assertThat(fast.book(ALL)).isEqualTo(plain.book(ALL));
        }
        assertThat(verdicts.keySet()).containsExactlyInAnyOrder(Applied.values());
    }

    private long seed(Kind kind, LocalBook fast, LocalBook plain) {
        long sequence = random.nextInt(1_000);
        OrderBook snapshot = new OrderBook(
                BTC,
                levels(kind, true, 30),
                levels(kind, false, random.nextInt(10) == 0 ? 0 : 30),
                sequence,
                Instant.ofEpochMilli(sequence));
        fast.seed(snapshot);
        plain.seed(snapshot);
        return sequence;
    }

    private List<PriceLevel> levels(Kind kind, boolean bids, int most) {
        List<PriceLevel> levels = new ArrayList<>();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            levels.add(new PriceLevel(kind.price(random, bids), kind.quantity(random)));
        }
        return levels;
    }

    private Applied tell(Kind kind, LocalBook fast, LocalBook plain, long previous, long last) {
        BookChange change = new BookChange(
                last, last, previous, levels(kind, true, 12), levels(kind, false, 12), Instant.ofEpochMilli(last));
        LevelChanges numbers = new LevelChanges();
        boolean fits = add(numbers.bids(), change.bids()) && add(numbers.asks(), change.asks());
        numbers.follow(previous, last, last);
        Applied expected = plain.apply(change);
        Applied verdict = fits && random.nextInt(4) > 0 ? fast.apply(numbers) : fast.apply(change);
        assertThat(verdict).isEqualTo(expected);
        return verdict;
    }

    private static boolean add(LevelChanges.Side side, List<PriceLevel> levels) {
        return levels.stream().allMatch(level -> {
            BigDecimal price = level.price();
            BigDecimal quantity = level.quantity();
            return price.precision() <= 18
                    && quantity.precision() <= 16
                    && side.add(
                            price.unscaledValue().longValueExact(),
                            price.scale(),
                            quantity.unscaledValue().longValueExact(),
                            quantity.scale());
        });
    }
}
