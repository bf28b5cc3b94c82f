package dev.astrolabe.agents.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import com.tictactec.ta.lib.Core;
import com.tictactec.ta.lib.MAType;
import com.tictactec.ta.lib.MInteger;
import com.tictactec.ta.lib.RetCode;
import java.util.Arrays;

/** What TA-Lib says at every bar; NaN before its first value. */
final class TaLib {
    private static final Core CORE = new Core();

    private TaLib() {}

    static double[] ema(double[] in, int period) {
        return aligned(in, (last, begin, count, out) -> CORE.ema(0, last, in, period, begin, count, out));
    }

    static double[] rsi(double[] in, int period) {
        return aligned(in, (last, begin, count, out) -> CORE.rsi(0, last, in, period, begin, count, out));
    }

    static double[] roc(double[] in, int period) {
        return aligned(in, (last, begin, count, out) -> CORE.roc(0, last, in, period, begin, count, out));
    }

    static double[] sma(double[] in, int period) {
        return aligned(in, (last, begin, count, out) -> CORE.sma(0, last, in, period, begin, count, out));
    }

    static double[] stdDev(double[] in, int period) {
        return aligned(in, (last, begin, count, out) -> CORE.stdDev(0, last, in, period, 1, begin, count, out));
    }

    static double[] max(double[] in, int period) {
        return aligned(in, (last, begin, count, out) -> CORE.max(0, last, in, period, begin, count, out));
    }

    static double[] min(double[] in, int period) {
        return aligned(in, (last, begin, count, out) -> CORE.min(0, last, in, period, begin, count, out));
    }

    static double[] atr(Series series, int period) {
        return ofBars(series, period, CORE::atr);
    }

    static double[] adx(Series series, int period) {
        return ofBars(series, period, CORE::adx);
    }

    static double[] plusDi(Series series, int period) {
        return ofBars(series, period, CORE::plusDI);
    }

    static double[] minusDi(Series series, int period) {
        return ofBars(series, period, CORE::minusDI);
    }

    /** Upper, middle and lower band. */
    static double[][] bbands(double[] in, int period, double deviations) {
        return alignedThree(
                in,
                (last, begin, count, upper, middle, lower) -> CORE.bbands(
                        0, last, in, period, deviations, deviations, MAType.Sma, begin, count, upper, middle, lower));
    }

    /** Line, signal and histogram. */
    static double[][] macd(double[] in, int fast, int slow, int signalPeriod) {
        return alignedThree(
                in,
                (last, begin, count, line, signal, histogram) ->
                        CORE.macd(0, last, in, fast, slow, signalPeriod, begin, count, line, signal, histogram));
    }

    private static double[] ofBars(Series series, int period, BarCall call) {
        double[] highs = series.highs();
        double[] lows = series.lows();
        double[] closes = series.closes();
        return aligned(
                closes, (last, begin, count, out) -> call.run(0, last, highs, lows, closes, period, begin, count, out));
    }

    private static double[] aligned(double[] in, Call call) {
        MInteger begin = new MInteger();
        MInteger count = new MInteger();
        double[] out = new double[in.length];
        assertThat(call.run(in.length - 1, begin, count, out)).isEqualTo(RetCode.Success);
        return shifted(out, begin.value, count.value);
    }

    private static double[][] alignedThree(double[] in, ThreeCall call) {
        MInteger begin = new MInteger();
        MInteger count = new MInteger();
        double[][] out = new double[3][in.length];
        assertThat(call.run(in.length - 1, begin, count, out[0], out[1], out[2]))
                .isEqualTo(RetCode.Success);
        return Arrays.stream(out)
                .map(values -> shifted(values, begin.value, count.value))
                .toArray(double[][]::new);
    }

    private static double[] shifted(double[] out, int begin, int count) {
        double[] values = new double[out.length];
        Arrays.fill(values, Double.NaN);
        System.arraycopy(out, 0, values, begin, count);
        return values;
    }

    private interface Call {
        RetCode run(int last, MInteger begin, MInteger count, double[] out);
    }

    private interface ThreeCall {
        RetCode run(int last, MInteger begin, MInteger count, double[] first, double[] second, double[] third);
    }

    private interface BarCall {
        RetCode run(
                int first,
                int last,
                double[] highs,
                double[] lows,
                double[] closes,
                int period,
                MInteger begin,
                MInteger count,
                double[] out);
    }
}
