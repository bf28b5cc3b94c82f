package dev.astrolabe.exchange;

import dev.astrolabe.exchange.error.NotSentException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The name of an exchange, in lower case, as it stands in a configuration.
 *
 * @param name such as {@code asterdex}
 * @since 0.1
 */
public record ExchangeId(String name) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");

    /** AsterDex perpetual futures. */
    public static final ExchangeId ASTERDEX = new ExchangeId("asterdex");

    /** OKX. */
    public static final ExchangeId OKX = new ExchangeId("okx");

    /** The exchange in this process that trades on paper. */
    public static final ExchangeId PAPER = new ExchangeId("paper");

    /**
     * Lowers the case and checks the form.
     *
     * @param name such as {@code asterdex}
     */
    public ExchangeId {
        name = name.strip().toLowerCase(Locale.ROOT);
        if (!FORM.matcher(name).matches()) {
            throw NotSentException.invalid(
                    "exchange name '" + name + "' is not 1 to 32 letters, digits or hyphens, such as asterdex");
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
