package dev.astrolabe.benchmarks.depth;

/** Messages of OKX (docs: OKX v5, "Order book channel"). */
final class OkxMarket implements Market.Writing {

    /** As deep as the channel tells it. */
    static final int LEVELS = 400;

    static Market create() {
        return new Market(LEVELS, 2);
    }

    @Override
    public String level(String price, String quantity) {
        return "[\"" + price + "\",\"" + quantity + "\",\"0\",\"" + (quantity.length() + 3) + "\"]";
    }

    @Override
    public String message(long previous, long last, long time, String bids, String asks) {
        return "{\"arg\":{\"channel\":\"books\",\"instId\":\"BTC-USDT-SWAP\"},\"action\":\""
                + (previous < 0 ? "snapshot" : "update") + "\",\"data\":[{\"asks\":[" + asks + "],\"bids\":[" + bids
                + "],\"ts\":\"" + time + "\",\"checksum\":0,\"prevSeqId\":" + previous + ",\"seqId\":" + last + "}]}";
    }
}
