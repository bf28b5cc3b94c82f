package dev.astrolabe.exchange.transport;

import java.util.Optional;

/**
 * Walks over the members of the object that a text begins with, without reading their values: by it a message finds its channel
 * before anyone pays for parsing it. It trusts the text as far as it looks; who reads a value finds out whether it is JSON. Not
 * safe for use by several threads.
 *
 * @since 0.1
 */
public final class JsonMembers {

    private static final int UNKNOWN = -1;

    private final String text;
    private int at;
    private int nameStart;
    private int nameEnd;
    private int valueStart;

    /** Where the value ends; {@link #UNKNOWN} until someone asks, for most members are passed by in search of another. */
    private int valueEnd;

    /**
     * Stands before the first member.
     *
     * @param text the text; one that begins with no object has no members
     */
    public JsonMembers(String text) {
        this.text = text;
        this.at = skipBlanks(0);
        if (peek() == '{') {
            at++;
        } else {
            at = text.length();
        }
        this.valueEnd = at;
    }

    /**
     * Looks for a member.
     *
     * @param text the text
     * @param name the member's name
     * @return the value of the first member of that name, without quotes; empty where there is none
     */
    public static Optional<String> find(String text, String name) {
        JsonMembers members = new JsonMembers(text);
        while (members.next()) {
            if (members.isNamed(name)) {
                return Optional.of(members.unquoted());
            }
        }
        return Optional.empty();
    }

    /**
     * Goes to the next member.
     *
     * @return false where there is none
     */
    public boolean next() {
        at = skipBlanks(valueEnd());
        if (peek() == ',') {
            at = skipBlanks(at + 1);
        }
        if (peek() != '"') {
            return false;
        }
        int quoteEnd = endOfString(at);
        nameStart = at + 1;
        nameEnd = Math.max(nameStart, quoteEnd - 1);
        at = skipBlanks(quoteEnd);
        if (peek() != ':') {
            return false;
        }
        at = skipBlanks(at + 1);
        valueStart = at;
        valueEnd = at;
        if (at == text.length() || ",}]".indexOf(text.charAt(at)) >= 0) {
            return false;
        }
        valueEnd = UNKNOWN;
        return true;
    }

    /**
     * The name of the member.
     *
     * @return the text between its quotes
     */
    public String name() {
        return text.substring(nameStart, nameEnd);
    }

    /**
     * Whether the member has this name.
     *
     * @param name the name
     * @return true if that stands between its quotes
     */
    public boolean isNamed(String name) {
        return nameEnd - nameStart == name.length() && text.startsWith(name, nameStart);
    }

    /**
     * The value as it stands in the text.
     *
     * @return a piece of JSON
     */
    public String value() {
        return text.substring(valueStart, valueEnd());
    }

    /**
     * The value without quotes. Escapes stay as they are, of which what venues name has none.
     *
     * @return the text between the quotes, or the value where it has none
     */
    public String unquoted() {
        int end = valueEnd();
        boolean quoted = end - valueStart >= 2 && text.charAt(valueStart) == '"';
        return quoted ? text.substring(valueStart + 1, end - 1) : value();
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private int skipBlanks(int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) <= ' ') {
            i++;
        }
        return i;
    }

    private int endOfString(int quote) {
        int end = text.indexOf('"', quote + 1);
        if (end < 0) {
            return text.length();
        }
        return text.charAt(end - 1) == '\\' ? endOfEscaped(quote) : end + 1;
    }

    private int endOfEscaped(int quote) {
        for (int i = quote + 1; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter == '\\') {
                i++;
            } else if (letter == '"') {
                return i + 1;
            }
        }
        return text.length();
    }

    private int valueEnd() {
        if (valueEnd == UNKNOWN) {
            valueEnd = isLast(valueStart) ? text.length() - 1 : endOfValue(valueStart);
        }
        return valueEnd;
    }

    /**
     * Whether from the first bracket that could close a value nothing but brackets closes: then no comma follows it, and the
     * last one closes the object itself. Spares the walk over what venues put last, their data.
     */
    private boolean isLast(int from) {
        char open = text.charAt(from);
        if (open != '{' && open != '[') {
            return false;
        }
        int last = text.length() - 1;
        int close = text.indexOf(open == '{' ? '}' : ']', from);
        if (close < 0 || close == last || text.charAt(last) != '}') {
            return false;
        }
        for (int i = close; i < last; i++) {
            if (text.charAt(i) != '}' && text.charAt(i) != ']') {
                return false;
            }
        }
        return true;
    }

    private int endOfValue(int from) {
        int depth = 0;
        int i = from;
        while (i < text.length()) {
            switch (text.charAt(i)) {
                case '"' -> {
                    i = endOfString(i);
                    if (depth == 0) {
                        return i;
                    }
                    continue;
                }
                case '{', '[' -> depth++;
                case '}', ']' -> {
                    if (depth <= 1) {
                        return depth == 0 ? i : i + 1;
                    }
                    depth--;
                }
                case ',' -> {
                    if (depth == 0) {
                        return i;
                    }
                }
                default -> {
                    // Part of a value.
                }
            }
            i++;
        }
        return i;
    }
}
