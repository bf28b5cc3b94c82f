package dev.astrolabe.aster.internal;

import dev.astrolabe.aster.AsterOrders;
import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.exchange.transport.Params;
import java.time.Duration;

/** Orders in the venue's own calls. */
final class NativeOrders implements AsterOrders {

    private final AsterContext context;
    private final AsterInstruments instruments;

    NativeOrders(AsterContext context, AsterInstruments instruments) {
        this.context = context;
        this.instruments = instruments;
    }

    @Override
    public void countdownCancelAll(Symbol symbol, Duration countdown) {
        if (countdown.isNegative()) {
            throw NotSentException.invalid("countdown " + countdown + " of " + symbol + " is below zero");
        }
        Params params = Params.create()
                .add(
                        "symbol",
                        instruments
                                .forCall(context.endpoints().trading.countdown, symbol)
                                .venueSymbol())
                .add("countdownTime", countdown.toMillis());
        context.call(context.endpoints().trading.countdown, params);
    }
}
