package dev.astrolabe.simulator.aster;

import static dev.astrolabe.simulator.aster.Security.NONE;

import dev.astrolabe.exchange.model.Candle;
import dev.astrolabe.exchange.model.CandleInterval;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.simulator.market.Market;
import dev.astrolabe.simulator.market.PriceKind;
import dev.astrolabe.simulator.venue.SimulatedVenue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Candles (docs: futures v3, "Kline/Candlestick Data"). What a candle does not keep is reckoned from its prices. */
final class KlineCalls {

    private static final int USUAL = 500;
    private static final int MOST = 1500;
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal THREE = BigDecimal.valueOf(3);

    private final SimulatedVenue venue;
    private final Catalogue catalogue;

    KlineCalls(SimulatedVenue venue, Catalogue catalogue) {
        this.venue = venue;
        this.catalogue = catalogue;
    }

    void register(Routes routes) {
        routes.add("GET", Routes.BOTH, "klines", NONE, KlineCalls::weight, call -> klines(call, PriceKind.LAST));
        routes.add(
                "GET", Routes.BOTH, "markPriceKlines", NONE, KlineCalls::weight, call -> klines(call, PriceKind.MARK));
        routes.add(
                "GET",
                Routes.BOTH,
                "indexPriceKlines",
                NONE,
                KlineCalls::weight,
                call -> klines(call, PriceKind.INDEX));
    }

    private static int weight(Parameters parameters) {
        int limit = parameters.roughLimit().orElse(USUAL);
        if (limit < 100) {
            return 1;
        }
        return limit < 500 ? 2 : limit <= 1000 ? 5 : 10;
    }

    private Object klines(Call call, PriceKind kind) {
        Parameters parameters = call.parameters();
        Market market = kind == PriceKind.INDEX ? ofPair(parameters.text("pair")) : catalogue.market(parameters);
        CandleInterval interval =
                CandleInterval.ofCode(parameters.text("interval")).orElseThrow(ErrorCode.BAD_INTERVAL::with);
        TimeWindow window = TimeWindow.open(parameters, USUAL, MOST);
        Instant from = window.forward() ? Instant.ofEpochMilli(window.from()) : null;
        Instant to = window.to() == Long.MAX_VALUE ? null : Instant.ofEpochMilli(window.to());
        List<Object> rows = new ArrayList<>();
        for (Candle candle : market.candles(kind, interval, from, to, window.limit())) {
            rows.add(kind == PriceKind.LAST ? traded(market, interval, candle) : quoted(market, interval, candle));
        }
        return rows;
    }

    private Market ofPair(String pair) {
        return venue.markets().all().stream()
                .filter(market -> Catalogue.pair(market.instrument()).equals(pair))
                .findFirst()
                .orElseThrow(ErrorCode.INVALID_PAIR::with);
    }

    private static List<Object> traded(Market market, CandleInterval interval, Candle candle) {
        Instrument instrument = market.instrument();
        BigDecimal quote = quoteVolume(candle);
        return List.of(
                candle.openTime().toEpochMilli(),
                Figures.price(instrument, candle.open()),
                Figures.price(instrument, candle.high()),
                Figures.price(instrument, candle.low()),
                Figures.price(instrument, candle.close()),
                Figures.quantity(instrument, candle.volume()),
                closeTime(interval, candle.openTime()),
                Figures.money(quote),
                trades(market, interval, candle),
                Figures.quantity(instrument, candle.volume().multiply(HALF)),
                Figures.money(quote.multiply(HALF)),
                "0");
    }

    private static List<Object> quoted(Market market, CandleInterval interval, Candle candle) {
        Instrument instrument = market.instrument();
        return List.of(
                candle.openTime().toEpochMilli(),
                Figures.fine(instrument, candle.open()),
                Figures.fine(instrument, candle.high()),
                Figures.fine(instrument, candle.low()),
                Figures.fine(instrument, candle.close()),
                "0",
                closeTime(interval, candle.openTime()),
                "0",
                60,
                "0",
                "0",
                "0");
    }

    static BigDecimal quoteVolume(Candle candle) {
        BigDecimal typical =
                candle.high().add(candle.low()).add(candle.close()).divide(THREE, 16, RoundingMode.HALF_EVEN);
        return typical.multiply(candle.volume());
    }

    /** The share of the day's trades that falls to the candle's length; none where nothing was traded. */
    static long trades(Market market, CandleInterval interval, Candle candle) {
        if (candle.volume().signum() == 0) {
            return 0;
        }
        long share = market.dayTrades()
                * interval.duration().toMillis()
                / Duration.ofDays(1).toMillis();
        return Math.max(share, 1);
    }

    static long closeTime(CandleInterval interval, Instant open) {
        Instant end = interval == CandleInterval.MO1
                ? open.atOffset(ZoneOffset.UTC).plusMonths(1).toInstant()
                : open.plus(interval.duration());
        return end.toEpochMilli() - 1;
    }
}
