package dev.astrolabe.simulator.okx;

import dev.astrolabe.exchange.model.Candle;
import dev.astrolabe.simulator.market.PriceKind;
import dev.astrolabe.simulator.wire.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells the running candle, and once more the one that it follows, when that has closed. */
final class CandleTopic extends Topic {

    private final String head;
    private final OkxInstrument instrument;
    private final PriceKind kind;
    private final Bar bar;
    private @Nullable Candle told;

    CandleTopic(String channel, String arg, OkxInstrument instrument, PriceKind kind, Bar bar) {
        super(channel, Duration.ofSeconds(1));
        this.head = "{\"arg\":" + arg + ",\"data\":[";
        this.instrument = instrument;
        this.kind = kind;
        this.bar = bar;
    }

    @Override
    List<String> greeting() {
        List<Candle> newest = bar.candles(instrument.market(), kind, null, 1);
        return newest.isEmpty() ? List.of() : List.of(text(newest.get(0)));
    }

    @Override
    List<String> news(Instant now) {
        List<String> texts = new ArrayList<>();
        Candle before = told;
        for (Candle candle : bar.candles(instrument.market(), kind, null, 2)) {
            boolean newer = before == null || !candle.openTime().isBefore(before.openTime());
            if (newer && !candle.equals(before)) {
                texts.add(text(candle));
                told = candle;
            }
        }
        return texts;
    }

    private String text(Candle candle) {
        return head + Json.text(MarketRows.candle(instrument, candle, kind)) + "]}";
    }
}
