package dev.astrolabe.simulator.okx;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Numbers and times as this venue writes them: texts, and nothing where there is nothing. */
final class Text {

    private static final int DIGITS = 16;

    private Text() {}

    static String of(@Nullable BigDecimal value) {
        if (value == null) {
            return "";
        }
        if (value.signum() == 0) {
            return "0";
        }
        return (value.scale() > DIGITS ? value.setScale(DIGITS, RoundingMode.HALF_UP) : value)
                .stripTrailingZeros()
                .toPlainString();
    }

    static String of(Optional<BigDecimal> value) {
        return value.map(Text::of).orElse("");
    }

    static String of(Instant time) {
        return Long.toString(time.toEpochMilli());
    }

    static String time(Optional<Instant> time) {
        return time.map(Text::of).orElse("");
    }

    /** Acks carry microseconds (docs: OKX v5, "Place order", inTime and outTime). */
    static String micros(Instant time) {
        return Long.toString(time.getEpochSecond() * 1_000_000 + time.getNano() / 1_000);
    }

    static BigDecimal ratio(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0 ? BigDecimal.ZERO : part.divide(whole, DIGITS, RoundingMode.HALF_UP);
    }
}
