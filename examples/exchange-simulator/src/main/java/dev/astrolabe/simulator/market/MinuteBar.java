package dev.astrolabe.simulator.market;

/** What happened in a while, in ticks and lots, or in the units of an index price, which has no trades. Mutable. */
final class MinuteBar {

    final long open;
    long high;
    long low;
    long close;
    long lots;
    long coinUnits;
    long ticksTimesLots;
    int trades;

    MinuteBar(long first) {
        open = first;
        high = first;
        low = first;
        close = first;
    }

    static MinuteBar copyOf(MinuteBar other) {
        MinuteBar copy = new MinuteBar(other.open);
        copy.add(other);
        return copy;
    }

    void price(long price) {
        high = Math.max(high, price);
        low = Math.min(low, price);
        close = price;
    }

    void trade(long ticks, long quantity, long base) {
        price(ticks);
        lots += quantity;
        coinUnits += base;
        ticksTimesLots += ticks * quantity;
        trades++;
    }

    /** Appends what happened after this. */
    void add(MinuteBar later) {
        high = Math.max(high, later.high);
        low = Math.min(low, later.low);
        close = later.close;
        lots += later.lots;
        coinUnits += later.coinUnits;
        ticksTimesLots += later.ticksTimesLots;
        trades += later.trades;
    }
}
