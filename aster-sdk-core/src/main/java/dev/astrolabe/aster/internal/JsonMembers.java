package dev.astrolabe.aster.internal;

import java.util.Optional;

/**
 * Walks over the members of the object that a text begins with, without reading their values: by it a message finds its channel
 * before anyone pays for parsing it. It trusts the text as far as it looks; who reads a value finds out whether it is JSON.
 */
final class JsonMembers {

    private final String text;
    private int at;
    private String name = "";
    private int valueStart;
    private int valueEnd;

    JsonMembers(String text) {
        this.text = text;
        this.at = skipBlanks(0);
        if (peek() == '{') {
            at++;
        } else {
            at = text.length();
        }
    }

    /** The value of the first member of that name, without quotes; empty where there is none. */
    static Optional<String> find(String text, String name) {
        JsonMembers members = new JsonMembers(text);
        while (members.next()) {
            if (members.name().equals(name)) {
                return Optional.of(members.unquoted());
            }
        }
        return Optional.empty();
    }

    /** Goes to the next member; false where there is none. */
    boolean next() {
        at = skipBlanks(at);
        if (peek() == ',') {
            at = skipBlanks(at + 1);
        }
        if (peek() != '"') {
            return false;
        }
        int nameEnd = endOfString(at);
        name = text.substring(at + 1, Math.max(at + 1, nameEnd - 1));
        at = skipBlanks(nameEnd);
        if (peek() != ':') {
            return false;
        }
        valueStart = skipBlanks(at + 1);
        valueEnd = endOfValue(valueStart);
        at = valueEnd;
        return valueEnd > valueStart;
    }

    String name() {
        return name;
    }

    /** The value as it stands in the text. */
    String value() {
        return text.substring(valueStart, valueEnd);
    }

    /** The text between the quotes, which has no escapes in what the venue names. */
    String unquoted() {
        boolean quoted = valueEnd - valueStart >= 2 && text.charAt(valueStart) == '"';
        return quoted ? text.substring(valueStart + 1, valueEnd - 1) : value();
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
