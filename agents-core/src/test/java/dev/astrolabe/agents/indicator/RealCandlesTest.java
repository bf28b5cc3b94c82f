package dev.astrolabe.agents.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A month of real one-minute candles, read in place from {@code data.dir}, against TA-Lib. */
class RealCandlesTest {
    private static final String FILE = "btc-perp-1m-2022-01.csv.gz";

    /** TA-Lib's running sums of squares lose digits where, as here, prices are some thousand deviations from zero. */
    private static final double SQUARES = 1e-7;

    private static final String DIRECTORY = System.getProperty("data.dir", "");

    private static Series candles = new Series(List.of());

    @BeforeAll
    static void read_the_candles() throws IOException {
        if (DIRECTORY.isEmpty()) {
            return;
        }
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(Path.of(DIRECTORY, FILE))), StandardCharsets.US_ASCII))) {
            candles = new Series(lines.lines().skip(1).map(RealCandlesTest::bar).toList());
        }
        assertThat(candles.bars()).hasSize(45_031);
    }

    /** Before each test and not all of them, so that every one is reported as skipped. */
    @BeforeEach
    void needs_the_candles() {
        assumeThat(DIRECTORY)
                .as("skipped: -Ddata.dir names no directory with %s", FILE)
                .isNotEmpty();
    }

    @Test
    void averages_agree_with_ta_lib() {
        double[] closes = candles.closes();

        Agreement.withTaLib(ofCloses(new Ema(20), Ema::update, Ema::value), TaLib.ema(closes, 20));
        Agreement.withTaLib(ofCloses(new Ema(50), Ema::update, Ema::value), TaLib.ema(closes, 50));
        Agreement.withTaLib(
                ofCloses(new RollingMean(20), RollingMean::update, RollingMean::value), TaLib.sma(closes, 20));
    }

    @Test
    void oscillators_agree_with_ta_lib() {
        double[] closes = candles.closes();

        Agreement.withTaLib(ofCloses(new Rsi(14), Rsi::update, Rsi::value), TaLib.rsi(closes, 14));
        Agreement.withTaLib(ofCloses(new Roc(12), Roc::update, Roc::value), TaLib.roc(closes, 12));
    }

    @Test
    void macd_agrees_with_ta_lib() {
        double[][] taLib = TaLib.macd(candles.closes(), 12, 26, 9);

        Agreement.withTaLib(ofCloses(new Macd(12, 26, 9), Macd::update, Macd::line), taLib[0]);
        Agreement.withTaLib(ofCloses(new Macd(12, 26, 9), Macd::update, Macd::signal), taLib[1]);
        Agreement.withTaLib(ofCloses(new Macd(12, 26, 9), Macd::update, Macd::histogram), taLib[2]);
    }

    @Test
    void range_and_trend_agree_with_ta_lib() {
        double[] atr = candles.readings(
                new Atr(14), (range, bar) -> range.update(bar.high(), bar.low(), bar.close()), Atr::value);
        double[] adx = candles.readings(
                new Adx(14), (trend, bar) -> trend.update(bar.high(), bar.low(), bar.close()), Adx::value);

        Agreement.withTaLib(atr, TaLib.atr(candles, 14));
        Agreement.withTaLib(adx, TaLib.adx(candles, 14));
    }

    @Test
    void channels_agree_with_ta_lib() {
        Agreement.withTaLib(channel(DonchianChannel::upper), TaLib.max(candles.highs(), 20));
        Agreement.withTaLib(channel(DonchianChannel::lower), TaLib.min(candles.lows(), 20));
    }

    @Test
    void deviations_agree_with_ta_lib_as_far_as_its_digits_go() {
        double[] closes = candles.closes();
        double[][] bands = TaLib.bbands(closes, 20, 2);

        Agreement.withTaLib(
                ofCloses(new StandardDeviation(20), StandardDeviation::update, StandardDeviation::value),
                TaLib.stdDev(closes, 20),
                SQUARES);
        Agreement.withTaLib(
                ofCloses(new BollingerBands(20, 2), BollingerBands::update, BollingerBands::upper), bands[0]);
        Agreement.withTaLib(
                ofCloses(new BollingerBands(20, 2), BollingerBands::update, BollingerBands::lower), bands[2]);
    }

    private static <I extends Indicator> double[] ofCloses(
            I indicator, Subject.CloseUpdate<I> update, ToDoubleFunction<I> reading) {
        return candles.readings(indicator, (fed, bar) -> update.accept(fed, bar.close()), reading);
    }

    private static double[] channel(ToDoubleFunction<DonchianChannel> reading) {
        return candles.readings(
                new DonchianChannel(20), (channel, bar) -> channel.update(bar.high(), bar.low()), reading);
    }

    private static Bar bar(String line) {
        double[] fields =
                Arrays.stream(line.split(",")).mapToDouble(Double::parseDouble).toArray();
        return new Bar(fields[1], fields[2], fields[3], fields[4], fields[5]);
    }
}
