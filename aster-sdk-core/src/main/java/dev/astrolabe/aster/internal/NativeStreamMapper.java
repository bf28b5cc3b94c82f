package dev.astrolabe.aster.internal;

import static dev.astrolabe.aster.internal.Readings.nonEmpty;
import static dev.astrolabe.aster.internal.Readings.nonZero;
import static dev.astrolabe.aster.internal.Readings.orZero;
import static dev.astrolabe.aster.internal.Readings.time;

import dev.astrolabe.aster.internal.MarketPayloads.Ticker24;
import dev.astrolabe.aster.internal.StreamPayloads.CandleEvent;
import dev.astrolabe.aster.internal.StreamPayloads.CandleRow;
import dev.astrolabe.aster.internal.StreamPayloads.LiquidationEvent;
import dev.astrolabe.aster.internal.StreamPayloads.LiquidationRow;
import dev.astrolabe.aster.internal.StreamPayloads.MarkPriceEvent;
import dev.astrolabe.aster.internal.StreamPayloads.MiniTickerEvent;
import dev.astrolabe.aster.internal.StreamPayloads.TickerEvent;
import dev.astrolabe.aster.internal.StreamPayloads.TradeProEvent;
import dev.astrolabe.aster.internal.UserPayloads.AnnouncementEvent;
import dev.astrolabe.aster.internal.UserPayloads.AnnouncementWords;
import dev.astrolabe.aster.model.AddressedTrade;
import dev.astrolabe.aster.model.Announcement;
import dev.astrolabe.aster.model.AsterCandle;
import dev.astrolabe.aster.model.AsterTicker;
import dev.astrolabe.aster.model.LiquidationOrder;
import dev.astrolabe.aster.model.PremiumIndex;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.Side;
import dev.astrolabe.exchange.model.Ticker;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Events that only this venue has: base units, prices per single coin. */
final class NativeStreamMapper {

    private static final String HIDDEN = "hidden";
    private static final Pattern NO_HASH = Pattern.compile("(0[xX])?0*");

    private NativeStreamMapper() {}

    static AsterTicker ticker(TickerEvent event, Instrument instrument) {
        return AsterMarketMapper.ticker(
                new Ticker24(
                        event.s(), event.p(), event.P(), event.w(), null, event.c(), event.Q(), event.o(), event.h(),
                        event.l(), event.v(), event.q(), event.O(), event.C(), event.F(), event.L(), event.n()),
                instrument);
    }

    static Ticker miniTicker(MiniTickerEvent event, Instrument instrument) {
        return Ticker.builder()
                .symbol(instrument.symbol())
                .last(instrument.fromVenuePrice(event.c()))
                .open(MarketMapper.price(event.o(), instrument))
                .high(MarketMapper.price(event.h(), instrument))
                .low(MarketMapper.price(event.l(), instrument))
                .baseVolume(instrument.fromContracts(event.v()))
                .quoteVolume(event.q())
                .time(Instant.ofEpochMilli(event.E()))
                .build();
    }

    static PremiumIndex premiumIndex(MarkPriceEvent event, Instrument instrument) {
        return AsterMarketMapper.premiumIndex(StreamMapper.premium(event), instrument);
    }

    static AsterCandle candle(CandleEvent event, Instrument instrument) {
        CandleRow row = event.k();
        return new AsterCandle(
                StreamMapper.candle(event, instrument),
                Instant.ofEpochMilli(row.T()),
                row.q(),
                row.n(),
                instrument.fromContracts(row.V()),
                row.Q());
    }

    static LiquidationOrder liquidation(LiquidationEvent event, Instrument instrument) {
        LiquidationRow row = event.o();
        BigDecimal average = nonZero(row.ap());
        return new LiquidationOrder(
                instrument.symbol(),
                Side.valueOf(row.S()),
                instrument.fromContracts(row.q()),
                instrument.fromVenuePrice(row.p()),
                instrument.fromContracts(orZero(row.z())),
                average == null ? null : instrument.fromVenuePrice(average),
                AsterVocabulary.orderStatus(row.X()),
                row.X(),
                Instant.ofEpochMilli(row.T()));
    }

    /** The addresses are those of taker and maker, in this order. */
    static AddressedTrade addressedTrade(TradeProEvent event, Instrument instrument) {
        String hash = nonEmpty(event.h());
        return new AddressedTrade(
                instrument.symbol(),
                Long.toString(event.t()),
                instrument.fromVenuePrice(event.p()),
                instrument.fromContracts(event.q()),
                Instant.ofEpochMilli(event.T()),
                hash == null || NO_HASH.matcher(hash).matches() ? null : hash,
                address(event.m(), 0),
                address(event.m(), 1));
    }

    private static @Nullable String address(List<String> addresses, int index) {
        String address = index < addresses.size() ? nonEmpty(addresses.get(index)) : null;
        return address == null || address.equals(HIDDEN) ? null : address;
    }

    /** Empty where there is no text in any language. */
    static Optional<Announcement> announcement(AnnouncementEvent event) {
        AnnouncementWords any = event.en() != null ? event.en() : event.zh();
        if (any == null) {
            return Optional.empty();
        }
        List<Announcement.Translation> translations = new ArrayList<>();
        add(translations, "en", event.en());
        add(translations, "zh", event.zh());
        return Optional.of(
                new Announcement(any.i(), translations, nonEmpty(any.c()), time(any.d()), nonEmpty(any.j())));
    }

    private static void add(
            List<Announcement.Translation> translations, String language, @Nullable AnnouncementWords words) {
        if (words != null) {
            translations.add(
                    new Announcement.Translation(language, orEmpty(words.t()), orEmpty(words.s()), orEmpty(words.C())));
        }
    }

    private static String orEmpty(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
