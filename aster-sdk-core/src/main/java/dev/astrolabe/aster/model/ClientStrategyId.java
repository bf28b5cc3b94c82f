package dev.astrolabe.aster.model;

import dev.astrolabe.exchange.error.NotSentException;
import java.util.regex.Pattern;

/** What a client's id of a chase or strategy may look like (docs: futures v3, "Place Chase Order"). */
final class ClientStrategyId {

    private static final Pattern ALLOWED = Pattern.compile("[.A-Z:/a-z0-9_-]{1,28}");

    private ClientStrategyId() {}

    static void check(String id) {
        if (!ALLOWED.matcher(id).matches()) {
            throw NotSentException.invalid(
                    "client strategy id '" + id + "' is not 1 to 28 characters of [.A-Z:/a-z0-9_-]");
        }
    }
}
