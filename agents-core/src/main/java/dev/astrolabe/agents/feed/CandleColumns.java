package dev.astrolabe.agents.feed;

import dev.astrolabe.exchange.model.Candle;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Which column is which, and the candle of a line. By hand and not by a CSV library: a row is numbers without quotes, and a
 * message must name the very line of the file, which libraries that skip, join or trim lines do not know.
 */
final class CandleColumns {

    private static final List<String> NEEDED = List.of("open_time_ms", "open", "high", "low", "close", "volume");
    // A bounded exponent: 1e999999999 is a short text and an endless number.
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,30}(\\.[0-9]{1,30})?([eE][+-]?[0-9]{1,2})?");
    private static final int LONGEST_TIME = 15;
    private static final int SHOWN = 120;

    private final int[] position;
    private final int count;

    private CandleColumns(int[] position, int count) {
        this.position = position;
        this.count = count;
    }

    static CandleColumns ofHeader(CandleLines lines) {
        String header = lines.next();
        if (header == null) {
            throw lines.wholeFile("is empty; the first line must be the header " + String.join(",", NEEDED));
        }
        List<String> names =
                List.of(header.split(",", -1)).stream().map(String::strip).toList();
        int[] position = new int[NEEDED.size()];
        for (int i = 0; i < position.length; i++) {
            String name = NEEDED.get(i);
            position[i] = names.indexOf(name);
            if (position[i] < 0) {
                throw lines.error("column '" + name + "' is missing; the header is '" + shown(header)
                        + "' and must have " + String.join(",", NEEDED));
            }
            if (names.lastIndexOf(name) != position[i]) {
                throw lines.error("column '" + name + "' stands twice in the header '" + shown(header) + "'");
            }
        }
        return new CandleColumns(position, names.size());
    }

    Candle candle(CandleLines lines, String line) {
        String[] fields = fields(lines, line);
        Instant openTime = time(lines, fields);
        BigDecimal open = price(lines, fields, 1);
        BigDecimal high = price(lines, fields, 2);
        BigDecimal low = price(lines, fields, 3);
        BigDecimal close = price(lines, fields, 4);
        BigDecimal volume = number(lines, fields, 5);
        if (volume.signum() < 0) {
            throw lines.error("volume " + volume.toPlainString() + " is below 0");
        }
        if (high.compareTo(low) < 0) {
            throw lines.error("high " + high.toPlainString() + " is below low " + low.toPlainString());
        }
        requireWithin(lines, "open", open, low, high);
        requireWithin(lines, "close", close, low, high);
        return new Candle(openTime, open, high, low, close, volume, true);
    }

    private String[] fields(CandleLines lines, String line) {
        if (line.isBlank()) {
            throw lines.error("the line is empty; a candle has " + count + " fields");
        }
        String[] fields = line.split(",", -1);
        if (fields.length != count) {
            throw lines.error(fields.length + " fields where the header has " + count + ": '" + shown(line) + "'");
        }
        return fields;
    }

    private Instant time(CandleLines lines, String[] fields) {
        String text = fields[position[0]].strip();
        BigDecimal millis = text.length() > LONGEST_TIME ? null : PlainDecimal.read(text);
        if (millis == null || millis.scale() != 0) {
            throw lines.error("open_time_ms '" + shown(text) + "' is not a time in whole milliseconds since 1970");
        }
        return Instant.ofEpochMilli(millis.longValue());
    }

    private BigDecimal price(CandleLines lines, String[] fields, int column) {
        BigDecimal price = number(lines, fields, column);
        if (price.signum() <= 0) {
            throw lines.error(NEEDED.get(column) + " " + price.toPlainString() + " is not above 0");
        }
        return price;
    }

    private BigDecimal number(CandleLines lines, String[] fields, int column) {
        String text = fields[position[column]].strip();
        BigDecimal plain = PlainDecimal.read(text);
        if (plain != null) {
            return plain;
        }
        if (!NUMBER.matcher(text).matches()) {
            throw lines.error(NEEDED.get(column) + " '" + shown(text) + "' is not a decimal number");
        }
        BigDecimal number = new BigDecimal(text);
        return number.scale() < 0 ? number.setScale(0) : number;
    }

    private static void requireWithin(
            CandleLines lines, String name, BigDecimal value, BigDecimal low, BigDecimal high) {
        if (value.compareTo(low) < 0 || value.compareTo(high) > 0) {
            throw lines.error(name + " " + value.toPlainString() + " lies outside low " + low.toPlainString()
                    + " to high " + high.toPlainString());
        }
    }

    private static String shown(String text) {
        String start = text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
        return start.replaceAll("\\p{Cntrl}", "?");
    }
}
