package dev.astrolabe.examples.desk.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SimulatedWorldTest {

    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
    private static final List<VenueProfile> BOTH = List.of(VenueProfile.STEADY, VenueProfile.STRAYING);

    @Test
    void time_passes_only_when_it_is_advanced() {
        SimulatedWorld world = SimulatedWorld.create(1, START, BOTH);
        long before = world.markets("steady").get("BTCUSDT").lastTicks();

        assertThat(world.now()).isEqualTo(START);
        assertThat(world.markets("steady").get("BTCUSDT").lastTicks()).isEqualTo(before);
        world.advance(Duration.ofMinutes(3));
        assertThat(world.now()).isEqualTo(START.plusSeconds(180));
        assertThat(world.markets("steady").get("BTCUSDT").lastTicks()).isNotEqualTo(before);
    }

    @Test
    void two_small_advances_are_one_large_one() {
        SimulatedWorld inSteps = SimulatedWorld.create(7, START, BOTH);
        SimulatedWorld atOnce = SimulatedWorld.create(7, START, BOTH);

        IntStream.range(0, 24).forEach(i -> inSteps.advance(SimulatedWorld.BEAT));
        atOnce.advance(SimulatedWorld.BEAT.multipliedBy(24));

        for (Coin coin : Coin.ALL) {
            assertThat(inSteps.markets("straying").get(coin.symbol()).lastTicks())
                    .isEqualTo(atOnce.markets("straying").get(coin.symbol()).lastTicks());
        }
    }

    @Test
    void a_venue_has_the_same_prices_whether_or_not_there_is_another() {
        SimulatedWorld alone = SimulatedWorld.create(7, START, List.of(VenueProfile.STEADY));
        SimulatedWorld together = SimulatedWorld.create(7, START, BOTH);

        assertThat(alone.markets("steady").get("ETHUSDT").lastTicks())
                .isEqualTo(together.markets("steady").get("ETHUSDT").lastTicks());
    }

    @Test
    void venues_share_the_path_of_a_coin_and_stray_from_it_by_basis_points() {
        SimulatedWorld world = SimulatedWorld.create(3, START, BOTH);
        double widest = 0;
        double sum = 0;
        for (int minute = 0; minute < 600; minute++) {
            world.advance(Duration.ofMinutes(1));
            double first = world.markets("steady").get("BTCUSDT").lastTicks();
            double second = world.markets("straying").get("BTCUSDT").lastTicks();
            double apart = Math.abs(second / first - 1) * 10_000;
            widest = Math.max(widest, apart);
            sum += apart;
        }

        assertThat(sum / 600).isBetween(5.0, 25.0);
        assertThat(widest).isBetween(20.0, 100.0);
    }

    @Test
    void every_behaviour_of_a_market_comes_up_within_a_day() {
        SimulatedWorld world = SimulatedWorld.create(11, START, List.of(VenueProfile.STEADY));
        int bursting = 0;
        int quiet = 0;
        for (int minute = 0; minute < 1440; minute++) {
            world.advance(Duration.ofMinutes(1));
            for (VenueMarket market : world.markets("steady").values()) {
                if (market.isBursting()) {
                    bursting++;
                } else {
                    quiet++;
                }
            }
        }

        assertThat(bursting).isPositive();
        assertThat(quiet).isGreaterThan(10 * bursting);
    }

    @Test
    void the_fuller_side_of_the_book_tells_a_little_of_the_next_minute() {
        SimulatedWorld world = SimulatedWorld.create(5, START, List.of(VenueProfile.STEADY));
        Map<String, double[]> imbalances = new HashMap<>();
        int right = 0;
        int told = 0;
        for (int minute = 0; minute < 1440; minute++) {
            for (VenueMarket market : world.markets("steady").values()) {
                BookShape book = world.book("steady", market);
                long bids =
                        book.bids(5).stream().mapToLong(BookShape.Level::lots).sum();
                long asks =
                        book.asks(5).stream().mapToLong(BookShape.Level::lots).sum();
                double imbalance = (double) (bids - asks) / (bids + asks);
                if (Math.abs(imbalance) > 0.3) {
                    imbalances.put(market.coin().symbol(), new double[] {imbalance, market.lastTicks()});
                }
            }
            world.advance(Duration.ofMinutes(1));
            for (VenueMarket market : world.markets("steady").values()) {
                double[] seen = imbalances.remove(market.coin().symbol());
                if (seen != null && market.lastTicks() != (long) seen[1]) {
                    told++;
                    right += (market.lastTicks() > seen[1]) == (seen[0] > 0) ? 1 : 0;
                }
            }
        }

        assertThat((double) right / told).isBetween(0.55, 0.9);
    }

    @Test
    void the_best_prices_never_cross() {
        SimulatedWorld world = SimulatedWorld.create(2, START, BOTH);
        for (int minute = 0; minute < 300; minute++) {
            world.advance(Duration.ofMinutes(1));
            for (VenueMarket market : world.markets("straying").values()) {
                BookShape book = world.book("straying", market);
                assertThat(book.bids(1).get(0).ticks())
                        .isLessThan(book.asks(1).get(0).ticks());
                assertThat(book.bids(20)).isSortedAccordingTo((a, b) -> Long.compare(b.ticks(), a.ticks()));
                assertThat(book.asks(20)).allMatch(level -> level.lots() > 0);
            }
        }
    }

    @Test
    void funding_differs_from_venue_to_venue_and_is_paid_at_its_hours() {
        SimulatedWorld world = SimulatedWorld.create(2, START, BOTH);

        assertThat(world.markets("steady").get("BTCUSDT").fundingRate())
                .isNotEqualByComparingTo(
                        world.markets("straying").get("BTCUSDT").fundingRate());
        assertThat(world.markets("steady").get("BTCUSDT").payments())
                .extracting(payment -> Instant.ofEpochMilli(payment.time()).toString())
                .containsExactly(
                        "2026-01-04T00:00:00Z", "2026-01-04T08:00:00Z", "2026-01-04T16:00:00Z", "2026-01-05T00:00:00Z");
    }

    @Test
    void refuses_part_of_a_beat_and_unknown_venues() {
        SimulatedWorld world = SimulatedWorld.create(2, START, BOTH);

        assertThatThrownBy(() -> world.advance(Duration.ofSeconds(7)))
                .hasMessage("advance of PT7S is not a whole number of beats of PT5S");
        assertThatThrownBy(() -> EmbeddedMarket.start(world, new VenueProfile("other", 1, 0, 0)))
                .hasMessage("no venue 'other' in this world; it has [steady, straying]");
        assertThatThrownBy(() -> SimulatedWorld.create(2, START.plusSeconds(1), BOTH))
                .hasMessageEndingWith("is not a full minute");
    }
}
