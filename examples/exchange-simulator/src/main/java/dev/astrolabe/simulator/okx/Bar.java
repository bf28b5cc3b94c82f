package dev.astrolabe.simulator.okx;

import dev.astrolabe.exchange.model.Candle;
import dev.astrolabe.exchange.model.CandleInterval;
import dev.astrolabe.simulator.market.Market;
import dev.astrolabe.simulator.market.PriceKind;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A length of candles. From 6H on they open on UTC+8, or with the suffix {@code utc} on UTC (docs: OKX v5, "Get candlesticks"). What
 * the market does not keep in that way is put together from shorter ones.
 */
final class Bar {

    static final Duration CHINA = Duration.ofHours(8);

    private static final int MOST_PARTS = 20_000;
    private static final Map<String, CandleInterval> DIRECT = direct();

    private final @Nullable CandleInterval whole;
    private final CandleInterval part;
    private final long hours;
    private final int months;
    private final Duration zone;

    private Bar(@Nullable CandleInterval whole, CandleInterval part, long hours, int months, Duration zone) {
        this.whole = whole;
        this.part = part;
        this.hours = hours;
        this.months = months;
        this.zone = zone;
    }

    private static Map<String, CandleInterval> direct() {
        Map<String, CandleInterval> direct = new HashMap<>();
        for (CandleInterval interval : CandleInterval.values()) {
            if (interval.duration().compareTo(Duration.ofHours(4)) <= 0) {
                direct.put(interval.code().replace('h', 'H'), interval);
            }
        }
        direct.put("6Hutc", CandleInterval.H6);
        direct.put("12Hutc", CandleInterval.H12);
        direct.put("1Dutc", CandleInterval.D1);
        direct.put("1Wutc", CandleInterval.W1);
        direct.put("1Mutc", CandleInterval.MO1);
        return Map.copyOf(direct);
    }

    /** The bar of a name; case matters. Empty where it is none. */
    static Optional<Bar> of(String name) {
        CandleInterval interval = DIRECT.get(name);
        if (interval != null) {
            return Optional.of(new Bar(interval, interval, 0, 0, Duration.ZERO));
        }
        boolean utc = name.endsWith("utc");
        Duration zone = utc ? Duration.ZERO : CHINA;
        return switch (utc ? name.substring(0, name.length() - 3) : name) {
            case "6H" -> Optional.of(new Bar(null, CandleInterval.H2, 6, 0, zone));
            case "12H" -> Optional.of(new Bar(null, CandleInterval.H4, 12, 0, zone));
            case "1D" -> Optional.of(new Bar(null, CandleInterval.H4, 24, 0, zone));
            case "2D" -> Optional.of(new Bar(null, CandleInterval.H4, 48, 0, zone));
            case "3D" -> Optional.of(new Bar(null, CandleInterval.H4, 72, 0, zone));
            case "1W" -> Optional.of(new Bar(null, CandleInterval.H4, 168, 0, zone));
            case "1M" -> Optional.of(new Bar(null, CandleInterval.H4, 0, 1, zone));
            case "3M" -> Optional.of(new Bar(null, CandleInterval.H4, 0, 3, zone));
            default -> Optional.empty();
        };
    }

    /** The newest candles that open before or at a time, ascending. */
    List<Candle> candles(Market market, PriceKind kind, @Nullable Instant to, int limit) {
        if (whole != null) {
            return market.candles(kind, whole, null, to, limit);
        }
        long perBar = months > 0
                ? months * 31L * 6
                : Math.max(1, hours / part.duration().toHours());
        int parts = (int) Math.min(MOST_PARTS, perBar * (limit + 1L));
        Instant end = to == null ? null : next(openOf(to)).minusMillis(1);
        List<Candle> whole = merge(market.candles(kind, part, null, end, parts));
        // The first may lack its beginning.
        List<Candle> complete = whole.size() > limit ? whole.subList(whole.size() - limit, whole.size()) : whole;
        return to == null
                ? complete
                : complete.stream()
                        .filter(candle -> !candle.openTime().isAfter(to))
                        .toList();
    }

    private List<Candle> merge(List<Candle> parts) {
        Deque<Candle> merged = new ArrayDeque<>();
        for (Candle piece : parts) {
            Instant open = openOf(piece.openTime());
            Candle last = merged.peekLast();
            boolean closes =
                    piece.closed() && !piece.openTime().plus(part.duration()).isBefore(next(open));
            if (last == null || !last.openTime().equals(open)) {
                merged.add(new Candle(
                        open, piece.open(), piece.high(), piece.low(), piece.close(), piece.volume(), closes));
            } else {
                merged.removeLast();
                BigDecimal high = last.high().max(piece.high());
                BigDecimal low = last.low().min(piece.low());
                merged.add(new Candle(
                        open,
                        last.open(),
                        high,
                        low,
                        piece.close(),
                        last.volume().add(piece.volume()),
                        closes));
            }
        }
        return new ArrayList<>(merged);
    }

    /** When the bar opened that a time lies in. Weeks open on Monday. */
    private Instant openOf(Instant time) {
        OffsetDateTime local = time.plus(zone).atOffset(ZoneOffset.UTC);
        if (months > 0) {
            int month = (local.getMonthValue() - 1) / months * months + 1;
            return local.truncatedTo(ChronoUnit.DAYS)
                    .withDayOfMonth(1)
                    .withMonth(month)
                    .toInstant()
                    .minus(zone);
        }
        // The epoch was a Thursday: three days are added so that weeks count from Monday.
        long shift = hours == 168 ? 72 : 0;
        long hour = local.toEpochSecond() / 3600 + shift;
        return Instant.ofEpochSecond((hour / hours * hours - shift) * 3600).minus(zone);
    }

    private Instant next(Instant open) {
        return months > 0
                ? open.plus(zone)
                        .atOffset(ZoneOffset.UTC)
                        .plusMonths(months)
                        .toInstant()
                        .minus(zone)
                : open.plus(Duration.ofHours(hours));
    }
}
