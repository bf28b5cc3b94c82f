package dev.astrolabe.agents.indicator;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.Indicator;
import org.ta4j.core.num.Num;

/** Bars in order, and what our indicators and ta4j's say at each of them. */
record Series(List<Bar> bars) {

    Series {
        bars = List.copyOf(bars);
    }

    /** A walk from 100 in steps of about 1 %, with gaps between bars and volumes from 200 to 2200. */
    static Series random(long seed, int length) {
        Random random = new Random(seed);
        Bar[] bars = new Bar[length];
        double previous = 100;
        for (int i = 0; i < length; i++) {
            double open = previous * (1 + 0.001 * random.nextGaussian());
            double close = open * (1 + 0.01 * random.nextGaussian());
            double high = Math.max(open, close) * (1 + 0.004 * random.nextDouble());
            double low = Math.min(open, close) * (1 - 0.004 * random.nextDouble());
            bars[i] = new Bar(open, high, low, close, 200 + 2000 * random.nextDouble());
            previous = close;
        }
        return new Series(List.of(bars));
    }

    static Series ofCloses(double... closes) {
        return new Series(Arrays.stream(closes).mapToObj(Bar::at).toList());
    }

    static Series constant(double price, int length) {
        return new Series(Stream.generate(() -> Bar.at(price)).limit(length).toList());
    }

    double[] highs() {
        return each(Bar::high);
    }

    double[] lows() {
        return each(Bar::low);
    }

    double[] closes() {
        return each(Bar::close);
    }

    double[] volumes() {
        return each(Bar::volume);
    }

    private double[] each(ToDoubleFunction<Bar> field) {
        return bars.stream().mapToDouble(field).toArray();
    }

    /** Feeds every bar and takes the reading after each; NaN where there was none yet. */
    <I extends dev.astrolabe.agents.indicator.Indicator> double[] readings(
            I indicator, BiConsumer<I, Bar> update, ToDoubleFunction<I> reading) {
        double[] readings = new double[bars.size()];
        for (int i = 0; i < readings.length; i++) {
            update.accept(indicator, bars.get(i));
            readings[i] = indicator.isReady() ? reading.applyAsDouble(indicator) : Double.NaN;
        }
        return readings;
    }

    /** What an indicator of ta4j says at every bar. */
    double[] ta4j(Function<BarSeries, Indicator<Num>> constructor) {
        BarSeries series = new BaseBarSeriesBuilder().build();
        ZonedDateTime end = ZonedDateTime.of(2024, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);
        for (Bar bar : bars) {
            end = end.plus(Duration.ofMinutes(1));
            series.addBar(end, bar.open(), bar.high(), bar.low(), bar.close(), bar.volume());
        }
        Indicator<Num> indicator = constructor.apply(series);
        double[] values = new double[bars.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = indicator.getValue(i).doubleValue();
        }
        return values;
    }
}
