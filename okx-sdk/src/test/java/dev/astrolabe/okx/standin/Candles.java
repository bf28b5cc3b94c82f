package dev.astrolabe.okx.standin;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Candles at the price of now: 60 of them, and 200 more in the history. */
final class Candles {

    private static final Pattern BAR = Pattern.compile("(\\d+)([smHDWM])(utc)?");
    private static final int NEWEST = 60;
    private static final int OLDER = 200;
    private static final long MONDAY = Duration.ofDays(4).toMillis();
    private static final long SHIFT = Duration.ofHours(8).toMillis();

    private final Clock clock;

    Candles(Clock clock) {
        this.clock = clock;
    }

    /** With volumes, as trades make them. */
    List<List<String>> ofTrades(Listing listing, BigDecimal price, Map<String, String> query, boolean history) {
        return rows(listing, price, query, history, 300, true);
    }

    /** Of a price that nobody trades: mark or index. */
    List<List<String>> ofPrice(Listing listing, BigDecimal price, Map<String, String> query, boolean history) {
        return rows(listing, price, query, history, 100, false);
    }

    /** The one that is still open. */
    List<String> running(Listing listing, BigDecimal price, String bar, boolean volumes) {
        List<Long> opens = opens(bar, 1);
        return row(listing, price, opens.get(0), false, volumes);
    }

    private List<List<String>> rows(
            Listing listing,
            BigDecimal price,
            Map<String, String> query,
            boolean history,
            int largest,
            boolean volumes) {
        String bar = query.getOrDefault("bar", "1m");
        if (bar.endsWith("s") && !history) {
            throw Refusal.of("51000", "Parameter bar error");
        }
        List<Long> opens = opens(bar, history ? NEWEST + OLDER : NEWEST);
        long newest = opens.get(opens.size() - 1);
        return Rows.page(opens, query, largest, open -> open).stream()
                .map(open -> row(listing, price, open, open != newest, volumes))
                .toList();
    }

    private static List<String> row(Listing listing, BigDecimal price, long open, boolean closed, boolean volumes) {
        String text = Rows.text(price);
        List<String> row = new ArrayList<>(List.of(
                Long.toString(open),
                text,
                Rows.text(price.add(listing.tick())),
                Rows.text(price.subtract(listing.tick())),
                text));
        if (volumes) {
            BigDecimal contracts = new BigDecimal("1523.4");
            BigDecimal quantity = listing.toBase(contracts);
            row.add(Rows.text(contracts));
            row.add(Rows.text(quantity));
            row.add(Rows.text(quantity.multiply(price)));
        }
        row.add(closed ? "1" : "0");
        return row;
    }

    /** Oldest first. */
    private List<Long> opens(String bar, int count) {
        Matcher matcher = BAR.matcher(bar);
        if (!matcher.matches()) {
            throw Refusal.of("51000", "Parameter bar error");
        }
        int length = Integer.parseInt(matcher.group(1));
        boolean utc = matcher.group(3) != null;
        List<Long> opens = new ArrayList<>();
        for (int back = count - 1; back >= 0; back--) {
            opens.add(open(length, matcher.group(2).charAt(0), utc, back));
        }
        return opens;
    }

    /** Bars of six hours and more open by the clock of Hong Kong unless they say UTC. */
    private long open(int length, char unit, boolean utc, int back) {
        long shift = utc || unit == 's' || unit == 'm' || (unit == 'H' && length < 6) ? 0 : SHIFT;
        long now = clock.millis() + shift;
        if (unit == 'M') {
            LocalDate day =
                    LocalDate.ofEpochDay(Math.floorDiv(now, Duration.ofDays(1).toMillis()));
            LocalDate first = day.withDayOfMonth(1).withMonth((day.getMonthValue() - 1) / length * length + 1);
            return first.minusMonths((long) back * length)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant()
                            .toEpochMilli()
                    - shift;
        }
        long step = switch (unit) {
            case 's' -> Duration.ofSeconds(length).toMillis();
            case 'm' -> Duration.ofMinutes(length).toMillis();
            case 'H' -> Duration.ofHours(length).toMillis();
            case 'D' -> Duration.ofDays(length).toMillis();
            default -> Duration.ofDays(7L * length).toMillis();
        };
        long start = unit == 'W' ? MONDAY : 0;
        return Math.floorDiv(now - start, step) * step + start - back * step - shift;
    }
}
