package dev.astrolabe.okx.internal;

import dev.astrolabe.exchange.error.NotSentException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * What a subscription asks for: a channel and the keys that narrow it (docs: OKX v5, WebSocket "Subscribe"). Its name is the same
 * text for the same channel, and tells all of it: {@code trades instId=BTC-USDT-SWAP}.
 *
 * @param word the channel's own name
 * @param keys the other members of the argument
 */
record OkxChannel(String word, SortedMap<String, String> keys) {

    private static final String CHANNEL = "channel";
    /** Members that do not tell channels apart: whose it is, and how often it is told. */
    private static final String USER = "uid";

    private static final String EXTRA = "extraParams";
    private static final String ANY = "ANY";

    static OkxChannel of(String word) {
        return new OkxChannel(word, new TreeMap<>());
    }

    static OkxChannel ofInstrument(String word, String instId) {
        return of(word).with("instId", instId);
    }

    OkxChannel with(String key, String value) {
        if (value.isEmpty() || value.indexOf(' ') >= 0) {
            throw NotSentException.invalid(key + " '" + value + "' of channel " + word + " is empty or has blanks");
        }
        SortedMap<String, String> more = new TreeMap<>(keys);
        more.put(key, value);
        return new OkxChannel(word, more);
    }

    String name() {
        StringBuilder text = new StringBuilder(word);
        keys.forEach((key, value) -> text.append(' ').append(key).append('=').append(value));
        return text.toString();
    }

    /** The channel of a name. */
    static OkxChannel named(String name) {
        String[] parts = name.split(" ", -1);
        SortedMap<String, String> keys = new TreeMap<>();
        for (int i = 1; i < parts.length; i++) {
            int end = parts[i].indexOf('=');
            keys.put(parts[i].substring(0, end), parts[i].substring(end + 1));
        }
        return new OkxChannel(parts[0], keys);
    }

    /** The channel of the argument that an answer or a push repeats. */
    static OkxChannel repeated(Members arg) {
        String[] word = {""};
        SortedMap<String, String> keys = new TreeMap<>();
        arg.forEach((key, value) -> {
            if (key.equals(CHANNEL)) {
                word[0] = value;
            } else if (!key.equals(USER) && !key.equals(EXTRA)) {
                keys.put(key, value);
            }
        });
        return new OkxChannel(word[0], keys);
    }

    /** The members of an argument, one after the other. */
    interface Members {
        void forEach(BiConsumer<String, String> each);
    }

    Map<String, String> argument() {
        Map<String, String> arg = new LinkedHashMap<>();
        arg.put(CHANNEL, word);
        arg.putAll(keys);
        return arg;
    }

    /** Whether a push belongs to this: it repeats what was asked for, and may tell more. */
    boolean brings(OkxChannel push) {
        return word.equals(push.word)
                && keys.entrySet().stream().allMatch(key -> isMet(key.getKey(), key.getValue(), push));
    }

    private static boolean isMet(String key, String wanted, OkxChannel push) {
        return key.equals(EXTRA) || wanted.equals(ANY) || wanted.equals(push.keys.get(key));
    }

    /** The path that brings it. */
    String path() {
        return switch (word) {
            case "orders", "fills", "positions", "account", "balance_and_position", "liquidation-warning" -> PRIVATE;
            case "trades-all", "orders-algo", "algo-advance" -> BUSINESS;
            default -> word.contains("candle") ? BUSINESS : PUBLIC;
        };
    }

    static final String PUBLIC = "/ws/v5/public";
    static final String PRIVATE = "/ws/v5/private";
    static final String BUSINESS = "/ws/v5/business";

    @Override
    public String toString() {
        return name();
    }
}
