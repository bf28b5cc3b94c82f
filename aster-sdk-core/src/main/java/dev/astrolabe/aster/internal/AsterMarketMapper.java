package dev.astrolabe.aster.internal;

import static dev.astrolabe.aster.internal.Readings.required;
import static dev.astrolabe.aster.internal.Readings.time;

import dev.astrolabe.aster.internal.MarketPayloads.AggregateTradeRow;
import dev.astrolabe.aster.internal.MarketPayloads.FundingInfo;
import dev.astrolabe.aster.internal.MarketPayloads.IndexComposition;
import dev.astrolabe.aster.internal.MarketPayloads.Openable;
import dev.astrolabe.aster.internal.MarketPayloads.Premium;
import dev.astrolabe.aster.internal.MarketPayloads.PriceRow;
import dev.astrolabe.aster.internal.MarketPayloads.Ticker24;
import dev.astrolabe.aster.model.AggregateTrade;
import dev.astrolabe.aster.model.AsterCandle;
import dev.astrolabe.aster.model.AsterTicker;
import dev.astrolabe.aster.model.FundingConfig;
import dev.astrolabe.aster.model.IndexReference;
import dev.astrolabe.aster.model.PremiumIndex;
import dev.astrolabe.aster.model.PriceCandle;
import dev.astrolabe.aster.model.PriceTicker;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.PriceKind;
import dev.astrolabe.exchange.model.Side;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Public prices in the native model: all that the venue says, in base units and per single coin. */
final class AsterMarketMapper {

    private static final int CLOSE_TIME = 6;
    private static final int QUOTE_VOLUME = 7;
    private static final int COUNT = 8;
    private static final int TAKER_BUY_VOLUME = 9;
    private static final int TAKER_BUY_QUOTE_VOLUME = 10;

    private AsterMarketMapper() {}

    static AsterTicker ticker(Ticker24 row, Instrument instrument) {
        return AsterTicker.builder()
                .ticker(MarketMapper.ticker(row, instrument))
                .priceChange(instrument.fromVenuePrice(required(row.priceChange(), "priceChange")))
                .weightedAveragePrice(instrument.fromVenuePrice(required(row.weightedAvgPrice(), "weightedAvgPrice")))
                .previousClose(MarketMapper.price(row.prevClosePrice(), instrument))
                .lastQuantity(instrument.fromContracts(required(row.lastQty(), "lastQty")))
                .openTime(Instant.ofEpochMilli(required(row.openTime(), "openTime")))
                .firstTradeId(required(row.firstId(), "firstId"))
                .lastTradeId(required(row.lastId(), "lastId"))
                .trades(required(row.count(), "count"))
                .build();
    }

    static PriceTicker price(PriceRow row, Instrument instrument) {
        return new PriceTicker(
                instrument.symbol(), instrument.fromVenuePrice(row.price()), Instant.ofEpochMilli(row.time()));
    }

    static AggregateTrade aggregateTrade(AggregateTradeRow row, Instrument instrument) {
        return new AggregateTrade(
                instrument.symbol(),
                row.a(),
                instrument.fromVenuePrice(required(row.p(), "p")),
                instrument.fromContracts(required(row.q(), "q")),
                row.f(),
                row.l(),
                required(row.m(), "m") ? Side.SELL : Side.BUY,
                Instant.ofEpochMilli(row.T()));
    }

    static AsterCandle candle(BigDecimal[] row, Instrument instrument, Instant now) {
        return new AsterCandle(
                MarketMapper.candle(row, PriceKind.LAST, instrument, now),
                Instant.ofEpochMilli(row[CLOSE_TIME].longValueExact()),
                row[QUOTE_VOLUME],
                row[COUNT].longValueExact(),
                instrument.fromContracts(row[TAKER_BUY_VOLUME]),
                row[TAKER_BUY_QUOTE_VOLUME]);
    }

    static PriceCandle priceCandle(BigDecimal[] row, PriceKind kind, Instrument instrument, Instant now) {
        return new PriceCandle(
                MarketMapper.candle(row, kind, instrument, now),
                Instant.ofEpochMilli(row[CLOSE_TIME].longValueExact()),
                row[COUNT].longValueExact());
    }

    static PremiumIndex premiumIndex(Premium row, Instrument instrument) {
        return new PremiumIndex(
                MarketMapper.markPrice(row, instrument),
                MarketMapper.price(row.estimatedSettlePrice(), instrument),
                row.interestRate());
    }

    static FundingConfig fundingConfig(FundingInfo row, Instrument instrument) {
        Integer hours = row.fundingIntervalHours();
        return FundingConfig.builder()
                .symbol(instrument.symbol())
                .interval(hours == null ? null : Duration.ofHours(hours))
                .interestRate(row.interestRate())
                .cap(row.fundingFeeCap())
                .floor(row.fundingFeeFloor())
                .time(time(row.time()))
                .build();
    }

    static IndexReference indexReference(IndexComposition row, Instrument instrument) {
        return new IndexReference(
                instrument.symbol(),
                Instant.ofEpochMilli(row.time()),
                row.references().stream()
                        .map(part -> new IndexReference.Component(part.exchange(), part.symbol(), part.weight()))
                        .toList());
    }

    /** Empty where nothing bounds it: the venue then says -1. */
    static Optional<BigDecimal> openable(Openable row) {
        BigDecimal notional = row.remainingOpenableNotionalValue();
        return notional.signum() < 0 ? Optional.empty() : Optional.of(notional);
    }
}
