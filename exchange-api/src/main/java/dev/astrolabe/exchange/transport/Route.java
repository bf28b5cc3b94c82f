package dev.astrolabe.exchange.transport;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The members of objects of one kind in the orders in which they came. Venues write them in one order, or in few, so whoever knows
 * what came last can compare what comes next with what is likely, letters, quotes and colon at once, instead of looking a name up.
 * No name comes twice on a way that was learnt, since the object that it was learnt from had none twice. Safe for any thread.
 */
final class Route {

    /** More than any venue's objects need; what has no order to learn shall not fill the memory. */
    private static final int MOST_STEPS = 512;

    private static final int MOST_LESSONS = 4_096;

    private final Step start = new Step(new byte[0], -1);
    private int steps;
    private int lessons;

    /** A member that came, with those that came next. */
    static final class Step {

        private final byte[] letters;
        private final long head;
        private final long headMask;
        private final int place;
        private volatile Step[] next = {};
        private final Vocabulary vocabulary = new Vocabulary();

        private Step(byte[] letters, int place) {
            byte[] padded = Arrays.copyOf(letters, Math.max(JsonBytes.WORD, letters.length));
            this.letters = letters;
            this.head = (long) Names.WORDS.get(padded, 0);
            this.headMask = JsonBytes.firstOf(-1, letters.length);
            this.place = place;
        }

        /** The place of the name in the reader's table; -1 if it is unknown there. */
        int place() {
            return place;
        }

        /** Takes the name, and what stands between it and the values before and behind; null where another name stands. */
        @Nullable
        Step next(JsonBytes json) {
            long word = json.word(json.at);
            for (Step step : next) {
                if ((word & step.headMask) == step.head && step.rests(json)) {
                    json.at += step.letters.length;
                    return step;
                }
            }
            return null;
        }

        private boolean rests(JsonBytes json) {
            int from = json.at + JsonBytes.WORD;
            int to = json.at + letters.length;
            return to <= from
                    || (to <= json.json.length
                            && Arrays.equals(json.json, from, to, letters, JsonBytes.WORD, letters.length));
        }

        /** The texts that the member showed. */
        Vocabulary vocabulary() {
            return vocabulary;
        }
    }

    Step start() {
        return start;
    }

    /**
     * Learns a way.
     *
     * @param json the object's document
     * @param names for each member where its name begins and ends, and its place in the reader's table
     * @param size how many numbers that are
     */
    synchronized void learn(byte[] json, int[] names, int size) {
        if (lessons++ >= MOST_LESSONS) {
            return;
        }
        Step step = start;
        for (int i = 0; i < size; i += 3) {
            byte[] letters = letters(json, names[i], names[i + 1], i > 0);
            Step known = null;
            for (Step each : step.next) {
                known = Arrays.equals(each.letters, letters) ? each : known;
            }
            if (known == null) {
                if (steps++ >= MOST_STEPS) {
                    return;
                }
                known = new Step(letters, names[i + 2]);
                Step[] more = Arrays.copyOf(step.next, step.next.length + 1);
                more[more.length - 1] = known;
                step.next = more;
            }
            step = known;
        }
    }

    private static byte[] letters(byte[] json, int from, int to, boolean follows) {
        String name = new String(json, from, to - from, StandardCharsets.ISO_8859_1);
        return ((follows ? ",\"" : "\"") + name + "\":").getBytes(StandardCharsets.ISO_8859_1);
    }
}
