package dev.astrolabe.okx.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.astrolabe.exchange.error.UnsupportedOperationOnExchangeException;
import dev.astrolabe.exchange.model.Candle;
import dev.astrolabe.exchange.model.CandleInterval;
import dev.astrolabe.exchange.model.CandleQuery;
import dev.astrolabe.exchange.model.PriceKind;
import dev.astrolabe.exchange.model.Symbol;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Candles come newest first between two bounds, and are told oldest first from the start on. */
class CandleReaderTest {

    private static final Symbol SPOT = Symbol.parse("BTC/USDT");
    private static final Symbol LINEAR = Symbol.parse("BTC/USDT:USDT");
    private static final Symbol XPERP = Symbol.parse("BTC/USD:USD-310404");
    private static final long MINUTE = Duration.ofMinutes(1).toMillis();
    private static final long LAST = PublicOkx.NOW.toEpochMilli() / MINUTE * MINUTE;

    private final PublicOkx venue = new PublicOkx();

    @AfterEach
    void close() {
        venue.close();
    }

    /** One a minute, up to now; the recent calls have the last 1440 of them. */
    private void candles(int count, long newest) {
        List<List<String>> all = new ArrayList<>();
        List<List<String>> priced = new ArrayList<>();
        for (long i = count - 1L; i >= 0; i--) {
            String time = Long.toString(newest - i * MINUTE);
            String confirm = i == 0 ? "0" : "1";
            all.add(List.of(time, "2", "4", "1", "3", "1500", "15", "750000", confirm));
            priced.add(List.of(time, "2", "4", "1", "3", confirm));
        }
        for (String path : List.of("candles", "mark-price-candles", "index-candles")) {
            List<List<String>> rows = path.equals("candles") ? all : priced;
            venue.on(
                    "market/" + path,
                    query -> PublicOkx.page(
                            rows.subList(Math.max(0, rows.size() - 1440), rows.size()),
                            query,
                            CandleReaderTest::time,
                            100));
            venue.on("market/history-" + path, query -> PublicOkx.page(rows, query, CandleReaderTest::time, 100));
        }
    }

    private static long time(List<String> row) {
        return Long.parseLong(row.get(0));
    }

    private static CandleQuery.Builder query(Symbol symbol) {
        return CandleQuery.of(symbol, CandleInterval.M1).toBuilder();
    }

    private static Instant minutesAgo(long minutes) {
        return Instant.ofEpochMilli(LAST - minutes * MINUTE);
    }

