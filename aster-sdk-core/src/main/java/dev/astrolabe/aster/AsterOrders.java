package dev.astrolabe.aster;

import dev.astrolabe.exchange.model.Symbol;
import java.time.Duration;

/**
 * Orders of AsterDex futures (docs: futures, "Account/Trades Endpoints").
 *
 * @since 0.1
 */
public interface AsterOrders {

    /**
     * Has the venue cancel every open order of an instrument after a time, unless this is called again before: a dead man's
     * switch (docs: futures, "Auto-Cancel All Open Orders").
     *
     * @param symbol the instrument
     * @param countdown from 1 ms; zero stops a running countdown
     * @throws dev.astrolabe.exchange.error.NotSentException if the countdown is negative
     */
    void countdownCancelAll(Symbol symbol, Duration countdown);
}
