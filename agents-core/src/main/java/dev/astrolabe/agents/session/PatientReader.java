package dev.astrolabe.agents.session;

import dev.astrolabe.agents.feed.MarketFeed;
import dev.astrolabe.agents.market.MarketTick;
import dev.astrolabe.exchange.error.ExchangeException;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a feed step by step, again where an exchange could not be read: the feed itself waits between two attempts. */
final class PatientReader {

    private static final Logger LOG = LoggerFactory.getLogger(PatientReader.class);
    private static final int ATTEMPTS = 100;

    private final MarketFeed feed;
    private final BooleanSupplier givesUp;

    PatientReader(MarketFeed feed, BooleanSupplier givesUp) {
        this.feed = feed;
        this.givesUp = givesUp;
    }

    /**
     * Takes a step of the feed.
     *
     * @return its ticks; empty at the end of the data, and where nobody wants to wait any longer
     * @throws ExchangeException if the feed could not be read many times in a row
     */
    List<MarketTick> next() throws InterruptedException {
        for (int failures = 1; ; failures++) {
            try {
                return feed.next();
            } catch (ExchangeException e) {
                if (failures == ATTEMPTS) {
                    throw e;
                }
                if (givesUp.getAsBoolean()) {
                    return List.of();
                }
                LOG.debug("the feed could not be read, {} times in a row", failures, e);
            }
        }
    }
}
