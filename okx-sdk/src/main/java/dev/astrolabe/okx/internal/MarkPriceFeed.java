package dev.astrolabe.okx.internal;

import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.MarkPrice;
import dev.astrolabe.exchange.transport.Feed;
import dev.astrolabe.exchange.transport.Json;
import dev.astrolabe.okx.model.OkxFundingRate;
import dev.astrolabe.okx.model.OkxIndexTicker;
import dev.astrolabe.okx.model.OkxMarkPrice;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The mark price with the index price and the funding rate that were told last, each by a channel of its own. The mark price and the
 * funding rate make events, the index price comes with the next one.
 */
final class MarkPriceFeed implements Feed<MarkPrice> {

    static final String MARK = "mark-price";
    static final String INDEX = "index-tickers";
    static final String FUNDING = "funding-rate";

    private final Instrument instrument;
    private final PushReader pushes;
    private @Nullable OkxMarkPrice mark;
    private @Nullable BigDecimal index;
    private @Nullable OkxFundingRate funding;

    MarkPriceFeed(Instrument instrument, Json json) {
        this.instrument = instrument;
        this.pushes = new PushReader(json);
    }

    @Override
    public void data(String payload, Instant received, Consumer<? super MarkPrice> out) throws IOException {
        Push push = pushes.read(payload);
        switch (push.channel()) {
            case MARK -> {
                for (OkxMarkPrice row : push.rows(Push.Reading.ofObject(OkxMarkPrice::new))) {
                    // Where two have the same time, the later message holds.
                    if (mark == null || !row.time().isBefore(mark.time())) {
                        mark = row;
                        tell(row, out);
                    }
                }
            }
            case INDEX -> {
                for (OkxIndexTicker row : push.rows(Push.Reading.ofObject(OkxIndexTicker::new))) {
                    index = row.price();
                }
            }
            default -> {
                for (OkxFundingRate row : push.rows(Push.Reading.ofObject(OkxFundingRate::new))) {
                    funding = row;
                }
                if (mark != null) {
                    tell(mark, out);
                }
            }
        }
    }

    /** A rate that has been paid is none of the running interval. */
    private void tell(OkxMarkPrice row, Consumer<? super MarkPrice> out) {
        MarkPrice.Builder price = MarketMapper.markPrice(row, instrument).index(index);
        OkxFundingRate rate = funding;
        if (rate != null && rate.fundingTime().isAfter(row.time())) {
            price.fundingRate(rate.rate()).nextFundingTime(rate.fundingTime());
        }
        out.accept(price.build());
    }

    /** What was told before an interruption does not belong to what is told after it. */
    @Override
    public void live(@Nullable Interruption interruption, Consumer<? super MarkPrice> out) {
        if (interruption != null) {
            mark = null;
            index = null;
        }
    }
}
