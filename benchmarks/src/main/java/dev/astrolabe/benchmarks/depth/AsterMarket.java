package dev.astrolabe.benchmarks.depth;

/** Messages of AsterDex (docs: AsterDex futures, "Diff. Book Depth Streams"). */
final class AsterMarket implements Market.Writing {

    /** As deep as the snapshot with which a book begins. */
    static final int LEVELS = 1000;

    static Market create() {
        return new Market(LEVELS, 3);
    }

    @Override
    public String level(String price, String quantity) {
        return "[\"" + price + "\",\"" + quantity + "\"]";
    }

    @Override
    public String message(long previous, long last, long time, String bids, String asks) {
        return "{\"stream\":\"btcusdt@depth@100ms\",\"data\":{\"e\":\"depthUpdate\",\"E\":" + (time + 12) + ",\"T\":"
                + time
                + ",\"s\":\"BTCUSDT\",\"U\":" + (previous + 1) + ",\"u\":" + last + ",\"pu\":" + previous + ",\"b\":["
                + bids
                + "],\"a\":[" + asks + "]}}";
    }
}
