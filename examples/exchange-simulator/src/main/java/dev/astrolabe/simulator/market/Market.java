package dev.astrolabe.simulator.market;

import dev.astrolabe.exchange.model.Candle;
import dev.astrolabe.exchange.model.CandleInterval;
import dev.astrolabe.exchange.model.FundingRate;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.MarkPrice;
import dev.astrolabe.exchange.model.OrderBook;
import dev.astrolabe.exchange.model.Ticker;
import dev.astrolabe.exchange.model.Trade;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One instrument and what its market shows now. Prices and quantities are neutral: per single coin and in base units, whatever
 * the venue counts in. Guarded by its venue's lock.
 *
 * @since 0.1
 */
public interface Market {

    /**
     * What is traded.
     *
     * @return the instrument, with the venue's name of it
     */
    Instrument instrument();

    /**
     * The book.
     *
     * @param levels how many a side, at most
     * @return the levels of the newest movement; its sequence grows by one with each movement that changed the book
     */
    OrderBook book(int levels);

    /**
     * Mark and index price and the running funding rate.
     *
     * @return as of the newest movement
     */
    MarkPrice mark();

    /**
     * The last 24 hours.
     *
     * @return with all parts, since a market begins with a history
     */
    Ticker day();

    /**
     * How many trades the last 24 hours had.
     *
     * @return the count
     */
    long dayTrades();

    /**
     * Public trades.
     *
     * @return the newest 1000, oldest first; their ids are whole numbers that grow by one
     */
    List<Trade> trades();

    /**
     * Candles by opening time: with a start the first from it, else the last up to the end. The newest may still be running.
     *
     * @param kind of which price
     * @param interval their length
     * @param from earliest opening time, inclusive; null for none
     * @param to latest opening time, inclusive; null for none
     * @param limit how many, at most
     * @return ascending
     */
    List<Candle> candles(
            PriceKind kind, CandleInterval interval, @Nullable Instant from, @Nullable Instant to, int limit);

    /**
     * Funding that was paid, oldest first.
     *
     * @return the rates; empty for what pays none
     */
    List<FundingRate> fundings();

    /**
     * The open interest.
     *
     * @return in base units
     */
    BigDecimal openInterest();

    /**
     * The candle of a minute of trades that the newest movement closed.
     *
     * @return it; empty where the movement closed none
     */
    Optional<Candle> closedMinute();
}
