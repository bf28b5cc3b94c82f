package dev.astrolabe.agents.feed;

import dev.astrolabe.exchange.model.CandleInterval;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * What a checked candle file holds.
 *
 * @param candles how many candles
 * @param interval the length of one
 * @param first when the first opens
 * @param last when the last opens
 * @param highest the highest price
 * @param priceDecimals how many decimals its prices use, trailing zeros not counted
 * @param gaps where candles are missing, in the order of the lines
 * @since 0.1
 */
public record CandleFileSummary(
        long candles,
        CandleInterval interval,
        Instant first,
        Instant last,
        BigDecimal highest,
        int priceDecimals,
        List<CandleGap> gaps) {

    /**
     * Copies the list.
     *
     * @param candles how many candles
     * @param interval the length of one
     * @param first when the first opens
     * @param last when the last opens
     * @param highest the highest price
     * @param priceDecimals how many decimals its prices use, trailing zeros not counted
     * @param gaps where candles are missing, in the order of the lines
     */
    public CandleFileSummary {
        gaps = List.copyOf(gaps);
    }

    /**
     * How many candles the gaps lack in all.
     *
     * @return 0 where there is no gap
     */
    public long missing() {
        return gaps.stream().mapToLong(CandleGap::missing).sum();
    }
}
