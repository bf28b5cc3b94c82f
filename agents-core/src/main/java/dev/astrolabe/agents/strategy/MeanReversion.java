package dev.astrolabe.agents.strategy;

import dev.astrolabe.agents.OwnPosition;
import dev.astrolabe.agents.Proposal;
import dev.astrolabe.agents.Snapshot;
import dev.astrolabe.agents.indicator.Readings;
import dev.astrolabe.agents.market.MarketView;
import dev.astrolabe.exchange.model.PositionSide;
import java.util.Optional;

/**
 * Bets on the way back: a close two deviations from its 20-bar mean while ADX says that there is no trend. Leaves at the
 * mean, or when it takes too long.
 *
 * @since 0.1
 */
public final class MeanReversion extends MarketRules {

    private final Rules rules;

    /**
     * The numbers of the rules.
     *
     * @param entryZScore distance from the mean at which to enter, in standard deviations; 2
     * @param maxAdx the ADX below which there is no trend; 20
     * @param stopAtr distance of the stop in ATR; 2
     * @param maxBars bars after which to leave in any case; 24
     * @param leverage the leverage to ask for; 5
     * @since 0.1
     */
    public record Rules(double entryZScore, double maxAdx, double stopAtr, int maxBars, int leverage) {

        /** The standard numbers. */
        public static final Rules STANDARD = new Rules(2, 20, 2, 24, 5);
    }

    /**
     * Rules with given numbers.
     *
     * @param rules the numbers
     */
    public MeanReversion(Rules rules) {
        this.rules = rules;
    }

    @Override
    Optional<Proposal> enter(Snapshot snapshot, MarketView market) {
        Readings now = market.readings();
        if (now.adx14() >= rules.maxAdx() || now.atr14() <= 0 || Math.abs(now.zScore20()) < rules.entryZScore()) {
            return Optional.empty();
        }
        return openAtMarket(
                snapshot,
                market,
                now.zScore20() < 0 ? PositionSide.LONG : PositionSide.SHORT,
                rules.leverage(),
                rules.stopAtr() * now.atr14(),
                figures(
                        "close %.8g at %.2f deviations from its mean %.8g, ADX %.1f",
                        now.close(), now.zScore20(), now.mean20(), now.adx14()));
    }

    @Override
    Optional<Proposal> manage(Snapshot snapshot, MarketView market, OwnPosition position) {
        double zScore = market.readings().zScore20();
        boolean back = position.side() == PositionSide.LONG ? zScore >= 0 : zScore <= 0;
        if (back) {
            return close(
                    snapshot,
                    position,
                    figures("back at the mean %.8g", market.readings().mean20()));
        }
        return position.barsHeld() >= rules.maxBars()
                ? close(snapshot, position, figures("not back after %d bars", position.barsHeld()))
                : Optional.empty();
    }
}
