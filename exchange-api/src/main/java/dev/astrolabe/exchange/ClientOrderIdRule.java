package dev.astrolabe.exchange;

import dev.astrolabe.exchange.error.NotSentException;
import java.util.regex.Pattern;

/**
 * What a client order id may look like. Ids of at most 32 letters and digits serve every exchange.
 *
 * @param allowed a regular expression for one character, such as {@code [A-Za-z0-9]}
 * @param maxLength the largest length
 * @since 0.1
 */
public record ClientOrderIdRule(String allowed, int maxLength) {

    /**
     * Checks an id.
     *
     * @param clientOrderId the id
     * @throws NotSentException naming the id and the rule
     */
    public void check(String clientOrderId) {
        if (!Pattern.matches("(?:" + allowed + "){1," + maxLength + "}", clientOrderId)) {
            throw NotSentException.invalid(
                    "client order id '" + clientOrderId + "' is not 1 to " + maxLength + " characters of " + allowed);
        }
    }
}
