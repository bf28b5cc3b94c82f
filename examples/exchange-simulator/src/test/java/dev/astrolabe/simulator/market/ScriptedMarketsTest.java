package dev.astrolabe.simulator.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.astrolabe.exchange.model.Candle;
import dev.astrolabe.exchange.model.CandleInterval;
import dev.astrolabe.exchange.model.FundingRate;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.OrderBook;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.exchange.model.Trade;
import dev.astrolabe.exchange.testkit.FakeClock;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScriptedMarketsTest {

    private static final Symbol BTC = Symbol.perpetual("BTC", "USDT", "USDT");
    private static final Symbol PEPE = Symbol.perpetual("PEPE", "USDT", "USDT");

    private final FakeClock clock = new FakeClock();
    private final ScriptedMarkets markets = ScriptedMarkets.of(clock, Listings.aster());

    private Market market(String venueSymbol) {
        return markets.of(venueSymbol).orElseThrow();
    }

    private void catchUp() {
        while (!markets.next().isAfter(clock.instant())) {
            markets.move();
        }
    }

    @Test
    void a_told_price_is_due_at_once_and_shows_everywhere() {
        markets.move(BTC, new BigDecimal("97000.5"));

        assertThat(markets.next()).isEqualTo(clock.instant());
        assertThat(markets.move()).containsExactly(market("BTCUSDT"));
        Market btc = market("BTCUSDT");
        assertThat(btc.mark().mark()).isEqualByComparingTo("97000.5");
        assertThat(btc.day().last()).isEqualByComparingTo("97000.5");
        OrderBook book = btc.book(50);
        assertThat(book.bids()).hasSize(20);
        assertThat(book.bids().get(0).price()).isEqualByComparingTo("97000.4");
        assertThat(book.asks().get(0).price()).isEqualByComparingTo("97000.6");
        List<Trade> trades = btc.trades();
        assertThat(trades.get(trades.size() - 1).price()).isEqualByComparingTo("97000.5");
        assertThat(markets.next()).isAfter(clock.instant());
    }

    @Test
    void moves_come_in_the_order_in_which_they_were_told() {
        long before = market("BTCUSDT").book(1).sequence();
        markets.move(BTC, new BigDecimal("97000"));
        markets.move(BTC, new BigDecimal("95000"));

        markets.move();
        assertThat(market("BTCUSDT").day().last()).isEqualByComparingTo("97000");
        markets.move();
        assertThat(market("BTCUSDT").day().last()).isEqualByComparingTo("95000");
        assertThat(market("BTCUSDT").book(1).sequence()).isEqualTo(before + 2);
    }

    @Test
    void refuses_a_price_off_its_tick_and_tells_the_nearest() {
        assertThatThrownBy(() -> markets.move(BTC, new BigDecimal("97000.57")))
                .hasMessage("price 97000.57 of BTC/USDT:USDT is not a multiple of its tick 0.1 above 0;"
                        + " nearest is 97000.6");
    }

    @Test
    void begins_with_a_day_of_candles_at_the_first_price() {
        List<Candle> hours = market("BTCUSDT").candles(PriceKind.LAST, CandleInterval.H1, null, null, 25);

        assertThat(hours).hasSizeGreaterThanOrEqualTo(24);
        assertThat(hours).allSatisfy(hour -> {
            assertThat(hour.high()).isEqualByComparingTo("96000");
            assertThat(hour.low()).isEqualByComparingTo("96000");
            assertThat(hour.volume()).isPositive();
        });
        assertThat(hours.subList(0, hours.size() - 1)).allMatch(Candle::closed);
        assertThat(hours.get(hours.size() - 1).closed()).isFalse();
        assertThat(market("BTCUSDT").dayTrades()).isGreaterThanOrEqualTo(24);
    }

    @Test
    void the_clock_brings_funding_at_the_rate_that_was_announced() {
        int before = market("BTCUSDT").fundings().size();
        markets.funding(BTC, new BigDecimal("0.0007"));
        catchUp();
        assertThat(market("BTCUSDT").mark().nextFundingTime()).contains(Instant.parse("2026-01-02T08:00:00Z"));

        clock.advance(Duration.ofHours(9));
        catchUp();

        List<FundingRate> fundings = market("BTCUSDT").fundings();
        assertThat(fundings).hasSize(before + 1);
        FundingRate paid = fundings.get(before);
        assertThat(paid.fundingTime()).isEqualTo(Instant.parse("2026-01-02T08:00:00Z"));
        assertThat(paid.rate()).isEqualByComparingTo("0.0007");
    }

    @Test
    void the_clock_closes_minutes() {
        markets.move(BTC, new BigDecimal("97000"));
        catchUp();
        clock.advance(Duration.ofMinutes(1));

        markets.move();

        Candle closed = market("BTCUSDT").closedMinute().orElseThrow();
        assertThat(closed.openTime()).isEqualTo(FakeClock.START.truncatedTo(ChronoUnit.MINUTES));
        assertThat(closed.high()).isEqualByComparingTo("97000");
        assertThat(closed.low()).isEqualByComparingTo("96000");
        assertThat(closed.closed()).isTrue();
        assertThat(markets.time()).isEqualTo(Instant.parse("2026-01-02T03:05:00Z"));
    }

    @Test
    void a_coin_by_the_thousand_is_priced_by_the_piece() {
        Market pepe = market("1000PEPEUSDT");

        markets.move(PEPE, new BigDecimal("0.000013001"));
        catchUp();

        assertThat(pepe.instrument().symbol()).isEqualTo(PEPE);
        assertThat(pepe.instrument().toVenuePrice(pepe.day().last())).isEqualByComparingTo("0.013001");
        assertThat(pepe.book(1).bids().get(0).quantity().remainder(new BigDecimal("1000")))
                .isEqualByComparingTo("0");
    }

    @Test
    void a_level_of_an_inverse_swap_is_whole_contracts() {
        ScriptedMarkets okx = ScriptedMarkets.of(clock, Listings.okx());
        Instrument swap = okx.of("BTC-USD-SWAP").orElseThrow().instrument();

        OrderBook book = okx.of("BTC-USD-SWAP").orElseThrow().book(20);

        assertThat(book.asks())
                .hasSize(20)
                .allSatisfy(level -> assertThat(swap.toContracts(level.quantity(), level.price()))
                        .isEqualByComparingTo("10000"));
    }

    @Test
    void a_dated_future_expires_at_the_end_of_a_quarter_and_pays_no_funding() {
        ScriptedMarkets okx = ScriptedMarkets.of(clock, Listings.okx(clock.instant()));
        Market future = okx.of("BTC-USDT-260327").orElseThrow();

        assertThat(future.instrument().expiresAt()).contains(Instant.parse("2026-03-27T08:00:00Z"));
        assertThat(future.instrument().symbol()).hasToString("BTC/USDT:USDT-260327");
        assertThat(future.mark().fundingRate()).isEmpty();
        assertThat(future.fundings()).isEmpty();
    }
}
