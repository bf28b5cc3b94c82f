package dev.astrolabe.aster.model;

import dev.astrolabe.exchange.model.Symbol;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A public trade with the transaction and the addresses behind it, as far as they are shown (docs: futures, "Trade Pro Streams").
 * Immutable.
 *
 * @since 0.1
 */
public final class AddressedTrade {

    private final Symbol symbol;
    private final String id;
    private final BigDecimal price;
    private final BigDecimal quantity;
    private final Instant time;
    private final @Nullable String transactionHash;
    private final @Nullable String taker;
    private final @Nullable String maker;

    /**
     * A trade.
     *
     * @param symbol the instrument
     * @param id the venue's id
     * @param price in quote per single coin
     * @param quantity in base units
     * @param time when it happened
     * @param transactionHash the transaction on the chain; null where it is not shown
     * @param taker the taker's address; null where it is hidden
     * @param maker the maker's address; null where it is hidden
     */
    public AddressedTrade(
            Symbol symbol,
            String id,
            BigDecimal price,
            BigDecimal quantity,
            Instant time,
            @Nullable String transactionHash,
            @Nullable String taker,
            @Nullable String maker) {
        this.symbol = Objects.requireNonNull(symbol, "symbol");
        this.id = Objects.requireNonNull(id, "id");
        this.price = Objects.requireNonNull(price, "price");
        this.quantity = Objects.requireNonNull(quantity, "quantity");
        this.time = Objects.requireNonNull(time, "time");
        this.transactionHash = transactionHash;
        this.taker = taker;
        this.maker = maker;
    }

    /**
     * The instrument.
     *
     * @return its symbol
     */
    public Symbol symbol() {
        return symbol;
    }

    /**
     * The venue's id of the trade.
     *
     * @return the id; not one of the aggregates that {@code MarketStreams.trades} tells
     */
    public String id() {
        return id;
    }

    /**
     * The price.
     *
     * @return in quote per single coin
     */
    public BigDecimal price() {
        return price;
    }

    /**
     * The quantity.
     *
     * @return in base units
     */
    public BigDecimal quantity() {
        return quantity;
    }

    /**
     * When it happened.
     *
     * @return the venue's time
     */
    public Instant time() {
        return time;
    }

    /**
     * The transaction on the chain.
     *
     * @return its hash as the venue writes it; empty where it is not shown
     */
    public Optional<String> transactionHash() {
        return Optional.ofNullable(transactionHash);
    }

    /**
     * The address of who took from the book.
     *
     * @return the address as the venue writes it; empty where it is hidden
     */
    public Optional<String> taker() {
        return Optional.ofNullable(taker);
    }

    /**
     * The address of whose order rested in the book.
     *
     * @return the address as the venue writes it; empty where it is hidden
     */
    public Optional<String> maker() {
        return Optional.ofNullable(maker);
    }

    @Override
    public String toString() {
        return Fields.of("AddressedTrade")
                .with("symbol", symbol)
                .with("id", id)
                .with("price", price)
                .with("quantity", quantity)
                .with("time", time)
                .with("transactionHash", transactionHash)
                .with("taker", taker)
                .with("maker", maker)
                .toString();
    }
}
