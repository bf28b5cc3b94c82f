package dev.astrolabe.agents.indicator;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * One kind of indicator with its usual parameters, for what holds of all of them.
 *
 * @param fresh makes one that has seen nothing
 * @param fields what it takes of a bar: high, low, close, volume
 * @param unit what happens to its readings where prices and volumes are given in another unit
 * @param memory whether a reading depends on the bars of its window only
 * @param update feeds one bar
 * @param readings all of its readings
 */
record Subject<I extends Indicator>(
        Supplier<I> fresh,
        String fields,
        Unit unit,
        Memory memory,
        BiConsumer<I, Bar> update,
        List<ToDoubleFunction<I>> readings) {

    enum Unit {
        OF_THE_INPUT,
        NONE
    }

    enum Memory {
        WINDOW,
        FADING
    }

    static Stream<Subject<?>> all() {
        return Stream.of(
                ofCloses(() -> new Ema(20), Unit.OF_THE_INPUT, Memory.FADING, Ema::update, Ema::value),
                ofCloses(() -> new Rsi(14), Unit.NONE, Memory.FADING, Rsi::update, Rsi::value),
                new Subject<>(
                        () -> new Atr(14),
                        "high low close",
                        Unit.OF_THE_INPUT,
                        Memory.FADING,
                        (atr, bar) -> atr.update(bar.high(), bar.low(), bar.close()),
                        List.of(Atr::value)),
                new Subject<>(
                        () -> new Adx(14),
                        "high low close",
                        Unit.NONE,
                        Memory.FADING,
                        (adx, bar) -> adx.update(bar.high(), bar.low(), bar.close()),
                        List.of(Adx::value, Adx::plusDi, Adx::minusDi)),
                ofCloses(() -> new Roc(12), Unit.NONE, Memory.WINDOW, Roc::update, Roc::value),
                ofCloses(
                        () -> new RollingMean(20),
                        Unit.OF_THE_INPUT,
                        Memory.WINDOW,
                        RollingMean::update,
                        RollingMean::value),
                ofCloses(
                        () -> new StandardDeviation(20),
                        Unit.OF_THE_INPUT,
                        Memory.WINDOW,
                        StandardDeviation::update,
                        StandardDeviation::value),
                ofCloses(() -> new ZScore(20), Unit.NONE, Memory.WINDOW, ZScore::update, ZScore::value),
                new Subject<>(
                        () -> new BollingerBands(20, 2),
                        "close",
                        Unit.OF_THE_INPUT,
                        Memory.WINDOW,
                        (bands, bar) -> bands.update(bar.close()),
                        List.of(BollingerBands::upper, BollingerBands::middle, BollingerBands::lower)),
                new Subject<>(
                        () -> new Macd(12, 26, 9),
                        "close",
                        Unit.OF_THE_INPUT,
                        Memory.FADING,
                        (macd, bar) -> macd.update(bar.close()),
                        List.of(Macd::line, Macd::signal, Macd::histogram)),
                new Subject<>(
                        () -> new DonchianChannel(20),
                        "high low",
                        Unit.OF_THE_INPUT,
                        Memory.WINDOW,
                        (channel, bar) -> channel.update(bar.high(), bar.low()),
                        List.of(DonchianChannel::upper, DonchianChannel::lower)),
                new Subject<>(
                        () -> new Vwap(20),
                        "high low close volume",
                        Unit.OF_THE_INPUT,
                        Memory.WINDOW,
                        (vwap, bar) -> vwap.update(bar.high(), bar.low(), bar.close(), bar.volume()),
                        List.of(Vwap::value)),
                new Subject<>(
                        () -> new VolumeRatio(20),
                        "volume",
                        Unit.NONE,
                        Memory.WINDOW,
                        (ratio, bar) -> ratio.update(bar.volume()),
                        List.of(VolumeRatio::value)));
    }

    private static <I extends Indicator> Subject<I> ofCloses(
            Supplier<I> fresh, Unit unit, Memory memory, CloseUpdate<I> update, ToDoubleFunction<I> reading) {
        return new Subject<>(
                fresh,
                "close",
                unit,
                memory,
                (indicator, bar) -> update.accept(indicator, bar.close()),
                List.of(reading));
    }

    Run start() {
        return new Run(fresh.get(), update, readings);
    }

    /** One that has seen all these bars. */
    Run after(List<Bar> bars) {
        Run run = start();
        bars.forEach(run::feed);
        return run;
    }

    @Override
    public String toString() {
        return fresh.get().toString();
    }

    interface CloseUpdate<I> {
        void accept(I indicator, double close);
    }

    /** An indicator at work, whatever its type. */
    static final class Run {
        private final Indicator indicator;
        private final Consumer<Bar> update;
        private final List<Supplier<Double>> readings;

        private <I extends Indicator> Run(I indicator, BiConsumer<I, Bar> update, List<ToDoubleFunction<I>> readings) {
            this.indicator = indicator;
            this.update = bar -> update.accept(indicator, bar);
            this.readings = readings.stream()
                    .<Supplier<Double>>map(reading -> () -> reading.applyAsDouble(indicator))
                    .toList();
        }

        Indicator indicator() {
            return indicator;
        }

        void feed(Bar bar) {
            update.accept(bar);
        }

        List<Supplier<Double>> readings() {
            return readings;
        }

        List<Double> values() {
            return readings.stream().map(Supplier::get).toList();
        }
    }
}
