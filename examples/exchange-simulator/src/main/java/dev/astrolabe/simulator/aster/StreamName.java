package dev.astrolabe.simulator.aster;

import dev.astrolabe.exchange.model.CandleInterval;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A market stream (docs: futures v3, "Websocket Market Streams").
 *
 * @param text as the client wrote it
 * @param symbol the venue's symbol; empty for a stream of all
 * @param levels of a partial book; 0 for none
 * @param interval of candles; M1 for other streams
 * @param every the shortest time between two messages; zero for each change
 */
record StreamName(String text, Kind kind, String symbol, int levels, CandleInterval interval, Duration every) {

    /** What is streamed. */
    enum Kind {
        TRADES,
        MARK,
        CANDLES,
        MINI_TICKER,
        TICKER,
        BOOK_TICKER,
        FORCED,
        PARTIAL_BOOK,
        BOOK
    }

    private static final Duration HALF_SECOND = Duration.ofMillis(500);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration THREE_SECONDS = Duration.ofSeconds(3);
    private static final Duration QUARTER = Duration.ofMillis(250);
    private static final Duration TENTH = Duration.ofMillis(100);

    private static final Pattern OF_SYMBOL = Pattern.compile("([^@!]+)@(.+)");
    private static final Pattern DEPTH = Pattern.compile("depth(5|10|20)?(?:@(100ms|250ms|500ms))?");
    private static final Map<String, Duration> SPEEDS = Map.of("100ms", TENTH, "250ms", QUARTER, "500ms", HALF_SECOND);

    /** Empty where the venue has no such stream. */
    static Optional<StreamName> parse(String text) {
        Optional<StreamName> ofAll = ofAll(text);
        if (ofAll.isPresent()) {
            return ofAll;
        }
        Matcher match = OF_SYMBOL.matcher(text);
        return match.matches()
                ? ofSymbol(text, match.group(1).toUpperCase(Locale.ROOT), match.group(2))
                : Optional.empty();
    }

    private static Optional<StreamName> ofAll(String text) {
        return switch (text) {
            case "!markPrice@arr" -> of(text, Kind.MARK, "", THREE_SECONDS);
            case "!markPrice@arr@1s" -> of(text, Kind.MARK, "", SECOND);
            case "!miniTicker@arr" -> of(text, Kind.MINI_TICKER, "", SECOND);
            case "!ticker@arr" -> of(text, Kind.TICKER, "", SECOND);
            case "!bookTicker" -> of(text, Kind.BOOK_TICKER, "", Duration.ZERO);
            case "!forceOrder@arr" -> of(text, Kind.FORCED, "", SECOND);
            default -> Optional.empty();
        };
    }

    private static Optional<StreamName> ofSymbol(String text, String symbol, String rest) {
        return switch (rest) {
            case "aggTrade" -> of(text, Kind.TRADES, symbol, TENTH);
            case "markPrice" -> of(text, Kind.MARK, symbol, THREE_SECONDS);
            case "markPrice@1s" -> of(text, Kind.MARK, symbol, SECOND);
            case "miniTicker" -> of(text, Kind.MINI_TICKER, symbol, HALF_SECOND);
            case "ticker" -> of(text, Kind.TICKER, symbol, HALF_SECOND);
            case "bookTicker" -> of(text, Kind.BOOK_TICKER, symbol, Duration.ZERO);
            case "forceOrder" -> of(text, Kind.FORCED, symbol, SECOND);
            default ->
                rest.startsWith("kline_")
                        ? CandleInterval.ofCode(rest.substring("kline_".length()))
                                .map(interval -> new StreamName(text, Kind.CANDLES, symbol, 0, interval, QUARTER))
                        : depth(text, symbol, rest);
        };
    }

    private static Optional<StreamName> depth(String text, String symbol, String rest) {
        Matcher match = DEPTH.matcher(rest);
        if (!match.matches()) {
            return Optional.empty();
        }
        String speed = Optional.ofNullable(match.group(2)).orElse("250ms");
        Duration every = SPEEDS.getOrDefault(speed, QUARTER);
        int levels = Optional.ofNullable(match.group(1)).map(Integer::parseInt).orElse(0);
        Kind kind = levels == 0 ? Kind.BOOK : Kind.PARTIAL_BOOK;
        return Optional.of(new StreamName(text, kind, symbol, levels, CandleInterval.M1, every));
    }

    private static Optional<StreamName> of(String text, Kind kind, String symbol, Duration every) {
        return Optional.of(new StreamName(text, kind, symbol, 0, CandleInterval.M1, every));
    }
}
