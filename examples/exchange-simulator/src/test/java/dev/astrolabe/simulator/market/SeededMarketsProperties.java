package dev.astrolabe.simulator.market;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrolabe.exchange.model.Candle;
import dev.astrolabe.exchange.model.CandleInterval;
import dev.astrolabe.exchange.model.FundingRate;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.OrderBook;
import dev.astrolabe.exchange.model.PriceLevel;
import dev.astrolabe.exchange.model.Ticker;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SeededMarketsProperties {

    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
    private static final int TRIES = 3;

    @Provide
    Arbitrary<Duration> steps() {
        return Arbitraries.of(Duration.ofMillis(100), Duration.ofMillis(700), Duration.ofSeconds(1), Pace.BEAT);
    }

    @Provide
    Arbitrary<VenueProfile> profiles() {
        return Arbitraries.of(VenueProfile.STEADY, VenueProfile.STRAYING);
    }

    private static SeededMarkets okx(long seed, Duration step) {
        return SeededMarkets.builder(seed, START)
                .instruments(Listings.okx(START))
                .step(step)
                .build();
    }

    private static SeededMarkets aster(long seed, Duration step, VenueProfile profile) {
        return SeededMarkets.builder(seed, START)
                .instruments(Listings.aster())
                .profile(profile)
                .step(step)
                .build();
    }

    private static List<Object> seen(Markets markets) {
        List<Object> seen = new ArrayList<>();
        for (Market market : markets.all()) {
            seen.add(market.book(400));
            seen.add(market.mark().toString());
            seen.add(market.day().toString());
            seen.add(market.trades());
            seen.add(market.fundings().toString());
            seen.add(market.openInterest());
            seen.add(market.candles(PriceKind.MARK, CandleInterval.M1, null, null, 2000));
        }
        return seen;
    }

    @Property(tries = TRIES)
    void the_same_seed_gives_the_same_world(@ForAll long seed, @ForAll("steps") Duration step) {
        SeededMarkets one = okx(seed, step);
        SeededMarkets other = okx(seed, step);
        for (int i = 0; i < 30; i++) {
            one.move();
            other.move();
        }

        // Not isEqualTo, whose message would hold both worlds.
        assertThat(seen(one).equals(seen(other))).isTrue();
    }

    @Property(tries = TRIES)
    void venues_share_the_index_of_a_coin(@ForAll long seed, @ForAll("steps") Duration step) {
        SeededMarkets aster = aster(seed, step, VenueProfile.STRAYING);
        SeededMarkets okx = okx(seed, step);
        for (int i = 0; i < 30; i++) {
            aster.move();
            okx.move();
        }

        for (Market market : aster.all()) {
            Market twin =
                    okx.of(market.instrument().symbol().base() + "-USDT-SWAP").orElseThrow();
            assertThat(market.mark().index().orElseThrow())
                    .isEqualByComparingTo(twin.mark().index().orElseThrow());
        }
    }

    @Property(tries = TRIES)
    void a_coin_moves_alike_whichever_others_are_listed(@ForAll long seed) {
        List<Instrument> alone = List.of(Listings.aster().get(3));
        SeededMarkets one =
                SeededMarkets.builder(seed, START).instruments(alone).build();
        SeededMarkets all = aster(seed, Duration.ofMillis(100), VenueProfile.STEADY);
        for (int i = 0; i < 20; i++) {
            one.move();
            all.move();
        }

        assertThat(one.of("BNBUSDT").orElseThrow().book(200))
                .isEqualTo(all.of("BNBUSDT").orElseThrow().book(200));
    }

    @Property(tries = TRIES)
    void books_are_never_crossed_and_lie_on_the_grid(
            @ForAll long seed, @ForAll("steps") Duration step, @ForAll("profiles") VenueProfile profile) {
        List<Markets> venues = List.of(okx(seed, step), aster(seed, step, profile));
        for (Markets markets : venues) {
            for (int i = 0; i < 15; i++) {
                for (Market market : markets.move()) {
                    checkBook(market);
                }
            }
        }
    }

    private static void checkBook(Market market) {
        Instrument instrument = market.instrument();
        OrderBook book = market.book(400);
        BigDecimal bid = book.bids().get(0).price();
        BigDecimal ask = book.asks().get(0).price();
        assertThat(bid).isLessThan(ask);
        assertThat(book.bids()).hasSizeGreaterThan(20);
        assertThat(book.asks()).hasSizeGreaterThan(20);
        checkSide(instrument, book.bids(), -1);
        checkSide(instrument, book.asks(), 1);
        instrument.priceBand().ifPresent(band -> {
            BigDecimal mark = market.mark().mark();
            assertThat(book.bids().get(book.bids().size() - 1).price()).isGreaterThan(mark.multiply(band.down()));
            assertThat(book.asks().get(book.asks().size() - 1).price()).isLessThan(mark.multiply(band.up()));
        });
    }

    private static void checkSide(Instrument instrument, List<PriceLevel> side, int direction) {
        BigDecimal before = null;
        for (PriceLevel level : side) {
            assertThat(instrument.priceFilter().onStep(level.price())).isTrue();
            BigDecimal lots =
                    instrument.inverse() ? instrument.toContracts(level.quantity(), level.price()) : level.quantity();
            assertThat(instrument.quantityFilter().onStep(lots)).isTrue();
            assertThat(lots).isPositive();
            if (before != null) {
                assertThat(level.price().compareTo(before)).isEqualTo(direction);
            }
            before = level.price();
        }
    }

    @Property(tries = TRIES)
    void most_levels_stay_and_the_difference_of_two_books_makes_the_next(@ForAll long seed) {
        SeededMarkets markets = aster(seed, Duration.ofMillis(100), VenueProfile.STEADY);
        for (Market market : markets.all()) {
            OrderBook before = market.book(400);
            Map<BigDecimal, BigDecimal> kept = levels(before);
            markets.move();
            markets.move();
            OrderBook after = market.book(400);

            Map<BigDecimal, BigDecimal> difference = difference(levels(before), levels(after));
            difference.forEach((price, quantity) -> {
                if (quantity.signum() == 0) {
                    kept.remove(price);
                } else {
                    kept.put(price, quantity);
                }
            });
            assertThat(kept).isEqualTo(levels(after));
            assertThat(difference).isNotEmpty();
            assertThat(after.sequence()).isEqualTo(before.sequence() + 2);
        }
    }

    @Property(tries = TRIES)
    void a_movement_changes_the_lesser_part_of_a_book(@ForAll long seed) {
        SeededMarkets markets = aster(seed, Duration.ofMillis(100), VenueProfile.STEADY);
        markets.move();
        int changed = 0;
        int all = 0;
        for (int i = 0; i < 20; i++) {
            Map<String, Map<BigDecimal, BigDecimal>> before = new HashMap<>();
            markets.all().forEach(market -> before.put(market.instrument().venueSymbol(), levels(market.book(400))));
            for (Market market : markets.move()) {
                Map<BigDecimal, BigDecimal> now = levels(market.book(400));
                changed += difference(before.get(market.instrument().venueSymbol()), now)
                        .size();
                all += now.size();
            }
        }

        assertThat(changed * 5).isLessThan(all);
    }

    private static Map<BigDecimal, BigDecimal> levels(OrderBook book) {
        Map<BigDecimal, BigDecimal> levels = new HashMap<>();
        book.bids().forEach(level -> levels.put(level.price().stripTrailingZeros(), level.quantity()));
        book.asks().forEach(level -> levels.put(level.price().stripTrailingZeros(), level.quantity()));
        return levels;
    }

    private static Map<BigDecimal, BigDecimal> difference(
            Map<BigDecimal, BigDecimal> before, Map<BigDecimal, BigDecimal> after) {
        Map<BigDecimal, BigDecimal> difference = new HashMap<>();
        Set<BigDecimal> prices = new HashSet<>(before.keySet());
        prices.addAll(after.keySet());
        for (BigDecimal price : prices) {
            BigDecimal then = before.getOrDefault(price, BigDecimal.ZERO);
            BigDecimal now = after.getOrDefault(price, BigDecimal.ZERO);
            if (then.compareTo(now) != 0) {
                difference.put(price, now);
            }
        }
        return difference;
    }

    @Property(tries = TRIES)
    void long_candles_agree_with_minutes(@ForAll long seed) {
        SeededMarkets markets = okx(seed, Duration.ofSeconds(1));
        for (int i = 0; i < 150; i++) {
            markets.move();
        }
        for (Market market : markets.all()) {
            List<Candle> minutes = market.candles(PriceKind.LAST, CandleInterval.M1, null, null, 1600);
            for (CandleInterval interval : CandleInterval.values()) {
                for (Candle candle : market.candles(PriceKind.LAST, interval, null, null, 40)) {
                    checkCandle(candle, interval, minutes);
                }
            }
        }
    }

    private static void checkCandle(Candle candle, CandleInterval interval, List<Candle> minutes) {
        long open = candle.openTime().toEpochMilli();
        long close = MinuteBars.closeOf(interval, open);
        List<Candle> parts = minutes.stream()
                .filter(minute -> minute.openTime().toEpochMilli() >= open
                        && minute.openTime().toEpochMilli() <= close)
                .toList();
        if (parts.isEmpty()) {
            return; // from before history
        }
        assertThat(candle.open()).isEqualByComparingTo(parts.get(0).open());
        assertThat(candle.close())
                .isEqualByComparingTo(parts.get(parts.size() - 1).close());
        assertThat(candle.high())
                .isEqualByComparingTo(
                        parts.stream().map(Candle::high).reduce(BigDecimal::max).orElseThrow());
        assertThat(candle.low())
                .isEqualByComparingTo(
                        parts.stream().map(Candle::low).reduce(BigDecimal::min).orElseThrow());
        assertThat(candle.volume())
                .isEqualByComparingTo(parts.stream().map(Candle::volume).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    @Property(tries = TRIES)
    void the_day_agrees_with_its_minutes(@ForAll long seed) {
        SeededMarkets markets = okx(seed, Duration.ofMillis(700));
        for (int i = 0; i < 100; i++) {
            markets.move();
        }
        for (Market market : markets.all()) {
            List<Candle> minutes = market.candles(PriceKind.LAST, CandleInterval.M1, null, null, 24 * 60);
            Ticker day = market.day();
            assertThat(day.open().orElseThrow())
                    .isEqualByComparingTo(minutes.get(0).open());
            assertThat(day.last())
                    .isEqualByComparingTo(minutes.get(minutes.size() - 1).close());
            assertThat(day.high().orElseThrow())
                    .isEqualByComparingTo(minutes.stream()
                            .map(Candle::high)
                            .reduce(BigDecimal::max)
                            .orElseThrow());
            assertThat(day.baseVolume().orElseThrow())
                    .isEqualByComparingTo(
                            minutes.stream().map(Candle::volume).reduce(BigDecimal.ZERO, BigDecimal::add));
            assertThat(day.time()).isEqualTo(markets.time());
            assertThat(market.trades()).hasSize(1000);
            assertThat(market.dayTrades()).isGreaterThan(1000);
        }
    }

    @Property(tries = TRIES)
    void a_movement_ends_at_the_time_that_was_announced(@ForAll long seed, @ForAll("steps") Duration step) {
        SeededMarkets markets = okx(seed, step);
        assertThat(markets.time()).isEqualTo(START);
        for (int i = 0; i < 20; i++) {
            Instant next = markets.next();
            markets.move();
            assertThat(markets.time()).isEqualTo(next);
            assertThat(markets.all()).allSatisfy(market -> {
                assertThat(market.mark().time()).isEqualTo(next);
                assertThat(market.book(1).time()).isEqualTo(next);
            });
        }
    }

    @Property(tries = TRIES)
    void funding_is_paid_at_the_times_and_rates_that_were_announced(@ForAll long seed) {
        SeededMarkets markets = aster(seed, Pace.BEAT, VenueProfile.STRAYING);
        Market btc = markets.of("BTCUSDT").orElseThrow();
        int before = btc.fundings().size();
        BigDecimal announced = BigDecimal.ZERO;
        while (btc.fundings().size() == before) {
            announced = btc.mark().fundingRate().orElseThrow();
            markets.move();
        }

        List<FundingRate> fundings = btc.fundings();
        assertThat(fundings.get(before).rate()).isEqualByComparingTo(announced);
        assertThat(fundings)
                .extracting(FundingRate::fundingTime)
                .allSatisfy(time -> assertThat(
                                time.toEpochMilli() % Duration.ofHours(8).toMillis())
                        .isZero());
        List<FundingRate> pepe = markets.of("1000PEPEUSDT").orElseThrow().fundings();
        for (int i = 1; i < pepe.size(); i++) {
            assertThat(Duration.between(
                            pepe.get(i - 1).fundingTime(), pepe.get(i).fundingTime()))
                    .isEqualTo(Duration.ofHours(4));
        }
        assertThat(fundings)
                .extracting(FundingRate::rate)
                .allSatisfy(rate -> assertThat(rate.abs()).isLessThanOrEqualTo(new BigDecimal("0.003")));
    }
}
