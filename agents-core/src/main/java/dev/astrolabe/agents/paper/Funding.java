package dev.astrolabe.agents.paper;

import dev.astrolabe.agents.market.MarketTick;
import dev.astrolabe.exchange.model.FundingRate;
import dev.astrolabe.exchange.model.IncomeType;
import dev.astrolabe.exchange.model.MarkPrice;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Charges funding. Ticks announce a rate and its time; the first tick at or after that time charges every position that is
 * held then, at that tick's mark. The rate is the one this tick still announces for the time, else the last one before it.
 * A funding time that no tick announced is not charged: its rate is not known.
 */
final class Funding {

    /** What ticks announce next, and what was charged last. */
    private static final class Schedule {
        @Nullable
        Instant due;

        BigDecimal rate = BigDecimal.ZERO;

        @Nullable
        Instant charged;
    }

    private final Notices notices;
    private final Settlement settlement;
    private final Map<PaperMarket, Schedule> schedules = new HashMap<>();

    Funding(Notices notices, Settlement settlement) {
        this.notices = notices;
        this.settlement = settlement;
    }

    /** Charges what has come due, and takes note of what the tick announces. */
    void observe(PaperMarket market, @Nullable MarketTick previous, MarketTick tick) {
        MarkPrice mark = tick.mark();
        Schedule schedule = schedules.computeIfAbsent(market, any -> new Schedule());
        Instant announced = mark.nextFundingTime().orElse(null);
        BigDecimal rate = mark.fundingRate().orElse(null);
        if (announced != null && rate != null && announced.equals(schedule.due)) {
            schedule.rate = rate;
        }
        Instant due = schedule.due;
        if (due != null && !tick.time().isBefore(due)) {
            charge(market, due, schedule);
        }
        if (announced == null || rate == null || announced.equals(schedule.charged)) {
            return;
        }
        boolean isAhead = announced.isAfter(tick.time());
        boolean hasJustPassed = !isAhead && previous != null && announced.isAfter(previous.time());
        if (isAhead || hasJustPassed) {
            schedule.due = announced;
            schedule.rate = rate;
        }
        if (hasJustPassed) {
            charge(market, announced, schedule);
        }
    }

    private void charge(PaperMarket market, Instant due, Schedule schedule) {
        Instant before = schedule.charged;
        for (Holding holding : market.holders()) {
            for (PaperPosition position : holding.positions()) {
                BigDecimal amount =
                        Money.funding(market.contract().worth(position.quantity(), market.mark()), schedule.rate);
                settlement.book(
                        holding.portfolio(),
                        IncomeType.FUNDING,
                        "FUNDING_FEE",
                        amount,
                        market.instrument().symbol(),
                        null);
                if (holding.isIsolated()) {
                    position.addIsolatedMargin(amount);
                }
            }
        }
        market.tape()
                .fundings()
                .add(FundingRate.builder()
                        .symbol(market.instrument().symbol())
                        .rate(schedule.rate)
                        .fundingTime(due)
                        .interval(before == null ? null : Duration.between(before, due))
                        .markPrice(market.mark())
                        .build());
        schedule.charged = due;
        schedule.due = null;
        notices.tell();
    }
}
