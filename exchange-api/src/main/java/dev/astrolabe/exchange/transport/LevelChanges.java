package dev.astrolabe.exchange.transport;

import java.math.BigDecimal;
import java.util.Arrays;

/**
 * A change of an order book as plain numbers, in the venue's own units: what a {@link BookChange} tells, without an object a level.
 * One serves many messages, one after the other. For one price the later level wins. Not safe for use by several threads.
 *
 * @since 0.1
 */
public final class LevelChanges {

    private final Side bids = new Side();
    private final Side asks = new Side();
    private long previous;
    private long last;
    private long millis;

    /** Has no levels, and the number 0. */
    public LevelChanges() {}

    /** Begins anew, without levels. */
    public void clear() {
        bids.size = 0;
        asks.size = 0;
        follow(0, 0, 0);
    }

    /**
     * Tells where the change stands among others.
     *
     * @param previousNumber the number of the last change in the message before it
     * @param lastNumber the number of the last change in it
     * @param time when the venue made it, in milliseconds since 1970
     */
    public void follow(long previousNumber, long lastNumber, long time) {
        previous = previousNumber;
        last = lastNumber;
        millis = time;
    }

    /**
     * The buying side.
     *
     * @return new quantities, which are absolute; 0 removes the price
     */
    public Side bids() {
        return bids;
    }

    /**
     * The selling side.
     *
     * @return new quantities, which are absolute; 0 removes the price
     */
    public Side asks() {
        return asks;
    }

    /**
     * The link to the change before.
     *
     * @return the number of the last change in the message before it
     */
    public long previous() {
        return previous;
    }

    /**
     * The number of the change.
     *
     * @return the number of the last change in it
     */
    public long last() {
        return last;
    }

    /**
     * When the venue made it.
     *
     * @return milliseconds since 1970
     */
    public long millis() {
        return millis;
    }

    /** Levels of one side, in the order in which they were told. */
    public static final class Side {

        private static final int FIRST_CAPACITY = 64;

        private long[] prices = new long[FIRST_CAPACITY];
        private long[] packed = new long[FIRST_CAPACITY];
        private int size;

        private Side() {}

        /**
         * Adds a level, each number as its digits and how many of them are decimals.
         *
         * @param price digits of the price; positive
         * @param priceScale from 0 to 18
         * @param quantity digits of the quantity; 0 removes the price
         * @param quantityScale from 0 to 18
         * @return false if a number has another sign or scale, the price more than 18 digits, or the quantity more than 16; then
         *     nothing is added
         */
        public boolean add(long price, int priceScale, long quantity, int quantityScale) {
            if (!Digits.fit(price, priceScale, quantity, quantityScale)) {
                return false;
            }
            push(price, priceScale, quantity, quantityScale);
            return true;
        }

        private void push(long price, int priceScale, long quantity, int quantityScale) {
            int at = size;
            if (at == prices.length) {
                grow();
            }
            prices[at] = price;
            packed[at] = Digits.pack(quantity, priceScale, quantityScale);
            size = at + 1;
        }

        /**
         * Adds the levels of the array that the reader stands at. Each is an array too: of price, quantity, and whole numbers
         * beside, which say nothing here. Between them are no blanks.
         *
         * @param json the reader
         * @param beside how many whole numbers stand behind the quantity
         * @throws Unusual if something else stands there, or a level does not fit; some may have been added
         */
        public void read(JsonScanner json, int beside) throws Unusual {
            json.take('[');
            if (json.takes(']')) {
                return;
            }
            do {
                if (!readShort(json, beside)) {
                    readAny(json, beside);
                }
            } while (json.takes(','));
            json.take(']');
        }

        /** A level of short numbers, as most are. False leaves it, untaken, to {@link #readAny}, which means the same. */
        private boolean readShort(JsonScanner json, int beside) {
            int start = json.at;
            long price = json.shortNumber(start + 1);
            int comma = start + 1 + JsonBytes.length(price);
            long quantity = json.shortNumber(comma + 1);
            int end = comma + 1 + JsonBytes.length(quantity);
            if (price == JsonBytes.NOT_SHORT
                    || quantity == JsonBytes.NOT_SHORT
                    || json.peek(start) != '['
                    || json.peek(comma) != ',') {
                return false;
            }
            for (int i = 0; i < beside && end > 0; i++) {
                end = json.peek(end) == ',' ? json.endOfShortWhole(end + 1) : 0;
            }
            if (json.peek(end) != ']' || JsonBytes.unscaled(price) == 0) {
                return false;
            }
            // Eight digits always fit.
            push(
                    JsonBytes.unscaled(price),
                    JsonBytes.scale(price),
                    JsonBytes.unscaled(quantity),
                    JsonBytes.scale(quantity));
            json.at = end + 1;
            return true;
        }

        private void readAny(JsonScanner json, int beside) throws Unusual {
            json.take('[');
            json.number();
            long price = json.unscaled();
            int priceScale = json.scale();
            json.take(',');
            json.number();
            if (!add(price, priceScale, json.unscaled(), json.scale())) {
                throw new Unusual();
            }
            for (int i = 0; i < beside; i++) {
                json.take(',');
                json.whole();
            }
            json.take(']');
        }

        private void grow() {
            int capacity = 2 * prices.length;
            prices = Arrays.copyOf(prices, capacity);
            packed = Arrays.copyOf(packed, capacity);
        }

        /**
         * How many there are.
         *
         * @return the number of levels
         */
        public int size() {
            return size;
        }

        long digitsOfPrice(int index) {
            return prices[index];
        }

        /** The quantity's digits, and both scales. */
        long packed(int index) {
            return packed[index];
        }

        BigDecimal price(int index) {
            return BigDecimal.valueOf(prices[index], Digits.priceScale(packed[index]));
        }

        BigDecimal quantity(int index) {
            return Digits.quantity(packed[index]);
        }
    }
}
