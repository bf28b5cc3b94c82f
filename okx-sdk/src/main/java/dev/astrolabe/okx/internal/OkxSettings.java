package dev.astrolabe.okx.internal;

import dev.astrolabe.exchange.Environment;
import dev.astrolabe.exchange.ExchangeConfig;
import dev.astrolabe.exchange.ExchangeId;
import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.model.MarginMode;
import dev.astrolabe.exchange.transport.HostOption;
import dev.astrolabe.okx.Okx;
import dev.astrolabe.okx.OkxRegion;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a configuration says about OKX, checked.
 *
 * @param baseUrl where REST calls go
 * @param streamUrl where streams are, without a path; empty where the region has none that is known
 * @param isDemo whether it is the venue's demo trading
 * @param marginMode the mode of orders and settings that name none
 * @param orderExpiry for how long the venue may execute an order
 */
record OkxSettings(String baseUrl, String streamUrl, boolean isDemo, MarginMode marginMode, Duration orderExpiry) {

    private static final Set<String> KNOWN =
            Set.of(Okx.REGION, Okx.BASE_URL, Okx.STREAM_URL, Okx.MARGIN_MODE, Okx.ORDER_EXPIRY);
    private static final int DEFAULT_EXPIRY = 5_000;
    private static final int MAX_EXPIRY = 60_000;

    /**
     * Reads a configuration.
     *
     * @throws NotSentException naming what is wrong and what is known
     */
    static OkxSettings of(ExchangeConfig config) {
        if (!config.exchange().equals(ExchangeId.OKX)) {
            throw NotSentException.invalid(
                    "a configuration of '" + config.exchange() + "' was given to a client of " + ExchangeId.OKX);
        }
        for (String name : new TreeSet<>(config.options().keySet())) {
            if (!KNOWN.contains(name)) {
                throw NotSentException.invalid("option '" + name + "' of " + ExchangeId.OKX
                        + " is not known; known are " + new TreeSet<>(KNOWN));
            }
        }
        if (config.environment() == Environment.PAPER) {
            throw NotSentException.invalid(
                    "environment PAPER is not one of " + ExchangeId.OKX + "; it has LIVE and DEMO");
        }
        OkxRegion region = region(config);
        boolean demo = config.environment() == Environment.DEMO;
        return new OkxSettings(
                new HostOption(Okx.BASE_URL, "https", region.restUrl()).of(config),
                new HostOption(Okx.STREAM_URL, "wss", demo ? region.demoStreamUrl() : region.streamUrl()).of(config),
                demo,
                marginMode(config),
                orderExpiry(config));
    }

    /** A key works only where it was issued, so the region is never guessed. */
    private static OkxRegion region(ExchangeConfig config) {
        String text = config.option(Okx.REGION).orElse("");
        for (OkxRegion region : OkxRegion.values()) {
            if (region.name().equals(text.toUpperCase(Locale.ROOT))) {
                return region;
            }
        }
        String problem = text.isEmpty() ? "is needed" : "is '" + text + "', which is none";
        throw NotSentException.invalid("option " + Okx.REGION + " of " + ExchangeId.OKX + " " + problem
                + ": where the account is registered, one of global (www.okx.com), eea (my.okx.com), us"
                + " (app.okx.com, Australia too) and tr (tr.okx.com)");
    }

    private static MarginMode marginMode(ExchangeConfig config) {
        String text = config.option(Okx.MARGIN_MODE).orElse("cross");
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "cross" -> MarginMode.CROSS;
            case "isolated" -> MarginMode.ISOLATED;
            default ->
                throw NotSentException.invalid(
                        "option " + Okx.MARGIN_MODE + " '" + text + "' is not one of cross and isolated");
        };
    }

    private static Duration orderExpiry(ExchangeConfig config) {
        String text = config.option(Okx.ORDER_EXPIRY).orElse(Integer.toString(DEFAULT_EXPIRY));
        if (text.matches("\\d{1,5}")) {
            int millis = Integer.parseInt(text);
            if (millis >= 1 && millis <= MAX_EXPIRY) {
                return Duration.ofMillis(millis);
            }
        }
        throw NotSentException.invalid("option " + Okx.ORDER_EXPIRY + " '" + text
                + "' is not a whole number of milliseconds from 1 to " + MAX_EXPIRY);
    }
}
