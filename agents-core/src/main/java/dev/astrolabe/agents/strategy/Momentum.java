package dev.astrolabe.agents.strategy;

import dev.astrolabe.agents.OwnPosition;
import dev.astrolabe.agents.Proposal;
import dev.astrolabe.agents.Snapshot;
import dev.astrolabe.agents.indicator.Readings;
import dev.astrolabe.agents.market.MarketView;
import dev.astrolabe.exchange.model.PositionSide;
import java.util.Optional;

/**
 * Joins unusual strength: ROC 12 far out among its own recent values, volume above its mean, RSI strong but not exhausted.
 * Leaves when the strength is gone.
 *
 * @since 0.1
 */
public final class Momentum extends MarketRules {

    private static final double RSI_MIDDLE = 50;
    private static final double RSI_TOP = 100;

    private final Rules rules;

    /**
     * The numbers of the rules. A short mirrors the RSI at 50.
     *
     * @param minZScore how far out ROC 12 must be, in standard deviations; 1.5
     * @param minVolumeRatio volume over its mean; 1.5
     * @param minRsi lowest RSI of a long entry; 55
     * @param maxRsi highest RSI of a long entry; 80
     * @param stopAtr distance of the stop in ATR; 1.5
     * @param maxBars bars after which to leave in any case; 48
     * @param leverage the leverage to ask for; 8
     * @since 0.1
     */
    public record Rules(
            double minZScore,
            double minVolumeRatio,
            double minRsi,
            double maxRsi,
            double stopAtr,
            int maxBars,
            int leverage) {

        /** The standard numbers. */
        public static final Rules STANDARD = new Rules(1.5, 1.5, 55, 80, 1.5, 48, 8);
    }

    /**
     * Rules with given numbers.
     *
     * @param rules the numbers
     */
    public Momentum(Rules rules) {
        this.rules = rules;
    }

    @Override
    Optional<Proposal> enter(Snapshot snapshot, MarketView market) {
        Readings now = market.readings();
        if (now.volumeRatio() < rules.minVolumeRatio() || now.atr14() <= 0) {
            return Optional.empty();
        }
        boolean up = now.roc12ZScore() > rules.minZScore() && inBand(now.rsi14());
        boolean down = now.roc12ZScore() < -rules.minZScore() && inBand(RSI_TOP - now.rsi14());
        if (!up && !down) {
            return Optional.empty();
        }
        return openAtMarket(
                snapshot,
                market,
                up ? PositionSide.LONG : PositionSide.SHORT,
                rules.leverage(),
                rules.stopAtr() * now.atr14(),
                figures(
                        "ROC12 %.2f %% at %.2f deviations, volume %.2f of its mean, RSI %.1f",
                        now.roc12(), now.roc12ZScore(), now.volumeRatio(), now.rsi14()));
    }

    private boolean inBand(double rsi) {
        return rsi >= rules.minRsi() && rsi <= rules.maxRsi();
    }

    @Override
    Optional<Proposal> manage(Snapshot snapshot, MarketView market, OwnPosition position) {
        double rsi = market.readings().rsi14();
        boolean gone = position.side() == PositionSide.LONG ? rsi < RSI_MIDDLE : rsi > RSI_MIDDLE;
        if (gone) {
            return close(snapshot, position, figures("RSI %.1f: the strength is gone", rsi));
        }
        return position.barsHeld() >= rules.maxBars()
                ? close(snapshot, position, figures("held for %d bars", position.barsHeld()))
                : Optional.empty();
    }
}
