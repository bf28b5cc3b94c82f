package dev.astrolabe.agents.session;

import dev.astrolabe.agents.AgentId;
import dev.astrolabe.agents.market.MarketTick;
import dev.astrolabe.exchange.ExchangeClient;
import dev.astrolabe.exchange.ExchangeId;
import java.util.Map;

/**
 * Execution on real accounts, one for each exchange, which all agents share. The clients stay the caller's: closing the port
 * does not close them.
 *
 * @since 0.1
 */
public final class LiveExecution implements ExecutionPort {

    private final Map<ExchangeId, ExchangeClient> clients;

    /**
     * Execution on given accounts.
     *
     * @param clients a signed client for each exchange of the session
     */
    public LiveExecution(Map<ExchangeId, ExchangeClient> clients) {
        this.clients = Map.copyOf(clients);
    }

    @Override
    public ExchangeClient account(ExchangeId exchange, AgentId agent) {
        ExchangeClient client = clients.get(exchange);
        if (client == null) {
            throw new IllegalArgumentException("no client of " + exchange + "; there are " + clients.keySet());
        }
        return client;
    }

    @Override
    public void onTick(MarketTick tick) {}

    @Override
    public boolean valuesAtTicks() {
        return false;
    }

    @Override
    public void close() {}
}
