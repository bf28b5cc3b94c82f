package dev.astrolabe.exchange.transport;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The words of a member that has one of few, as a side or a status has: each is made once. A member that shows more is taken for one
 * that has always another, and what it showed is forgotten. Safe for any thread.
 */
final class Vocabulary {

    private static final int MOST_WORDS = 8;
    private static final int LONGEST_WORD = 24;
    private static final Word[] NONE = {};

    private volatile Word[] words = NONE;
    private volatile boolean isOpen = true;

    private static final class Word {
        private final long head;
        private final byte[] letters;
        private final String text;

        Word(long head, byte[] letters) {
            this.head = head;
            this.letters = letters;
            this.text = new String(letters, StandardCharsets.ISO_8859_1);
        }

        boolean is(long otherHead, byte[] json, int from, int to) {
            return head == otherHead
                    && letters.length == to - from
                    && (letters.length <= JsonBytes.WORD || Arrays.equals(letters, 0, letters.length, json, from, to));
        }
    }

    /** The text between two quotes; the same object as before where it is a known word. */
    String text(JsonBytes json, int from, int to) {
        long head = JsonBytes.firstOf(json.word(from), to - from);
        for (Word word : words) {
            if (word.is(head, json.json, from, to)) {
                return word.text;
            }
        }
        return isOpen && to - from <= LONGEST_WORD
                ? learn(new Word(head, Arrays.copyOfRange(json.json, from, to)))
                : new String(json.json, from, to - from, StandardCharsets.ISO_8859_1);
    }

    private synchronized String learn(Word word) {
        int size = words.length;
        isOpen &= size < MOST_WORDS;
        if (isOpen) {
            Word[] more = Arrays.copyOf(words, size + 1);
            more[size] = word;
            words = more;
        } else {
            words = NONE;
        }
        return word.text;
    }
}
