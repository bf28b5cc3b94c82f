package dev.astrolabe.exchange.model;

import dev.astrolabe.exchange.error.NotSentException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is traded, in the spelling traders know: {@code BTC/USDT} spot, {@code BTC/USDT:USDT} linear perpetual,
 * {@code BTC/USD:BTC} inverse perpetual, {@code BTC/USDT:USDT-260327} dated future. The base is always the single coin: a
 * venue's multiplier ({@code 1000PEPEUSDT}) belongs to the {@link Instrument}. Immutable.
 *
 * @since 0.1
 */
public final class Symbol implements Comparable<Symbol> {

    private static final Pattern FORM =
            Pattern.compile("([^/:\\s-]{1,32})/([^/:\\s-]{1,32})(?::([^/:\\s-]{1,32})(?:-(\\d{6}))?)?");
    private static final DateTimeFormatter EXPIRY =
            DateTimeFormatter.ofPattern("uuMMdd").withResolverStyle(ResolverStyle.STRICT);

    private final String base;
    private final String quote;
    private final @Nullable String settle;
    private final @Nullable LocalDate expiry;
    private final String text;

    private Symbol(String base, String quote, @Nullable String settle, @Nullable LocalDate expiry) {
        this.base = base;
        this.quote = quote;
        this.settle = settle;
        this.expiry = expiry;
        this.text = base + "/" + quote + (settle == null ? "" : ":" + settle)
                + (expiry == null ? "" : "-" + EXPIRY.format(expiry));
    }

    /**
     * Reads a symbol.
     *
     * @param text such as {@code BTC/USDT:USDT}
     * @return the symbol
     * @throws NotSentException if the text is not of that form
     */
    public static Symbol parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw NotSentException.invalid(
                    "symbol '" + text
                            + "' is not of the form BASE/QUOTE, BASE/QUOTE:SETTLE or BASE/QUOTE:SETTLE-yyMMdd, as in BTC/USDT:USDT");
        }
        return new Symbol(form.group(1), form.group(2), form.group(3), expiry(text, form.group(4)));
    }

    private static @Nullable LocalDate expiry(String text, @Nullable String date) {
        try {
            return date == null ? null : LocalDate.parse(date, EXPIRY);
        } catch (DateTimeParseException e) {
            throw new NotSentException(
                    NotSentException.Cause.INVALID,
                    "symbol '" + text + "' has the expiry '" + date + "', which is no date of the form yyMMdd",
                    null,
                    e);
        }
    }

    /**
     * A spot pair.
     *
     * @param base the coin
     * @param quote what it is priced in
     * @return {@code base/quote}
     */
    public static Symbol spot(String base, String quote) {
        return parse(base + "/" + quote);
    }

    /**
     * A perpetual.
     *
     * @param base the coin
     * @param quote what it is priced in
     * @param settle what profit is paid in: the quote for a linear, the base for an inverse one
     * @return {@code base/quote:settle}
     */
    public static Symbol perpetual(String base, String quote, String settle) {
        return parse(base + "/" + quote + ":" + settle);
    }

    /**
     * A dated future.
     *
     * @param base the coin
     * @param quote what it is priced in
     * @param settle what profit is paid in
     * @param expiry the day of its expiry, UTC, in the years 2000 to 2099
     * @return {@code base/quote:settle-yyMMdd}
     * @throws NotSentException if a part does not fit the form
     */
    public static Symbol future(String base, String quote, String settle, LocalDate expiry) {
        if (expiry.getYear() < 2000 || expiry.getYear() > 2099) {
            throw NotSentException.invalid("expiry " + expiry + " of " + base + "/" + quote + ":" + settle
                    + " is not in the years 2000 to 2099, which yyMMdd can tell");
        }
        return parse(base + "/" + quote + ":" + settle + "-" + EXPIRY.format(expiry));
    }

    /**
     * The single coin.
     *
     * @return such as {@code BTC}
     */
    public String base() {
        return base;
    }

    /**
     * What the coin is priced in.
     *
     * @return such as {@code USDT}
     */
    public String quote() {
        return quote;
    }

    /**
     * What profit is paid in.
     *
     * @return the asset; empty for spot
     */
    public Optional<String> settle() {
        return Optional.ofNullable(settle);
    }

    /**
     * The day of the expiry, UTC.
     *
     * @return the day; empty for spot and perpetuals
     */
    public Optional<LocalDate> expiry() {
        return Optional.ofNullable(expiry);
    }

    @Override
    public int compareTo(Symbol other) {
        return text.compareTo(other.text);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Symbol symbol && text.equals(symbol.text);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(text);
    }

    /** The form that {@link #parse} reads. */
    @Override
    public String toString() {
        return text;
    }
}
