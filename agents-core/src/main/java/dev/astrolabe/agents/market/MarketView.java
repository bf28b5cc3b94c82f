package dev.astrolabe.agents.market;

import dev.astrolabe.agents.indicator.Readings;
import dev.astrolabe.exchange.model.FeeRate;
import dev.astrolabe.exchange.model.Instrument;
import java.math.BigDecimal;

/**
 * What agents and the gate see of one market at one moment.
 *
 * @param tick the newest observation
 * @param instrument the instrument, for rounding
 * @param fees what the account pays for trading it
 * @param readings the indicators over its closed candles
 * @since 0.1
 */
public record MarketView(MarketTick tick, Instrument instrument, FeeRate fees, Readings readings) {

    /**
     * Which market.
     *
     * @return the listing
     */
    public Listing listing() {
        return tick.listing();
    }

    /**
     * The mark price.
     *
     * @return in quote per single coin
     */
    public BigDecimal mark() {
        return tick.mark().mark();
    }
}
