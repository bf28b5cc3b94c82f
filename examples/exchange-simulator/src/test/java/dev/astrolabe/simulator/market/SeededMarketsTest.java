package dev.astrolabe.simulator.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.astrolabe.exchange.model.Candle;
import dev.astrolabe.exchange.model.CandleInterval;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.InstrumentStatus;
import dev.astrolabe.exchange.model.OrderBook;
import dev.astrolabe.exchange.model.PriceLevel;
import dev.astrolabe.exchange.model.Symbol;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SeededMarketsTest {

    private static final Instant START = Instant.parse("2026-03-12T08:00:00Z");

    private static SeededMarkets.Builder aster(long seed) {
        return SeededMarkets.builder(seed, START).instruments(Listings.aster());
    }

    @Test
    void another_seed_makes_other_markets() {
        Market one = aster(1).build().of("BTCUSDT").orElseThrow();
        Market other = aster(2).build().of("BTCUSDT").orElseThrow();

        assertThat(one.mark().mark()).isNotEqualByComparingTo(other.mark().mark());
    }

    @Test
    void a_straying_venue_leaves_the_index_farther_than_a_steady_one() {
        SeededMarkets steady = aster(3).build();
        SeededMarkets straying = aster(3).profile(VenueProfile.STRAYING).build();

        assertThat(meanBasis(straying)).isGreaterThan(3 * meanBasis(steady));
    }

    @Test
    void the_last_prices_of_two_venues_lie_some_basis_points_apart() {
        SeededMarkets steady = aster(3).step(SeededMarkets.BEAT).build();
        SeededMarkets straying =
                aster(3).step(SeededMarkets.BEAT).profile(VenueProfile.STRAYING).build();
        double widest = 0;
        double sum = 0;
        int beats = 600 * 12;
        for (int i = 0; i < beats; i++) {
            steady.move();
            straying.move();
            double first = steady.of("BTCUSDT").orElseThrow().mark().mark().doubleValue();
            double second = straying.of("BTCUSDT").orElseThrow().mark().mark().doubleValue();
            double apart = Math.abs(second / first - 1) * 10_000;
            widest = Math.max(widest, apart);
            sum += apart;
        }

        assertThat(sum / beats).isBetween(5.0, 25.0);
        assertThat(widest).isBetween(20.0, 100.0);
    }

    @Test
    void every_behaviour_of_a_coin_comes_up_within_a_day() {
        Map<Regime, Integer> seen = new EnumMap<>(Regime.class);
        Seed seed = new Seed(11);
        Random shared = seed.random(0, "shared");
        List<CoinPath> paths = Coin.ALL.stream()
                .map(coin -> new CoinPath(coin, seed.random(0, coin.pathName())))
                .toList();
        for (int beat = 0; beat < 24 * 720; beat++) {
            double noise = shared.nextGaussian();
            paths.forEach(path -> {
                path.move(Pace.of(Pace.BEAT), noise);
                seen.merge(path.regime(), 1, Integer::sum);
            });
        }

        assertThat(seen).containsOnlyKeys(Regime.values());
        assertThat(seen.get(Regime.TREND) + seen.get(Regime.RANGE)).isGreaterThan(10 * seen.get(Regime.BURST));
    }

    @Test
    void the_fuller_side_of_the_book_tells_a_little_of_the_next_minute() {
        assertThat(rightlyTold(SeededMarkets.BEAT)).isBetween(0.55, 0.9);
    }

    @Test
    void a_book_that_lives_tells_it_too() {
        assertThat(rightlyTold(Duration.ofSeconds(1))).isBetween(0.53, 0.9);
    }

    private static double rightlyTold(Duration step) {
        SeededMarkets markets = aster(5).step(step).build();
        Map<Market, double[]> seen = new HashMap<>();
        int right = 0;
        int told = 0;
        for (int minute = 0; minute < 360; minute++) {
            for (Market market : markets.all()) {
                OrderBook book = market.book(5);
                double imbalance =
                        (amount(book.bids()) - amount(book.asks())) / (amount(book.bids()) + amount(book.asks()));
                if (Math.abs(imbalance) > 0.3) {
                    seen.put(
                            market,
                            new double[] {imbalance, market.mark().mark().doubleValue()});
                }
            }
            Instant end = markets.time().plus(Duration.ofMinutes(1));
            while (!markets.next().isAfter(end)) {
                markets.move();
            }
            for (Market market : markets.all()) {
                double[] before = seen.remove(market);
                if (before != null) {
                    told++;
                    right += (market.mark().mark().doubleValue() > before[1]) == (before[0] > 0) ? 1 : 0;
                }
            }
        }
        return (double) right / told;
    }

    private static double amount(List<PriceLevel> levels) {
        return levels.stream()
                .mapToDouble(level -> level.quantity().doubleValue())
                .sum();
    }

    @Test
    void a_seed_means_the_same_prices_for_ever() {
        SeededMarkets markets = aster(42).build();

        assertThat(markets.all().stream()
                        .map(market -> market.day().last().stripTrailingZeros().toPlainString()))
                .containsExactly(
                        "99007.5",
                        "3479.3",
                        "189.22",
                        "683.5",
                        "0.000010705",
                        "2.3085",
                        "0.31719",
                        "1.0278",
                        "22.741",
                        "31.18",
                        "0.000024524",
                        "112.19");
    }

    private static double meanBasis(SeededMarkets markets) {
        return markets.all().stream()
                .mapToDouble(market -> {
                    List<Candle> marks = market.candles(PriceKind.MARK, CandleInterval.M1, null, null, 1500);
                    List<Candle> indexes = market.candles(PriceKind.INDEX, CandleInterval.M1, null, null, 1500);
                    double sum = 0;
                    for (int i = 0; i < marks.size(); i++) {
                        sum += Math.abs(marks.get(i).close().doubleValue()
                                        / indexes.get(i).close().doubleValue()
                                - 1);
                    }
                    return sum / marks.size();
                })
                .sum();
    }

    @Test
    void a_minute_moves_about_as_much_at_a_short_step_as_at_a_long_one() {
        double quick = minuteRange(Duration.ofMillis(250));
        double slow = minuteRange(Duration.ofSeconds(5));

        assertThat(quick / slow).isBetween(0.6, 1.7);
    }

    private static double minuteRange(Duration step) {
        SeededMarkets markets = aster(4).step(step).build();
        Instant end = START.plus(Duration.ofMinutes(40));
        while (markets.next().isBefore(end)) {
            markets.move();
        }
        return markets.all().stream()
                .flatMap(market -> market.candles(PriceKind.INDEX, CandleInterval.M1, START, null, 40).stream())
                .mapToDouble(minute ->
                        Math.abs(minute.close().doubleValue() / minute.open().doubleValue() - 1))
                .average()
                .orElseThrow();
    }

    @Test
    void a_closed_minute_is_told_once_by_the_movement_that_closes_it() {
        SeededMarkets markets = aster(5).step(Duration.ofSeconds(5)).build();
        Market btc = markets.of("BTCUSDT").orElseThrow();
        List<Candle> told = new ArrayList<>();
        for (int i = 0; i < 36; i++) {
            markets.move();
            btc.closedMinute().ifPresent(told::add);
        }

        assertThat(told)
                .isEqualTo(
                        btc.candles(PriceKind.LAST, CandleInterval.M1, START, START.plus(Duration.ofMinutes(2)), 10));
        assertThat(told).hasSize(3).allMatch(Candle::closed);
    }

    @Test
    void a_future_is_dearer_than_its_coin_and_stops_at_its_expiry() {
        List<Instrument> listed = Listings.okx(START);
        Instrument future = listed.stream()
                .filter(instrument -> instrument.symbol().equals(Symbol.parse("BTC/USDT:USDT-260327")))
                .findFirst()
                .orElseThrow();
        Instant nearExpiry = future.expiresAt().orElseThrow().minusSeconds(10);
        SeededMarkets early =
                SeededMarkets.builder(6, START).instruments(listed).build();
        SeededMarkets late = SeededMarkets.builder(6, nearExpiry)
                .instruments(List.of(future))
                .step(SeededMarkets.BEAT)
                .build();
        Market market = late.of("BTC-USDT-260327").orElseThrow();
        for (int i = 0; i < 5; i++) {
            late.move();
        }

        BigDecimal index =
                early.of("BTC-USDT-260327").orElseThrow().mark().index().orElseThrow();
        assertThat(early.of("BTC-USDT-260327").orElseThrow().mark().mark()).isGreaterThan(index);
        assertThat(market.instrument().status()).isEqualTo(InstrumentStatus.CLOSED);
        assertThat(market.mark().time()).isBefore(nearExpiry.plusSeconds(10));
    }

    @Test
    void lists_as_many_synthetic_coins_as_a_load_test_wants() {
        SeededMarkets markets = SeededMarkets.builder(7, START)
                .instruments(Listings.syntheticAster(120))
                .build();

        assertThat(markets.all()).hasSize(120);
        assertThat(markets.of("C120USDT")).isPresent();
    }

    @Test
    void refuses_a_coin_without_a_price_and_a_step_out_of_range() {
        Instrument odd = Listings.aster().get(0).toBuilder()
                .symbol(Symbol.parse("ODD/USDT:USDT"))
                .venueSymbol("ODDUSDT")
                .build();

        assertThatThrownBy(() -> SeededMarkets.builder(1, START)
                        .instruments(List.of(odd))
                        .build())
                .hasMessageStartingWith("no prices are known for coin ODD; there are [BTC, ETH");
        assertThatThrownBy(() -> SeededMarkets.builder(1, START).step(Duration.ofSeconds(6)))
                .hasMessage("step PT6S of markets is not in whole milliseconds from PT0.001S to PT5S");
    }
}
