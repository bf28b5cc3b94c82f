package dev.astrolabe.benchmarks.depth;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

/**
 * A market's book and messages that change it, which go round: the last is followed by the first. Most of their levels are near the best
 * prices, and a fifth of them take a level away.
 */
final class Market {

    private static final int MESSAGES = 1024;
    private static final int CHANGED = 50;
    private static final double NEAR = 45;
    private static final int MIDDLE = 844_600;
    private static final long FIRST_NUMBER = 7_219_460_301L;
    private static final long FIRST_TIME = 1_790_000_000_000L;

    private final int levels;
    private final int quantityScale;
    private final Random random = new Random(50);

    Market(int levels, int quantityScale) {
        this.levels = levels;
        this.quantityScale = quantityScale;
    }

    /** How one level is written, and one message. */
    interface Writing {
        String level(String price, String quantity);

        String message(long previous, long last, long time, String bids, String asks);
    }

    /** The book that the first message changes; its number is that of the last one. */
    String snapshot(Writing writing) {
        List<Integer> all = new ArrayList<>();
        for (int away = 1; away <= levels; away++) {
            all.add(away);
        }
        return writing.message(
                -1, number(MESSAGES - 1), FIRST_TIME, side(all, -1, writing, 0), side(all, 1, writing, 0));
    }

    byte[][] messages(Writing writing) {
        byte[][] messages = new byte[MESSAGES][];
        for (int i = 0; i < MESSAGES; i++) {
            messages[i] = writing.message(
                            number((i + MESSAGES - 1) % MESSAGES),
                            number(i),
                            FIRST_TIME + 100L * i,
                            side(near(), -1, writing, 20),
                            side(near(), 1, writing, 20))
                    .getBytes(StandardCharsets.UTF_8);
        }
        return messages;
    }

    private static long number(int message) {
        return FIRST_NUMBER + 37L * message;
    }

    private Iterable<Integer> near() {
        TreeSet<Integer> away = new TreeSet<>();
        while (away.size() < CHANGED) {
            int ticks = 1 + (int) (-NEAR * Math.log(1 - random.nextDouble()));
            if (ticks <= levels) {
                away.add(ticks);
            }
        }
        return away;
    }

    private String side(Iterable<Integer> ticksAway, int direction, Writing writing, int percentRemoved) {
        List<String> written = new ArrayList<>();
        for (int away : ticksAway) {
            long quantity = random.nextInt(100) < percentRemoved ? 0 : 1 + random.nextInt(99_999);
            written.add(writing.level(
                    BigDecimal.valueOf(MIDDLE + (long) direction * away, 1).toPlainString(),
                    BigDecimal.valueOf(quantity, quantityScale).toPlainString()));
        }
        return String.join(",", written);
    }
}
