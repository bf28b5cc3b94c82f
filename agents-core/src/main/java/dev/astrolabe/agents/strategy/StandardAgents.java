package dev.astrolabe.agents.strategy;

import dev.astrolabe.agents.Agent;
import dev.astrolabe.agents.AgentSpec;
import dev.astrolabe.agents.Strategy;
import dev.astrolabe.agents.StrategyKind;
import java.time.Duration;
import java.util.List;

/**
 * The five agents with their charters and the standard numbers of their rules.
 *
 * @since 0.1
 */
public final class StandardAgents {

    private StandardAgents() {}

    /**
     * All five.
     *
     * @return TrendMaster Alpha, Momentum Hunter, Mean Reversion Pro, Lightning Scalper, Arbitrage Scanner
     */
    public static List<Agent> all() {
        return AgentSpec.standard().stream()
                .map(spec -> new Agent(spec, rules(spec.strategy())))
                .toList();
    }

    /**
     * All five on bars of one length.
     *
     * @param barLength the length of the bars that all of them decide on
     * @return as {@link #all}, but for the bars
     */
    public static List<Agent> onBarsOf(Duration barLength) {
        return all().stream()
                .map(agent ->
                        new Agent(agent.spec().toBuilder().barLength(barLength).build(), agent.strategy()))
                .toList();
    }

    /**
     * The standard rules of a strategy.
     *
     * @param kind what is traded on
     * @return the rules
     */
    public static Strategy rules(StrategyKind kind) {
        return switch (kind) {
            case TREND -> new TrendFollowing(TrendFollowing.Rules.STANDARD);
            case MOMENTUM -> new Momentum(Momentum.Rules.STANDARD);
            case MEAN_REVERSION -> new MeanReversion(MeanReversion.Rules.STANDARD);
            case SCALPING -> new Scalping(Scalping.Rules.STANDARD);
            case ARBITRAGE -> new Arbitrage(Arbitrage.Rules.STANDARD);
        };
    }
}
