package dev.astrolabe.exchange.testkit;

import dev.astrolabe.exchange.Environment;
import dev.astrolabe.exchange.ExchangeClient;
import dev.astrolabe.exchange.ExchangeId;
import dev.astrolabe.exchange.model.Symbol;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * A venue that the contract is run against, and the client under test on it. Each case gets a fresh one in this state:
 *
 * <ul>
 *   <li>{@link #BTC}, a linear perpetual that trades: prices 0.1 to 1,000,000 in ticks of 0.1; quantities 0.001 to 100 in
 *       lots of 0.001, for market orders too; minimum notional 5 USDT, or none where the venue has no such filter; no price
 *       band narrower than 0.2 to 5 times the mark price; leverage up to at least 20.
 *   <li>Its mark, index and last price is 50,000. The best bid is 49,999.9 and the best ask 50,000.1, with at least 5 levels
 *       a side and at least 1 BTC at the best one, so that an order of up to 0.1 BTC fills at the best price.
 *   <li>{@link #PEPE}, a perpetual that the venue counts in another unit than the single coin: in 1,000 coins by name
 *       ({@code 1000PEPEUSDT}), or in contracts. Its mark price is 0.00001 USDT a coin; its lot is at most 10,000,000 coins.
 *   <li>At least 5 newest trades, 20 candles of every interval that the client claims, and 3 past funding rates, of
 *       {@link #BTC}.
 *   <li>The account has a wallet of 10,000 USDT, no position, no open order, no past order; one-way mode, cross margin, leverage 10;
 *       maker 0.0002, taker 0.0004.
 * </ul>
 *
 * <p>What a venue stand-in need not do: match resting orders with one another, pay funding or liquidate. Resting orders lie
 * 20 % from the market until {@link #movePrice} reaches them.
 *
 * <p>A gap of the stand-in is declared by {@link #failureModes()} and {@link #streams()}; the cases that need it are
 * then skipped, with a line that says so. A gap of the exchange is declared by its capabilities; the cases then check that the
 * client refuses.
 *
 * @since 0.1
 */
public interface ContractVenue extends AutoCloseable {

    /** The instrument that nearly every case trades. */
    Symbol BTC = Symbol.parse("BTC/USDT:USDT");

    /** The instrument whose unit is not the single coin. */
    Symbol PEPE = Symbol.parse("PEPE/USDT:USDT");

    /**
     * The client under test.
     *
     * @return the same client at each call
     */
    ExchangeClient client();

    /**
     * Which exchange the client must say it is.
     *
     * @return its id
     */
    ExchangeId exchange();

    /**
     * Which environment the client must say it is in.
     *
     * @return the environment
     */
    Environment environment();

    /**
     * Moves mark, index, last price and book of an instrument: the best bid one tick below the price, the best ask one tick
     * above. Resting orders that are reached fill, conditional ones that are reached fire, before this returns. Where there are
     * streams, someone trades at the new price, and each stream of the instrument tells what it has to.
     *
     * @param symbol the instrument
     * @param price the new price, in quote per single coin
     */
    void movePrice(Symbol symbol, BigDecimal price);

    /**
     * The time on the client's clock, which the venue shares.
     *
     * @return the time
     */
    Instant now();

    /**
     * Lets the clock of client and venue go on.
     *
     * @param time how long
     */
    void advance(Duration time);

    /**
     * How many requests or commands the venue has got so far, whatever became of them.
     *
     * @return a number that only grows
     */
    long requestsSeen();

    /**
     * How many of them were meant to change something: orders, cancels, settings.
     *
     * @return a number that only grows
     */
    long mutationsSeen();

    /**
     * How the venue can be made to fail.
     *
     * @return the modes; empty where a lost answer has no meaning, as inside one process
     */
    Set<FailureMode> failureModes();

    /**
     * Makes the venue fail the next mutation, once.
     *
     * @param mode one of {@link #failureModes()}
     * @throws UnsupportedOperationException for any other
     */
    void failNextMutation(FailureMode mode);

    /**
     * Whether the stand-in serves the streams that the client claims.
     *
     * @return true if it does
     */
    boolean streams();

    /**
     * Cuts every stream connection, and does something while the client can make no new one.
     *
     * @param meanwhile what is done
     * @return false where streams cannot be cut, as inside one process; then nothing is done
     */
    default boolean dropStreams(Runnable meanwhile) {
        return false;
    }

    /** Closes the client and ends the venue. */
    @Override
    void close();
}
