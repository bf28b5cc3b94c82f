package dev.astrolabe.simulator.okx;

import dev.astrolabe.exchange.model.Trade;
import dev.astrolabe.simulator.wire.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Tells each trade: in {@code trades} with a count and the book's sequence, in {@code trades-all} without. */
final class TradeTopic extends Topic {

    private final String head;
    private final OkxInstrument instrument;
    private final boolean counted;
    private long last;

    TradeTopic(String channel, String arg, OkxInstrument instrument) {
        super(channel, Duration.ZERO);
        this.head = "{\"arg\":" + arg + ",\"data\":[";
        this.instrument = instrument;
        this.counted = channel.startsWith("trades:");
        List<Trade> trades = instrument.market().trades();
        this.last =
                trades.isEmpty() ? 0 : Ids.number(trades.get(trades.size() - 1).id());
    }

    @Override
    List<String> greeting() {
        return List.of();
    }

    @Override
    List<String> news(Instant now) {
        List<Trade> trades = instrument.market().trades();
        int first = trades.size();
        while (first > 0 && Ids.number(trades.get(first - 1).id()) > last) {
            first--;
        }
        List<String> texts = new ArrayList<>();
        for (Trade trade : trades.subList(first, trades.size())) {
            last = Ids.number(trade.id());
            Row row = MarketRows.trade(instrument, trade);
            if (counted) {
                row.with("count", "1").with("seqId", instrument.market().book(1).sequence());
            }
            texts.add(head + Json.text(row.fields()) + "]}");
        }
        return texts;
    }
}
