package dev.astrolabe.simulator.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.astrolabe.exchange.model.Candle;
import dev.astrolabe.exchange.model.CandleInterval;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.InstrumentStatus;
import dev.astrolabe.exchange.model.Symbol;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
                .instruments(Listings.syntheticAster(50))
                .build();

        assertThat(markets.all()).hasSize(50);
        assertThat(markets.of("C50USDT")).isPresent();
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
