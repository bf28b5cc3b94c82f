package dev.astrolabe.simulator.venue;

import dev.astrolabe.exchange.model.Fill;
import dev.astrolabe.exchange.model.Income;
import dev.astrolabe.exchange.model.Order;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.simulator.market.Market;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Told what happens at a venue, in its order, under the venue's lock. What it reads then is as of that moment.
 *
 * @since 0.1
 */
public interface VenueListener {

    /**
     * An order was accepted, amended, cancelled or expired.
     *
     * @param account whose it is
     * @param order as it is now
     */
    void orderChanged(VenueAccount account, Order order);

    /**
     * A conditional order fired; what it does then follows.
     *
     * @param account whose it is
     * @param order as it is now
     */
    void triggered(VenueAccount account, Order order);

    /**
     * An order was filled, in whole or in part, and all of it is booked.
     *
     * @param account whose it is
     * @param order as it is now
     * @param fill the fill
     */
    void filled(VenueAccount account, Order order, Fill fill);

    /**
     * A wallet changed.
     *
     * @param account whose it is
     * @param income by what
     */
    void booked(VenueAccount account, Income income);

    /**
     * Leverage, margin mode or position mode was changed.
     *
     * @param account whose it is
     * @param symbol in which instrument; null for the position mode, which is the account's
     */
    void settingsChanged(VenueAccount account, @Nullable Symbol symbol);

    /**
     * Markets show something new.
     *
     * @param markets which
     */
    void moved(List<Market> markets);
}