    private static List<Instant> times(List<Candle> candles) {
        return candles.stream().map(Candle::openTime).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "M1,1m",
        "M3,3m",
        "M5,5m",
        "M15,15m",
        "M30,30m",
        "H1,1H",
        "H2,2H",
        "H4,4H",
        "H6,6Hutc",
        "H12,12Hutc",
        "D1,1Dutc",
        "D3,3Dutc",
        "W1,1Wutc",
        "MO1,1Mutc"
    })
    void names_bars_so_that_they_open_by_utc(CandleInterval interval, String bar) {
        candles(5, LAST);

        assertThat(venue.market.candles(CandleQuery.of(LINEAR, interval))).hasSize(5);
        assertThat(venue.sent()).containsExactly("market/candles?instId=BTC-USDT-SWAP&bar=" + bar + "&limit=300");
    }

    @Test
    void refuses_what_the_venue_has_no_candles_of() {
        assertThatThrownBy(() -> venue.market.candles(CandleQuery.of(LINEAR, CandleInterval.H8)))
                .isInstanceOf(UnsupportedOperationOnExchangeException.class);
        assertThat(venue.sent()).isEmpty();
    }

    @Test
    void tells_volumes_in_base_units() {
        candles(2, LAST);

        List<Candle> linear = venue.market.candles(query(LINEAR).build());
        List<Candle> spot = venue.market.candles(query(SPOT).build());
        List<Candle> mark =
                venue.market.candles(query(LINEAR).kind(PriceKind.MARK).build());

        assertThat(linear).extracting(Candle::closed).containsExactly(true, false);
        assertThat(linear.get(0).volume()).isEqualByComparingTo("15");
        assertThat(spot.get(0).volume()).isEqualByComparingTo("1500");
        assertThat(mark.get(0).volume()).isEqualByComparingTo("0");
        assertThat(mark.get(0).high()).isEqualByComparingTo("4");
    }

    @Test
    void pages_forward_from_a_start() {
        candles(1000, LAST);

        List<Candle> candles = venue.market.candles(
                query(LINEAR).from(minutesAgo(900)).limit(3).build());
        List<Candle> between = venue.market.candles(
                query(LINEAR).from(minutesAgo(900)).to(minutesAgo(899)).build());

        assertThat(times(candles)).containsExactly(minutesAgo(900), minutesAgo(899), minutesAgo(898));
        assertThat(times(between)).containsExactly(minutesAgo(900), minutesAgo(899));
        long start = minutesAgo(900).toEpochMilli();
        assertThat(venue.sent())
                .containsExactly(
                        "market/candles?instId=BTC-USDT-SWAP&bar=1m&limit=3&after=" + (start + 3 * MINUTE) + "&before="
                                + (start - 1),
                        "market/candles?instId=BTC-USDT-SWAP&bar=1m&limit=300&after=" + (start + MINUTE + 1)
                                + "&before=" + (start - 1));
    }

    @Test
    void reads_the_newest_up_to_an_end() {
        candles(1000, LAST);

        List<Candle> candles =
                venue.market.candles(query(LINEAR).to(minutesAgo(10)).limit(2).build());

        assertThat(times(candles)).containsExactly(minutesAgo(11), minutesAgo(10));
        assertThat(venue.sent())
                .containsExactly("market/candles?instId=BTC-USDT-SWAP&bar=1m&limit=2&after="
                        + (minutesAgo(10).toEpochMilli() + 1));
    }

    @Test
    void reads_what_is_older_than_the_recent_bars_from_the_history() {
        candles(3000, LAST);

        List<Candle> old = venue.market.candles(
                query(LINEAR).from(minutesAgo(2000)).limit(2).build());
        List<Candle> until =
                venue.market.candles(query(LINEAR).to(minutesAgo(1439)).limit(2).build());

        assertThat(times(old)).containsExactly(minutesAgo(2000), minutesAgo(1999));
        assertThat(times(until)).containsExactly(minutesAgo(1440), minutesAgo(1439));
        assertThat(venue.sent()).allMatch(each -> each.startsWith("market/history-candles?"));
    }

    @Test
    void reads_more_mark_and_index_candles_than_one_answer_has() {
        candles(1000, LAST);

        List<Candle> mark = venue.market.candles(
                query(LINEAR).kind(PriceKind.MARK).limit(250).build());
        List<Candle> index = venue.market.candles(query(LINEAR)
                .kind(PriceKind.INDEX)
                .from(minutesAgo(900))
                .limit(150)
                .build());

        assertThat(mark).hasSize(250);
        assertThat(times(mark)).isSorted().startsWith(minutesAgo(249)).endsWith(minutesAgo(0));
        assertThat(times(index))
                .hasSize(150)
                .isSorted()
                .startsWith(minutesAgo(900))
                .endsWith(minutesAgo(751));
        assertThat(venue.sent()).hasSize(5);
        assertThat(venue.sent().get(0)).isEqualTo("market/mark-price-candles?instId=BTC-USDT-SWAP&bar=1m&limit=100");
        assertThat(venue.sent().get(2))
                .isEqualTo("market/mark-price-candles?instId=BTC-USDT-SWAP&bar=1m&limit=50&after="
                        + minutesAgo(199).toEpochMilli());
    }

    @Test
    void asks_for_the_index_by_its_own_name() {
        candles(5, LAST);

        venue.market.candles(query(XPERP).kind(PriceKind.INDEX).limit(1).build());
        venue.market.candles(query(SPOT).kind(PriceKind.INDEX).limit(1).build());

        assertThat(venue.sent())
                .containsExactly(
                        "market/index-candles?instId=BTC-USD&bar=1m&limit=1",
                        "market/index-candles?instId=BTC-USDT&bar=1m&limit=1");
    }

    @Test
    void goes_on_over_a_time_without_candles() {
        candles(100, LAST);

        List<Candle> candles =
                venue.market.candles(query(LINEAR).from(minutesAgo(700)).build());

        assertThat(times(candles)).startsWith(minutesAgo(99)).hasSize(100);
        assertThat(venue.sent()).hasSize(3);
    }

    @Test
    void begins_with_the_listing_where_nothing_was_before() {
        candles(100, 1573557408000L / MINUTE * MINUTE + 99 * MINUTE);

        List<Candle> candles = venue.market.candles(
                query(LINEAR).from(Instant.parse("2015-01-01T00:00:00Z")).build());

        assertThat(candles).hasSize(99);
        assertThat(venue.sent()).hasSize(3);
    }

    @Test
    void finds_nothing_after_now() {
        candles(100, LAST);

        assertThat(venue.market.candles(query(LINEAR).from(minutesAgo(-5)).build()))
                .isEmpty();
        assertThat(venue.sent()).isEmpty();
    }
}
