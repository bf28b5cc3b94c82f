package dev.astrolabe.simulator.market;

import dev.astrolabe.exchange.model.PriceLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;

/**
 * One side of a book that lives: behind the best price, levels rest at whole multiples of a distance. What the price runs over goes,
 * what it leaves behind fills, a few levels change at each movement, and most stay. Ranks count away from the best price, so
 * that both sides read alike. Guarded by its venue.
 */
final class BookSide {

    private static final int LEAST_CHANGES = 3;
    private static final double GOES = 0.15;
    private static final double BEST_CHANGES = 0.5;

    private final Grid grid;
    private final int direction;
    private final long distance;
    /** By rank times direction: the multiple of the distance at which a level rests. */
    private final NavigableMap<Long, PriceLevel> resting = new TreeMap<>();

    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;
    private long bestTicks;
    private PriceLevel best;

    /** @param direction -1 for bids, 1 for asks */
    BookSide(Grid grid, int direction, BookShape shape, Random random) {
        this.grid = grid;
        this.direction = direction;
        this.distance = shape.distance();
        this.bestTicks = shape.best(direction);
        this.best = level(shape, bestTicks, 0, random.nextDouble());
        cover(shape, random);
    }

    /** All levels of a shape, each new: what a book is after a whole beat. */
    static List<PriceLevel> drawn(Grid grid, int direction, BookShape shape, IntToDoubleFunction noise) {
        List<PriceLevel> side = new ArrayList<>(shape.levels());
        for (int i = 0; i < shape.levels(); i++) {
            long ticks = shape.best(direction) + direction * shape.distance() * i;
            if (ticks <= 0) {
                break;
            }
            long lots = shape.lots(direction, i, noise.applyAsDouble(i));
            side.add(new PriceLevel(grid.price(ticks), grid.quantity(lots, ticks)));
        }
        return List.copyOf(side);
    }

    void move(BookShape shape, Random random) {
        long ticks = shape.best(direction);
        if (ticks != bestTicks || random.nextDouble() < BEST_CHANGES) {
            bestTicks = ticks;
            best = level(shape, ticks, 0, random.nextDouble());
        }
        cover(shape, random);
        int changes = LEAST_CHANGES + random.nextInt(LEAST_CHANGES + 1);
        for (int i = 0; i < changes; i++) {
            change(shape, random);
        }
    }

    /** The levels from the first multiple behind the best price on. Between those that were covered, what is empty stays so. */
    private void cover(BookShape shape, Random random) {
        long from = Math.floorDiv(direction * bestTicks, distance) + 1;
        long to = from + shape.levels() - 2;
        resting.headMap(from, false).clear();
        resting.tailMap(to, false).clear();
        for (long rank = from; rank <= to; rank++) {
            if (rank < first || rank > last) {
                put(shape, rank, from, random.nextDouble());
            }
        }
        first = from;
        last = to;
    }

    private void change(BookShape shape, Random random) {
        double where = random.nextDouble();
        long rank = first + (long) (where * where * (last - first + 1));
        double noise = random.nextDouble();
        if (resting.containsKey(rank) && random.nextDouble() < GOES) {
            resting.remove(rank);
        } else {
            put(shape, rank, first, noise);
        }
    }

    private void put(BookShape shape, long rank, long from, double noise) {
        long ticks = direction * rank * distance;
        if (ticks > 0) {
            resting.put(rank, level(shape, ticks, (int) (rank - from) + 1, noise));
        }
    }

    private PriceLevel level(BookShape shape, long ticks, int number, double noise) {
        long lots = shape.lots(direction, number, noise);
        return new PriceLevel(grid.price(ticks), grid.quantity(lots, ticks));
    }

    /** Best first. */
    List<PriceLevel> levels() {
        List<PriceLevel> levels = new ArrayList<>(resting.size() + 1);
        levels.add(best);
        levels.addAll(resting.values());
        return List.copyOf(levels);
    }

    long bestTicks() {
        return bestTicks;
    }
}
