package dev.astrolabe.examples.desk.market;

/** What happened in a while, in ticks and lots of its coin; prices of a series count in units of that series. Mutable. */
final class MinuteBar {

    final long open;
    long high;
    long low;
    long close;
    long lots;
    long takerLots;
    long ticksTimesLots;
    long takerTicksTimesLots;
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

    void trade(long ticks, long quantity, boolean takerBuys) {
        price(ticks);
        lots += quantity;
        ticksTimesLots += ticks * quantity;
        if (takerBuys) {
            takerLots += quantity;
            takerTicksTimesLots += ticks * quantity;
        }
        trades++;
    }

    /** Appends what happened after this. */
    void add(MinuteBar later) {
        high = Math.max(high, later.high);
        low = Math.min(low, later.low);
        close = later.close;
        lots += later.lots;
        takerLots += later.takerLots;
        ticksTimesLots += later.ticksTimesLots;
        takerTicksTimesLots += later.takerTicksTimesLots;
        trades += later.trades;
    }
}
