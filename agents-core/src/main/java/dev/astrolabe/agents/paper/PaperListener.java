package dev.astrolabe.agents.paper;

import dev.astrolabe.exchange.model.Fill;
import dev.astrolabe.exchange.model.Income;
import dev.astrolabe.exchange.model.Order;

/**
 * Is told what happens in a {@link PaperExchange}, so that a server can pass it on. Given to
 * {@link PaperExchange.Builder#listener}.
 *
 * <p>Called synchronously on the thread whose call or tick made it happen, under the exchange's lock, in the order in which
 * it happened, and only when the books are consistent: what an order, a fill or an income says is already seen by reads. A
 * listener may read through clients of the exchange, since the lock is re-entrant; it must not place, change or cancel
 * anything, nor block: the whole exchange waits for it. What it throws is logged and otherwise ignored.
 *
 * <p>One fill is told as: the incomes that it booked, the fill, then the orders that it changed besides its own: exits that
 * it placed or let grow, and a linked order that it cancelled. All of it is booked before the first of these calls.
 *
 * @since 0.1
 */
public interface PaperListener {

    /**
     * An order was accepted, was triggered, was amended, was cancelled or has expired: any change without a fill. A
     * conditional order that fires is told here right after {@link #triggered}. A cancelled or expired order may have fills
     * from before.
     *
     * @param accountId the account's id
     * @param order the order as it is now
     */
    default void orderChanged(String accountId, Order order) {}

    /**
     * A conditional order has fired, and was not executed yet. What becomes of it follows: fills, or an order that rests, or
     * its end.
     *
     * @param accountId the account's id
     * @param order the order, with its type as it was placed; of an order that only reduces, with what is left to reduce
     */
    default void triggered(String accountId, Order order) {}

    /**
     * An order was filled, in whole or in part. Its fee, its profit and the exits that it armed are booked.
     *
     * @param accountId the account's id
     * @param order the order with this fill
     * @param fill the fill
     */
    default void filled(String accountId, Order order, Fill fill) {}

    /**
     * The wallet of an account has changed: by a transfer, a profit or loss, a fee, funding, or what a liquidation costs. The
     * wallet is the sum of these.
     *
     * @param accountId the account's id
     * @param income the entry of the account's income history
     */
    default void booked(String accountId, Income income) {}
}
