package dev.astrolabe.agents.session;

import dev.astrolabe.agents.Agent;
import dev.astrolabe.agents.AgentId;
import dev.astrolabe.agents.StrategyKind;
import dev.astrolabe.agents.feed.MarketFeed;
import dev.astrolabe.agents.market.Listing;
import dev.astrolabe.agents.market.MarketTick;
import dev.astrolabe.agents.paper.PaperExchange;
import dev.astrolabe.exchange.ExchangeClient;
import dev.astrolabe.exchange.ExchangeId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Execution on paper: one paper exchange for each exchange of the feed, and on it one account for each agent, so that no two
 * agents touch. An agent's capital lies at the first exchange; that of an arbitrage agent is spread over all of them.
 *
 * @since 0.1
 */
public final class PaperExecution implements ExecutionPort {

    private static final int CAPITAL_SCALE = 8;
    private static final int CANDLES_KEPT = 1500;

    private final Map<ExchangeId, PaperExchange> exchanges;
    private final Map<Account, ExchangeClient> accounts = new LinkedHashMap<>();

    private record Account(ExchangeId exchange, AgentId agent) {}

    private PaperExecution(Map<ExchangeId, PaperExchange> exchanges) {
        this.exchanges = exchanges;
    }

    /**
     * Opens the exchanges and accounts for a session.
     *
     * @param config the session's agents and capital
     * @param feed its market data
     * @return the port; the caller closes it
     */
    public static PaperExecution open(SessionConfig config, MarketFeed feed) {
        Map<ExchangeId, PaperExchange.Builder> builders = new LinkedHashMap<>();
        for (Listing listing : feed.listings()) {
            builders.computeIfAbsent(
                            listing.exchange(), id -> PaperExchange.builder(id).candles(feed.interval(), CANDLES_KEPT))
                    .instrument(feed.instrument(listing));
        }
        Map<ExchangeId, PaperExchange> exchanges = new LinkedHashMap<>();
        builders.forEach((id, builder) -> exchanges.put(id, builder.build()));
        PaperExecution execution = new PaperExecution(exchanges);
        config.agents().forEach(agent -> execution.openAccounts(agent, config));
        return execution;
    }

    private void openAccounts(Agent agent, SessionConfig config) {
        List<BigDecimal> parts = parts(agent, config.capitalOf(agent), exchanges.keySet());
        int next = 0;
        for (Map.Entry<ExchangeId, PaperExchange> entry : exchanges.entrySet()) {
            AgentId id = agent.spec().id();
            ExchangeClient client =
                    entry.getValue().openAccount(id.code(), agent.spec().name(), config.asset(), parts.get(next++));
            accounts.put(new Account(entry.getKey(), id), client);
        }
    }

    private static List<BigDecimal> parts(Agent agent, BigDecimal capital, Collection<ExchangeId> exchanges) {
        List<BigDecimal> parts = new ArrayList<>();
        BigDecimal part = agent.spec().strategy() == StrategyKind.ARBITRAGE
                ? capital.divide(BigDecimal.valueOf(exchanges.size()), CAPITAL_SCALE, RoundingMode.DOWN)
                : BigDecimal.ZERO;
        BigDecimal others = part.multiply(BigDecimal.valueOf(exchanges.size() - 1L));
        for (int i = 0; i < exchanges.size(); i++) {
            parts.add(i == 0 ? capital.subtract(others) : part);
        }
        return parts;
    }

    @Override
    public ExchangeClient account(ExchangeId exchange, AgentId agent) {
        ExchangeClient client = accounts.get(new Account(exchange, agent));
        if (client == null) {
            throw new IllegalArgumentException("no paper account of " + agent + " at " + exchange);
        }
        return client;
    }

    @Override
    public void onTick(MarketTick tick) {
        PaperExchange exchange = exchanges.get(tick.listing().exchange());
        if (exchange == null) {
            throw new IllegalArgumentException("no paper exchange for " + tick.listing());
        }
        exchange.update(tick);
    }

    @Override
    public boolean valuesAtTicks() {
        return true;
    }

    @Override
    public void close() {
        accounts.values().forEach(ExchangeClient::close);
    }
}
