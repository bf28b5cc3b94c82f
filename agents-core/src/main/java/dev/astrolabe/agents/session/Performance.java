package dev.astrolabe.agents.session;

import dev.astrolabe.agents.AgentSpec;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What an agent has achieved. Amounts are in the settle asset. A trade is a position, or a pair, from its first fill until it
 * is flat; it is won if it earned something after fees and funding.
 *
 * @param spec the agent's charter
 * @param capital what it was given
 * @param equity what it has now, with unrealized profit or loss
 * @param trades finished trades
 * @param wins trades that earned
 * @param losses trades that lost; the rest broke even
 * @param fees fees paid, less rebates
 * @param funding funding received, less what was paid
 * @param maxDrawdown largest fall of the equity from a peak, as a ratio of the peak, on mark prices
 * @param holdingTime time in trade of all finished trades together
 * @param rejected how many proposals the gate refused
 * @param modified how many proposals the gate changed
 * @param alerts how often it saw something and did not trade
 * @since 0.1
 */
public record Performance(
        AgentSpec spec,
        BigDecimal capital,
        BigDecimal equity,
        int trades,
        int wins,
        int losses,
        BigDecimal fees,
        BigDecimal funding,
        BigDecimal maxDrawdown,
        Duration holdingTime,
        int rejected,
        int modified,
        int alerts) {

    private static final int RATIO_SCALE = 6;

    /**
     * Profit or loss after fees and funding, unrealized included.
     *
     * @return equity less capital
     */
    public BigDecimal pnl() {
        return equity.subtract(capital);
    }

    /**
     * The share of won trades among those that did not break even.
     *
     * @return a ratio to 6 digits; empty without such trades
     */
    public Optional<BigDecimal> winRate() {
        int decided = wins + losses;
        return decided == 0
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(wins)
                        .divide(BigDecimal.valueOf(decided), RATIO_SCALE, RoundingMode.HALF_EVEN));
    }

    /**
     * How long a trade lasted on average.
     *
     * @return from its first fill until flat; empty without finished trades
     */
    public Optional<Duration> averageTradeDuration() {
        return trades == 0 ? Optional.empty() : Optional.of(holdingTime.dividedBy(trades));
    }

    static Performance of(AgentSpec spec, AgentBook book, BigDecimal equity, Drawdown drawdown, DecisionTally tally) {
        List<RoundTrip> finished = book.finished();
        int wins =
                (int) finished.stream().filter(trip -> trip.pnl().signum() > 0).count();
        int losses =
                (int) finished.stream().filter(trip -> trip.pnl().signum() < 0).count();
        return new Performance(
                spec,
                book.capital(),
                equity,
                finished.size(),
                wins,
                losses,
                book.fees(),
                book.funding(),
                drawdown.largest(),
                finished.stream().map(RoundTrip::duration).reduce(Duration.ZERO, Duration::plus),
                tally.rejected(),
                tally.modified(),
                tally.alerts());
    }
}
