package dev.astrolabe.agents.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.astrolabe.agents.market.Listing;
import dev.astrolabe.agents.market.MarketTick;
import dev.astrolabe.exchange.ExchangeId;
import dev.astrolabe.exchange.model.Candle;
import dev.astrolabe.exchange.model.CandleInterval;
import dev.astrolabe.exchange.model.Symbol;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClientFeedTest {

    private static final Symbol BTC = Symbol.parse("BTC/USDT:USDT");
    private static final Symbol ETH = Symbol.parse("ETH/USDT:USDT");
    private static final ExchangeId FIRST = ExchangeId.ASTERDEX;
    private static final ExchangeId SECOND = new ExchangeId("beta");
    private static final Listing BTC_FIRST = new Listing(FIRST, BTC);

    private final FakeExchange exchange = new FakeExchange(BTC, ETH);

    @Test
    void a_step_advances_time_and_then_looks_at_every_market_in_order() throws InterruptedException {
        FakeExchange second = new FakeExchange(BTC);
        second.now = Instant.ofEpochSecond(-1);
        try (ClientFeed feed = ClientFeed.builder(Pace.virtual(1, () -> exchange.now = Instant.ofEpochSecond(20)))
                .exchange(SECOND, second.client(), List.of(BTC))
                .exchange(FIRST, exchange.client(), List.of(ETH, BTC))
                .depth(5)
                .open()) {
            List<MarketTick> ticks = feed.next();

            assertThat(ticks)
                    .extracting(MarketTick::listing)
                    .containsExactly(new Listing(SECOND, BTC), BTC_FIRST, new Listing(FIRST, ETH));
            assertThat(ticks).extracting(MarketTick::time).isSorted();
            assertThat(ticks.get(1).book().bids().get(0).quantity()).isEqualByComparingTo("5");
            assertThat(feed.listings()).containsExactly(BTC_FIRST, new Listing(FIRST, ETH), new Listing(SECOND, BTC));
        }
    }

    @Test
    void several_markets_cost_one_question_for_their_marks_and_one_each_for_their_books() throws InterruptedException {
        try (ClientFeed feed = feed(1, Duration.ofSeconds(20), BTC, ETH)) {
            feed.next();

            assertThat(exchange.asked).containsExactly("markPrices", "orderBook", "orderBook");
        }
    }

    @Test
    void a_candle_is_told_once_in_the_step_in_which_it_closed() throws InterruptedException {
        try (ClientFeed feed = feed(7, Duration.ofSeconds(20), BTC)) {
            List<Instant> opened = new ArrayList<>();
            List<Integer> inStep = new ArrayList<>();
            for (int step = 1; step <= 7; step++) {
                for (MarketTick tick : feed.next()) {
                    if (tick.closedCandle().isPresent()) {
                        opened.add(tick.closedCandle().get().openTime());
                        inStep.add(step);
                    }
                }
            }

            assertThat(opened).containsExactly(Instant.EPOCH, Instant.ofEpochSecond(60));
            assertThat(inStep).containsExactly(3, 6);
        }
    }

    @Test
    void a_long_step_tells_every_candle_that_closed_in_it() throws InterruptedException {
        try (ClientFeed feed = feed(2, Duration.ofMinutes(250), BTC)) {
            feed.next();

            List<MarketTick> ticks = feed.next();

            assertThat(ticks).hasSize(250).allMatch(tick -> tick.time().equals(exchange.now));
            assertThat(ticks)
                    .extracting(
                            tick -> tick.closedCandle().orElseThrow().close().intValueExact())
                    .isSorted()
                    .startsWith(1250)
                    .endsWith(1499);
        }
    }

    @Test
    void warm_up_pages_through_history_and_no_step_repeats_it() throws InterruptedException {
        exchange.now = Instant.EPOCH.plus(Duration.ofMinutes(1000)).plusSeconds(30);
        try (ClientFeed feed = feed(2, Duration.ofSeconds(20), BTC)) {
            List<Candle> warm = feed.warmUp(BTC_FIRST, 350);

            assertThat(warm).hasSize(350).allMatch(Candle::closed);
            assertThat(warm.get(349).openTime()).isEqualTo(Instant.EPOCH.plus(Duration.ofMinutes(999)));
            assertThat(exchange.asked).containsExactly("serverTime", "candles", "candles", "candles", "candles");
            assertThat(feed.next().get(0).closedCandle()).isEmpty();
            assertThat(feed.next().get(0).closedCandle().map(Candle::openTime))
                    .contains(Instant.EPOCH.plus(Duration.ofMinutes(1000)));
        }
    }

    @Test
    void warm_up_after_steps_ends_where_the_steps_began() throws InterruptedException {
        exchange.now = Instant.EPOCH.plus(Duration.ofMinutes(100));
        try (ClientFeed feed = feed(5, Duration.ofMinutes(1), BTC)) {
            feed.next();
            feed.next();
            feed.next();

            List<Candle> warm = feed.warmUp(BTC_FIRST, 2);

            assertThat(warm)
                    .extracting(Candle::openTime)
                    .containsExactly(
                            Instant.EPOCH.plus(Duration.ofMinutes(99)), Instant.EPOCH.plus(Duration.ofMinutes(100)));
            assertThat(feed.next().get(0).closedCandle().map(Candle::openTime))
                    .contains(Instant.EPOCH.plus(Duration.ofMinutes(103)));
        }
    }

    @Test
    void a_candle_of_a_step_that_failed_comes_again() throws InterruptedException {
        try (ClientFeed feed = feed(3, Duration.ofMinutes(1), BTC, ETH)) {
            feed.next();
            exchange.failAfter = 4; // marks, book and candles of BTC, book of ETH, then the candles of ETH

            assertThatThrownBy(feed::next).hasMessage("the line is dead");
            List<MarketTick> ticks = feed.next();

            assertThat(ticks.stream().filter(tick -> tick.listing().equals(BTC_FIRST)))
                    .extracting(tick -> tick.closedCandle().orElseThrow().openTime())
                    .containsExactly(Instant.ofEpochSecond(60), Instant.ofEpochSecond(120));
        }
    }

    @Test
    void funding_is_asked_for_once_a_minute_where_the_mark_does_not_tell_it() throws InterruptedException {
        exchange.tellsFundingWithMark = false;
        try (ClientFeed feed = feed(4, Duration.ofSeconds(20), BTC)) {
            for (int step = 0; step < 4; step++) {
                assertThat(feed.next().get(0).mark().fundingRate()).contains(new BigDecimal("0.0002"));
            }

            assertThat(exchange.asked.stream().filter("fundingRate"::equals)).hasSize(2);
        }
    }

    @Test
    void the_end_of_the_steps_is_the_end_of_the_data() throws InterruptedException {
        try (ClientFeed feed = feed(1, Duration.ofSeconds(20), BTC)) {
            assertThat(feed.next()).isNotEmpty();
            assertThat(feed.next()).isEmpty();
            assertThat(feed.next()).isEmpty();
        }
    }

    @Test
    void a_closed_feed_asks_nothing_more() throws InterruptedException {
        ClientFeed feed = feed(9, Duration.ofSeconds(20), BTC);

        feed.close();
        feed.close();

        assertThat(feed.next()).isEmpty();
        assertThat(exchange.asked).isEmpty();
    }

    @Test
    void an_instrument_bears_the_name_that_the_session_gave_its_exchange() {
        try (ClientFeed feed = ClientFeed.builder(Pace.virtual(0, () -> {}))
                .exchange(SECOND, exchange.client(), List.of(BTC))
                .open()) {
            assertThat(feed.instrument(new Listing(SECOND, BTC)).exchange()).isEqualTo("beta");
            assertThatThrownBy(() -> feed.instrument(BTC_FIRST))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("asterdex BTC/USDT:USDT is not in this feed; it has [beta BTC/USDT:USDT]");
        }
    }

    @Test
    void refuses_settings_that_make_no_feed() {
        ClientFeed.Builder builder = ClientFeed.builder(Pace.virtual(0, () -> {}));

        assertThatThrownBy(builder::open).hasMessage("a feed needs at least one exchange");
        assertThatThrownBy(() -> builder.exchange(FIRST, exchange.client(), List.of()))
                .hasMessage("exchange asterdex of a feed has no symbol; at least one is needed");
        builder.exchange(FIRST, exchange.client(), List.of(BTC));
        assertThatThrownBy(() -> builder.exchange(FIRST, exchange.client(), List.of(BTC)))
                .hasMessage("exchange asterdex is in the feed already; choose another name");
        assertThatThrownBy(() -> builder.interval(CandleInterval.W1)).hasMessageContaining("above the longest, 1d");
        assertThatThrownBy(() -> builder.depth(0)).hasMessage("depth 0 of a feed is below 1");
    }

    private ClientFeed feed(int steps, Duration step, Symbol... symbols) {
        return ClientFeed.builder(Pace.virtual(steps, () -> exchange.now = exchange.now.plus(step)))
                .exchange(FIRST, exchange.client(), List.of(symbols))
                .open();
    }
}
