package dev.astrolabe.agents.feed;

import dev.astrolabe.agents.market.Listing;
import dev.astrolabe.agents.market.MarketTick;
import dev.astrolabe.exchange.model.Candle;
import dev.astrolabe.exchange.model.CandleInterval;
import dev.astrolabe.exchange.model.Instrument;
import java.util.Collection;
import java.util.List;

/**
 * The market data of a session, one step of time a call. For use by one thread; {@link #close()} may come from any.
 *
 * @since 0.1
 */
public interface MarketFeed extends AutoCloseable {

    /**
     * Takes one step of time. May block: on the network, or until real time has come.
     *
     * @return what was observed in the step, ordered by time and then by listing; an empty list means the end of the data,
     *     and every later call returns it again
     * @throws InterruptedException if the thread was interrupted; the step is lost and nothing else
     * @throws dev.astrolabe.exchange.error.ExchangeException if an exchange could not be read; the next call tries again
     * @throws CandleFileException if a recorded candle cannot be used
     */
    List<MarketTick> next() throws InterruptedException;

    /**
     * Every market of the feed.
     *
     * @return an unmodifiable collection in the order of the listings; the same for the life of the feed
     */
    Collection<Listing> listings();

    /**
     * The instrument of a market.
     *
     * @param listing one of {@link #listings()}
     * @return the instrument
     * @throws IllegalArgumentException naming the listing, if the feed does not have it
     */
    Instrument instrument(Listing listing);

    /**
     * The length of the candles that ticks close.
     *
     * @return one length for all markets
     */
    CandleInterval interval();

    /**
     * Candles from before the first step, so that indicators can be warm at once. To be called before the first step, or once its
     * ticks are known; a feed that cannot go back then has none left.
     *
     * @param listing one of {@link #listings()}
     * @param bars how many are wanted, at least 0
     * @return closed candles, oldest first, that no step repeats; fewer than wanted, or none, where the data has no more
     * @throws InterruptedException if the thread was interrupted
     * @throws IllegalArgumentException naming the listing, if the feed does not have it
     */
    List<Candle> warmUp(Listing listing, int bars) throws InterruptedException;

    /** Ends files and waits. A second call does nothing; {@link #next()} returns an empty list afterwards. Clients stay open. */
    @Override
    void close();
}
