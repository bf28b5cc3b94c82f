package dev.astrolabe.agents.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.management.ThreadMXBean;
import dev.astrolabe.agents.indicator.Subject.Memory;
import dev.astrolabe.agents.indicator.Subject.Run;
import dev.astrolabe.agents.indicator.Subject.Unit;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every indicator. */
class IndicatorContractTest {
    private static final List<Bar> BARS = Series.random(20, 300).bars();

    static Stream<Subject<?>> all() {
        return Subject.all();
    }

    static Stream<Subject<?>> windowed() {
        return Subject.all().filter(subject -> subject.memory() == Memory.WINDOW);
    }

    @ParameterizedTest
    @MethodSource("all")
    void is_ready_exactly_after_its_warm_up(Subject<?> subject) {
        Run run = subject.start();
        int fed = 0;
        while (!run.indicator().isReady()) {
            run.feed(BARS.get(fed++));
        }

        assertThat(fed).isEqualTo(run.indicator().warmUp());
    }

    @ParameterizedTest
    @MethodSource("all")
    void no_reading_before_the_warm_up(Subject<?> subject) {
        int warmUp = subject.start().indicator().warmUp();
        Run run = subject.after(BARS.subList(0, warmUp - 1));

        assertThat(run.readings())
                .allSatisfy(reading -> assertThatIllegalStateException()
                        .isThrownBy(reading::get)
                        .withMessage("%s has no value yet: %d of %d closed bars seen", subject, warmUp - 1, warmUp));
    }

    @ParameterizedTest
    @MethodSource("all")
    void refused_input_changes_nothing(Subject<?> subject) {
        Run disturbed = subject.start();
        for (Bar bar : BARS) {
            for (Bar bad : spoiled(bar, subject.fields())) {
                assertThatIllegalArgumentException().isThrownBy(() -> disturbed.feed(bad));
            }
            disturbed.feed(bar);
        }

        assertThat(disturbed.values()).isEqualTo(subject.after(BARS).values());
    }

