package dev.astrolabe.agents.session;

import dev.astrolabe.agents.AgentId;
import dev.astrolabe.agents.market.MarketTick;
import dev.astrolabe.exchange.ExchangeClient;
import dev.astrolabe.exchange.ExchangeId;

/**
 * Where a session's orders go. It is the only thing, beside the market data, in which paper and live differ.
 *
 * @since 0.1
 */
public interface ExecutionPort extends AutoCloseable {

    /**
     * The account on which an agent trades at an exchange. Several agents may share one.
     *
     * @param exchange the exchange, as the session names it
     * @param agent the agent
     * @return its client, always the same for the same arguments
     */
    ExchangeClient account(ExchangeId exchange, AgentId agent);

    /**
     * Shows the port a market observation before the session acts on it. A live port does nothing.
     *
     * @param tick the observation
     */
    void onTick(MarketTick tick);

    /**
     * Whether the accounts are valued at the very ticks that {@link #onTick} shows, so that the books can be compared with
     * them to the last digit at every step. True on paper; a real exchange has moved on by the time it is asked.
     *
     * @return true if every step can be compared
     */
    boolean valuesAtTicks();

    /** Closes the clients that the port has opened itself. */
    @Override
    void close();
}
