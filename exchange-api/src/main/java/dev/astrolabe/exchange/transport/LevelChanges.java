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
        private long[] quantities = new long[FIRST_CAPACITY];
        private short[] scales = new short[FIRST_CAPACITY];
        private int size;

        private Side() {}

        /**
         * Adds a level, each number as its digits and how many of them are decimals.
         *
         * @param price digits of the price; positive
         * @param priceScale from 0 to 18
         * @param quantity digits of the quantity; 0 removes the price
         * @param quantityScale from 0 to 18
         * @return false if a number is of another sign, of more than 18 digits or of another scale; then nothing is added
         */
        public boolean add(long price, int priceScale, long quantity, int quantityScale) {
            if (price < 1
                    || price > Digits.MOST
                    || quantity < 0
                    || quantity > Digits.MOST
                    || !Digits.fit(priceScale)
                    || !Digits.fit(quantityScale)) {
                return false;
            }
            int at = size;
            if (at == prices.length) {
                grow();
            }
            prices[at] = price;
            quantities[at] = quantity;
            scales[at] = Digits.pack(priceScale, quantityScale);
            size = at + 1;
            return true;
        }

        /**
         * Adds the levels of the array that the reader stands at. Each is an array too: of price, quantity, and whole numbers
         * beside, which say nothing here.
         *
         * @param json the reader
         * @param beside how many whole numbers stand behind the quantity
         * @throws Unusual if something else stands there, or a level does not fit; some may have been added
         */
        public void read(JsonScanner json, int beside) throws Unusual {
            json.beginArray();
            while (json.nextElement()) {
                json.beginArray();
                require(json.nextElement());
                json.number();
                long price = json.unscaled();
                int priceScale = json.scale();
                require(json.nextElement());
                json.number();
                require(add(price, priceScale, json.unscaled(), json.scale()));
                for (int i = 0; i < beside; i++) {
                    require(json.nextElement());
                    json.whole();
                }
                require(!json.nextElement());
            }
        }

        private static void require(boolean usual) throws Unusual {
            if (!usual) {
                throw new Unusual();
            }
        }

        private void grow() {
            int capacity = 2 * prices.length;
            prices = Arrays.copyOf(prices, capacity);
            quantities = Arrays.copyOf(quantities, capacity);
            scales = Arrays.copyOf(scales, capacity);
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

        long digitsOfQuantity(int index) {
            return quantities[index];
        }

        short scales(int index) {
            return scales[index];
        }

        BigDecimal price(int index) {
            return BigDecimal.valueOf(prices[index], Digits.priceScale(scales[index]));
        }

        BigDecimal quantity(int index) {
            return BigDecimal.valueOf(quantities[index], Digits.quantityScale(scales[index]));
        }
    }
}
