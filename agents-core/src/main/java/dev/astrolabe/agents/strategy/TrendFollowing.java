package dev.astrolabe.agents.strategy;

import dev.astrolabe.agents.OwnPosition;
import dev.astrolabe.agents.Proposal;
import dev.astrolabe.agents.Snapshot;
import dev.astrolabe.agents.indicator.Readings;
import dev.astrolabe.agents.market.MarketView;
import dev.astrolabe.exchange.model.PositionSide;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Follows a trend: EMA 20 on the trend's side of EMA 50, ADX above its floor, and a close beyond the 20-bar Donchian channel
 * that confirms it. The stop starts some ATR away and trails the best price; the opposite crossing closes.
 *
 * @since 0.1
 */
public final class TrendFollowing extends MarketRules {

    private final Rules rules;

    /**
     * The numbers of the rules.
     *
     * @param minAdx the ADX above which a market trends; 20
     * @param stopAtr distance of the first stop in ATR; 2.5
     * @param trailAtr distance of the trailing stop in ATR; 3
     * @param trailStepAtr how much better a stop must be to be moved, in ATR; 0.25
     * @param leverage the leverage to ask for; 5
     * @since 0.1
     */
    public record Rules(double minAdx, double stopAtr, double trailAtr, double trailStepAtr, int leverage) {

        /** The standard numbers. */
        public static final Rules STANDARD = new Rules(20, 2.5, 3, 0.25, 5);
    }

    /**
     * Rules with given numbers.
     *
     * @param rules the numbers
     */
    public TrendFollowing(Rules rules) {
        this.rules = rules;
    }

    @Override
    Optional<Proposal> enter(Snapshot snapshot, MarketView market) {
        Readings now = market.readings();
        if (now.adx14() <= rules.minAdx() || now.atr14() <= 0) {
            return Optional.empty();
        }
        boolean up = now.ema20() > now.ema50() && now.close() > now.donchianHigh20();
        boolean down = now.ema20() < now.ema50() && now.close() < now.donchianLow20();
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
                        "EMA20 %.8g %s EMA50 %.8g, ADX %.1f, close %.8g beyond Donchian [%.8g, %.8g]",
                        now.ema20(),
                        up ? "above" : "below",
                        now.ema50(),
                        now.adx14(),
                        now.close(),
                        now.donchianLow20(),
                        now.donchianHigh20()));
    }

    @Override
    Optional<Proposal> manage(Snapshot snapshot, MarketView market, OwnPosition position) {
        Readings now = market.readings();
        boolean isLong = position.side() == PositionSide.LONG;
        if (isLong ? now.ema20() < now.ema50() : now.ema20() > now.ema50()) {
            return close(snapshot, position, figures("EMA20 %.8g crossed EMA50 %.8g", now.ema20(), now.ema50()));
        }
        return trail(snapshot, market, position);
    }

    private Optional<Proposal> trail(Snapshot snapshot, MarketView market, OwnPosition position) {
        double atr = market.readings().atr14();
        BigDecimal stop = Sizing.towardEntry(
                market.instrument(),
                position.side(),
                Sizing.away(position.side(), position.bestPrice(), BigDecimal.valueOf(rules.trailAtr() * atr)));
        boolean beyondMark = !Sizing.isTighter(position.side(), market.mark(), stop);
        BigDecimal threshold = position.stopPrice()
                .map(old -> Sizing.away(position.side(), old, BigDecimal.valueOf(-rules.trailStepAtr() * atr)))
                .orElse(stop);
        if (beyondMark || !Sizing.isTighter(position.side(), stop, threshold)) {
            return Optional.empty();
        }
        return Optional.of(new Proposal.MoveStop(
                snapshot.self().spec().id(),
                snapshot.time(),
                position.listing(),
                position.side(),
                stop,
                figures(
                        "trails the best price %s by %.1f ATR",
                        position.bestPrice().toPlainString(), rules.trailAtr())));
    }
}