    /** The bar with each of the named fields in turn made unacceptable in each way. */
    private static List<Bar> spoiled(Bar bar, String fields) {
        return Stream.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1.1e100, -1.1e100)
                .flatMap(bad -> Stream.of(fields.split(" ")).map(field -> switch (field) {
                    case "high" -> new Bar(bar.open(), bad, bar.low(), bar.close(), bar.volume());
                    case "low" -> new Bar(bar.open(), bar.high(), bad, bar.close(), bar.volume());
                    case "close" -> new Bar(bar.open(), bar.high(), bar.low(), bad, bar.volume());
                    case "volume" -> new Bar(bar.open(), bar.high(), bar.low(), bar.close(), bad);
                    default -> throw new IllegalArgumentException("field " + field);
                }))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("all")
    void the_unit_of_price_and_volume_only_scales_readings(Subject<?> subject) {
        for (int exponent : new int[] {-300, -30, 30, 300}) {
            // A power of two, so that scaling itself rounds nothing and every bit can be compared.
            double factor = Math.scalb(1.0, exponent);
            List<Bar> scaled = BARS.stream().map(bar -> bar.times(factor)).toList();
            double onReadings = subject.unit() == Unit.NONE ? 1 : factor;

            assertThat(subject.after(scaled).values())
                    .isEqualTo(subject.after(BARS).values().stream()
                            .map(value -> value * onReadings)
                            .toList());
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void readings_are_finite_for_all_that_is_accepted(Subject<?> subject) {
        double[] prices = {1e100, 1e-100, 0, Double.MIN_VALUE, 1e-100, 1e100, 1, 1e100, Double.MIN_VALUE, 1e50};
        Run run = subject.start();
        for (int i = 0; i < 500; i++) {
            double low = Math.min(prices[i % 10], prices[i * 7 % 9]);
            double high = Math.max(prices[i % 10], prices[i * 7 % 9]);
            run.feed(new Bar(low, high, low, i % 2 == 0 ? low : high, prices[i * 3 % 10]));

            if (run.indicator().isReady()) {
                assertThat(run.values()).allSatisfy(value -> assertThat(value).isFinite());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("windowed")
    void equal_windows_give_equal_bits_whatever_preceded_them(Subject<?> subject) {
        int warmUp = subject.start().indicator().warmUp();

        Run restarted = subject.after(BARS.subList(BARS.size() - warmUp, BARS.size()));

        assertThat(restarted.values()).isEqualTo(subject.after(BARS).values());
    }

    @ParameterizedTest
    @MethodSource("all")
    void updates_allocate_nothing(Subject<?> subject) {
        assumeThat(ManagementFactory.getThreadMXBean())
                .as("this virtual machine cannot count a thread's allocations")
                .isInstanceOf(ThreadMXBean.class);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Run run = subject.after(BARS);
        Bar[] bars = BARS.toArray(Bar[]::new);
        long thread = Thread.currentThread().getId();
        threads.getThreadAllocatedBytes(thread);

        long before = threads.getThreadAllocatedBytes(thread);
        for (int i = 0; i < 20_000; i++) {
            run.feed(bars[i % bars.length]);
        }
        long allocated = threads.getThreadAllocatedBytes(thread) - before;

        // A single boxed number a bar would be 320,000 bytes; linking code on its first call may take a few.
        assertThat(allocated).isLessThan(20_000);
    }

    static Stream<Arguments> periods() {
        return Stream.of(
                period("EMA", Ema::new, 1),
                period("RSI", Rsi::new, 2),
                period("ATR", Atr::new, 1),
                period("ADX", Adx::new, 2),
                period("ROC", Roc::new, 1),
                period("SMA", RollingMean::new, 1),
                period("STDDEV", StandardDeviation::new, 2),
                period("ZSCORE", ZScore::new, 2),
                period("BBANDS", period -> new BollingerBands(period, 2), 2),
                period("DONCHIAN", DonchianChannel::new, 1),
                period("VWAP", Vwap::new, 1),
                period("VOLUME_RATIO", VolumeRatio::new, 2),
                period("the fast average of MACD", period -> new Macd(period, 26, 9), 1),
                period("the slow average of MACD", period -> new Macd(1, period, 9), 2),
                period("the signal of MACD", period -> new Macd(12, 26, period), 1));
    }

    private static Arguments period(String name, IntFunction<Indicator> constructor, int smallest) {
        return Arguments.of(name, constructor, smallest);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("periods")
    void rejects_a_period_out_of_range(String name, IntFunction<Indicator> constructor, int smallest) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> constructor.apply(smallest - 1))
                .withMessage(
                        "period %d of %s is outside %d to 100000; nearest is %d",
                        smallest - 1, name, smallest, smallest);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> constructor.apply(100_001))
                .withMessage("period 100001 of %s is outside %d to 100000; nearest is 100000", name, smallest);
        assertThatIllegalArgumentException().isThrownBy(() -> constructor.apply(Integer.MIN_VALUE));
        assertThat(constructor.apply(smallest).warmUp()).isPositive();
    }

    @Test
    void accepts_the_largest_period() {
        assertThat(new Ema(100_000).warmUp()).isEqualTo(100_000);
        assertThat(new Adx(100_000).warmUp()).isEqualTo(200_000);
    }

    @Test
    void warm_ups_are_ta_libs_lookbacks_and_one() {
        assertThat(all().collect(Collectors.toMap(
                        Subject::toString,
                        subject -> subject.start().indicator().warmUp())))
                .containsEntry("EMA(20)", 20)
                .containsEntry("RSI(14)", 15)
                .containsEntry("ATR(14)", 15)
                .containsEntry("ADX(14)", 28)
                .containsEntry("ROC(12)", 13)
                .containsEntry("BBANDS(20, 2.0)", 20)
                .containsEntry("MACD(12, 26, 9)", 34)
                .containsEntry("DONCHIAN(20)", 20);
    }

    @Test
    void rejects_bars_that_contradict_themselves() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DonchianChannel(20).update(9, 10))
                .withMessage("high 9.0 of the bar is below its low 10.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Atr(14).update(11, 10, 11.5))
                .withMessage("close 11.5 of the bar is outside its low 10.0 to high 11.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Vwap(20).update(11, 10, 9.5, 1))
                .withMessage("close 9.5 of the bar is outside its low 10.0 to high 11.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new VolumeRatio(20).update(-1))
                .withMessage("volume -1.0 of the bar is negative; the least is 0");
    }
}
