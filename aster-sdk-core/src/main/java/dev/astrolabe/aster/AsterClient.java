package dev.astrolabe.aster;

import dev.astrolabe.exchange.model.PositionSide;
import dev.astrolabe.exchange.model.Symbol;
import java.time.Duration;
import java.util.Map;

/**
 * What AsterDex has and other exchanges have not: {@code client.unwrap(AsterClient.class)}. Every call blocks the caller's
 * thread, fails with the same exceptions as the neutral groups, and is safe for any thread.
 *
 * @since 0.1
 */
public interface AsterClient {

    /**
     * Has the venue cancel every open order of an instrument after a time, unless this is called again before: a dead man's
     * switch (docs: futures, "Auto-Cancel All Open Orders").
     *
     * @param symbol the instrument
     * @param countdown from 1 ms; zero stops a running countdown
     * @throws dev.astrolabe.exchange.error.NotSentException if the countdown is negative
     */
    void countdownCancelAll(Symbol symbol, Duration countdown);

    /**
     * Whether all margin assets back all positions (docs: futures, "Get Current Multi-Assets Mode").
     *
     * @return true in multi-assets mode, false in single-asset mode
     */
    boolean multiAssetsMargin();

    /**
     * Sets whether all margin assets back all positions (docs: futures, "Change Multi-Assets Mode").
     *
     * @param enabled true for multi-assets mode
     */
    void setMultiAssetsMargin(boolean enabled);

    /**
     * How near the positions of an instrument are to being deleveraged automatically (docs: futures, "Position ADL Quantile
     * Estimation").
     *
     * @param symbol the instrument
     * @return from 0 to 4 by side, 4 being the nearest; one-way positions stand under both sides; empty without a position
     */
    Map<PositionSide, Integer> adlQuantile(Symbol symbol);
}
