package dev.astrolabe.agents.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.astrolabe.agents.market.Listing;
import dev.astrolabe.agents.market.MarketTick;
import dev.astrolabe.exchange.ExchangeId;
import dev.astrolabe.exchange.model.Candle;
import dev.astrolabe.exchange.model.CandleInterval;
import dev.astrolabe.exchange.model.Symbol;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JoinedFeedTest {

    private static final Listing BTC = new Listing(ExchangeId.PAPER, Symbol.parse("BTC/USDT:USDT"));
    private static final Listing ETH = new Listing(ExchangeId.PAPER, Symbol.parse("ETH/USDT:USDT"));

    @TempDir
    Path folder;

    @Test
    void a_step_has_the_candles_of_one_interval_in_order_of_time() throws Exception {
        try (JoinedFeed feed = JoinedFeed.of(List.of(feed("eth", 60, 0, 1), feed("btc", 60, 0, 1)))) {
            List<MarketTick> step = feed.next();

            assertThat(step).extracting(MarketTick::listing).containsExactly(BTC, ETH, BTC, ETH, BTC, ETH, BTC, ETH);
            assertThat(step).extracting(tick -> tick.time().toEpochMilli()).isSorted();
            assertThat(feed.next()).hasSize(8);
            assertThat(feed.next()).isEmpty();
            assertThat(feed.next()).isEmpty();
        }
    }

    @Test
    void a_file_that_begins_later_or_has_a_gap_waits_for_its_time() throws Exception {
        try (JoinedFeed feed = JoinedFeed.of(List.of(feed("btc", 60, 0, 1, 2, 3, 4), feed("eth", 60, 1, 2, 4)))) {
            assertThat(listings(feed.next())).containsExactly(BTC);
            assertThat(listings(feed.next())).containsExactly(BTC, ETH);
            assertThat(listings(feed.next())).containsExactly(BTC, ETH);
            assertThat(listings(feed.next())).containsExactly(BTC);
            assertThat(listings(feed.next())).containsExactly(BTC, ETH);
            assertThat(feed.next()).isEmpty();
        }
    }

    private static List<Listing> listings(List<MarketTick> ticks) {
        return ticks.stream().map(MarketTick::listing).distinct().toList();
    }

    @Test
    void the_order_of_the_feeds_changes_nothing() throws Exception {
        try (JoinedFeed one = JoinedFeed.of(List.of(feed("btc", 60, 0, 1, 2), feed("eth", 60, 1, 2)));
                JoinedFeed other = JoinedFeed.of(List.of(feed("eth", 60, 1, 2), feed("btc", 60, 0, 1, 2)))) {
            assertThat(one.listings()).containsExactly(BTC, ETH).isEqualTo(other.listings());
            for (int i = 0; i < 4; i++) {
                assertThat(one.next().toString()).isEqualTo(other.next().toString());
            }
        }
    }

    @Test
    void what_was_read_ahead_survives_an_interruption() throws Exception {
        try (JoinedFeed feed = JoinedFeed.of(List.of(feed("btc", 60, 0, 1), feed("eth", 60, 0, 1)))) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(feed::next).isInstanceOf(InterruptedException.class);

            assertThat(feed.next()).hasSize(8);
        }
    }

    @Test
    void each_market_is_warmed_from_its_own_file() throws Exception {
        try (JoinedFeed feed = JoinedFeed.of(List.of(feed("btc", 60, 0, 1, 2), feed("eth", 60, 0, 1, 2)))) {
            assertThat(feed.warmUp(ETH, 2)).extracting(Candle::openTime).hasSize(2);
            assertThat(feed.instrument(ETH).symbol()).isEqualTo(ETH.symbol());
            assertThat(feed.interval()).isEqualTo(CandleInterval.M1);

            assertThat(listings(feed.next())).containsExactly(BTC);
        }
    }

    @Test
    void refuses_what_cannot_be_one() throws Exception {
        try (CandleFeed minutes = feed("btc", 60, 0, 1);
                CandleFeed again = feed("btc", 60, 0, 1);
                CandleFeed hours = feed("eth", 3_600, 0, 1)) {
            assertThatThrownBy(() -> JoinedFeed.of(List.of()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("at least one");
            assertThatThrownBy(() -> JoinedFeed.of(List.of(minutes, again)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("BTC/USDT:USDT is in two feeds");
            assertThatThrownBy(() -> JoinedFeed.of(List.of(minutes, hours)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("1m and of 1h");
            Listing doge = new Listing(ExchangeId.PAPER, Symbol.parse("DOGE/USDT:USDT"));
            assertThatThrownBy(() -> JoinedFeed.of(List.of(minutes)).instrument(doge))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("DOGE/USDT:USDT is not in this feed");
        }
    }

    @Test
    void closes_all() throws Exception {
        CandleFeed btc = feed("btc", 60, 0, 1);
        JoinedFeed feed = JoinedFeed.of(List.of(btc, feed("eth", 60, 0, 1)));

        feed.close();
        feed.close();

        assertThat(feed.next()).isEmpty();
        assertThat(btc.next()).isEmpty();
    }

    private CandleFeed feed(String coin, int seconds, int... numbers) throws IOException {
        StringBuilder text = new StringBuilder("open_time_ms,open,high,low,close,volume\n");
        for (int number : numbers) {
            text.append(1_000L * number * seconds).append(",100,101,99,100.5,7\n");
        }
        Path file = folder.resolve(coin + "-" + seconds + "-" + numbers.length + ".csv");
        Files.writeString(file, text.toString());
        return CandleFeed.builder(CandleFile.of(file).gaps(GapPolicy.SKIP)).open();
    }
}
