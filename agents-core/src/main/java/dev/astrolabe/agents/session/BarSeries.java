package dev.astrolabe.agents.session;

import dev.astrolabe.agents.indicator.IndicatorBoard;
import dev.astrolabe.agents.indicator.Readings;
import dev.astrolabe.exchange.model.Candle;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The bars of one length that agents decide on, put together from shorter candles, with their indicators. Candles that are
 * as long as a bar, or longer, are taken as they are.
 */
final class BarSeries {

    private final Duration length;
    private final Duration candleLength;
    private final IndicatorBoard board = new IndicatorBoard();
    private @Nullable Instant barStart;
    private BigDecimal open = BigDecimal.ZERO;
    private BigDecimal high = BigDecimal.ZERO;
    private BigDecimal low = BigDecimal.ZERO;
    private BigDecimal close = BigDecimal.ZERO;
    private BigDecimal volume = BigDecimal.ZERO;

    BarSeries(Duration length, Duration candleLength) {
        this.length = length;
        this.candleLength = candleLength;
    }

    /**
     * Takes a closed candle. Several that are seen late, at one time, still make one bar.
     *
     * @param closedAt when it was seen to be closed; a millisecond before its end counts
     * @return whether its own bar is over; a bar before it that missing candles left open is finished without a word
     */
    boolean add(Candle candle, Instant closedAt) {
        Instant start = startOf(candle.openTime());
        if (barStart != null && !barStart.equals(start)) {
            finish();
        }
        if (barStart == null) {
            begin(start, candle);
        } else {
            high = high.max(candle.high());
            low = low.min(candle.low());
            close = candle.close();
            volume = volume.add(candle.volume());
        }
        Instant end = start.plus(length);
        boolean last = !candle.openTime().plus(candleLength).isBefore(end);
        boolean over = last && !closedAt.plusMillis(1).isBefore(end);
        if (over) {
            finish();
        }
        return over;
    }

    private Instant startOf(Instant time) {
        long millis = length.toMillis();
        return Instant.ofEpochMilli(Math.floorDiv(time.toEpochMilli(), millis) * millis);
    }

    private void begin(Instant start, Candle candle) {
        barStart = start;
        open = candle.open();
        high = candle.high();
        low = candle.low();
        close = candle.close();
        volume = candle.volume();
    }

    private void finish() {
        if (barStart != null) {
            board.update(new Candle(barStart, open, high, low, close, volume, true));
            barStart = null;
        }
    }

    Readings readings() {
        return board.readings();
    }
}
