package dev.astrolabe.agents.market;

import dev.astrolabe.exchange.model.Candle;
import dev.astrolabe.exchange.model.MarkPrice;
import dev.astrolabe.exchange.model.OrderBook;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One observation of one market: its book and mark price, and the candle that this moment closes, if it closes one.
 * Immutable.
 *
 * @since 0.1
 */
public final class MarketTick {

    /** By time and then by listing, as a step of a feed has its ticks. */
    public static final Comparator<MarketTick> ORDER =
            Comparator.comparing(MarketTick::time).thenComparing(MarketTick::listing);

    private final Listing listing;
    private final OrderBook book;
    private final MarkPrice mark;
    private final @Nullable Candle closedCandle;

    private MarketTick(Listing listing, OrderBook book, MarkPrice mark, @Nullable Candle closedCandle) {
        this.listing = Objects.requireNonNull(listing, "listing");
        this.book = Objects.requireNonNull(book, "book");
        this.mark = Objects.requireNonNull(mark, "mark");
        this.closedCandle = closedCandle;
    }

    /**
     * An observation between two candles.
     *
     * @param listing which market
     * @param book its book; its time is the time of the tick
     * @param mark its mark price, with index and funding where it has them
     * @return the tick
     */
    public static MarketTick of(Listing listing, OrderBook book, MarkPrice mark) {
        return new MarketTick(listing, book, mark, null);
    }

    /**
     * The same observation, with the candle that it closes.
     *
     * @param candle a closed candle
     * @return the tick
     */
    public MarketTick closing(Candle candle) {
        return new MarketTick(listing, book, mark, Objects.requireNonNull(candle, "candle"));
    }

    /**
     * Which market.
     *
     * @return the listing
     */
    public Listing listing() {
        return listing;
    }

    /**
     * When it was observed.
     *
     * @return the time of the book
     */
    public Instant time() {
        return book.time();
    }

    /**
     * The book.
     *
     * @return at least one level a side, unless the market is empty
     */
    public OrderBook book() {
        return book;
    }

    /**
     * The mark price, with index and funding where the market has them.
     *
     * @return the prices
     */
    public MarkPrice mark() {
        return mark;
    }

    /**
     * The candle that this moment closes.
     *
     * @return the candle; empty between two
     */
    public Optional<Candle> closedCandle() {
        return Optional.ofNullable(closedCandle);
    }

    @Override
    public String toString() {
        return "MarketTick[" + listing + " mark " + mark.mark().toPlainString() + " at " + time()
                + (closedCandle == null ? "" : ", closes a candle") + "]";
    }
}
