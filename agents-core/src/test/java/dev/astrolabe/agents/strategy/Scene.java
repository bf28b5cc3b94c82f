package dev.astrolabe.agents.strategy;

import dev.astrolabe.agents.AgentSpec;
import dev.astrolabe.agents.AgentView;
import dev.astrolabe.agents.Decision;
import dev.astrolabe.agents.OwnPosition;
import dev.astrolabe.agents.Snapshot;
import dev.astrolabe.agents.Strategy;
import dev.astrolabe.agents.StrategyKind;
import dev.astrolabe.agents.indicator.Readings;
import dev.astrolabe.agents.market.Listing;
import dev.astrolabe.agents.market.MarketTick;
import dev.astrolabe.agents.market.MarketView;
import dev.astrolabe.exchange.ExchangeId;
import dev.astrolabe.exchange.model.FeeRate;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.InstrumentKind;
import dev.astrolabe.exchange.model.InstrumentStatus;
import dev.astrolabe.exchange.model.MarkPrice;
import dev.astrolabe.exchange.model.OrderBook;
import dev.astrolabe.exchange.model.PositionSide;
import dev.astrolabe.exchange.model.PriceLevel;
import dev.astrolabe.exchange.model.StepFilter;
import dev.astrolabe.exchange.model.Symbol;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** Sets up what a strategy sees: BTC at 50,000 with an ATR of 100, nothing unusual, an agent with 10,000 and nothing held. */
final class Scene {

    static final Symbol BTC = Symbol.parse("BTC/USDT:USDT");
    static final Listing HERE = new Listing(new ExchangeId("here"), BTC);
    static final Listing THERE = new Listing(new ExchangeId("there"), BTC);
    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instrument INSTRUMENT = instrument();

    private final AgentSpec spec;
    private final TreeMap<Listing, MarketView> markets = new TreeMap<>();
    private final List<OwnPosition> positions = new ArrayList<>();
    private BigDecimal freeMargin = new BigDecimal("10000");

    private Scene(AgentSpec spec) {
        this.spec = spec;
    }

    static Scene of(StrategyKind kind) {
        return new Scene(AgentSpec.standard().stream()
                .filter(spec -> spec.strategy() == kind)
                .findFirst()
                .orElseThrow());
    }

    /** Readings of a quiet market, to be changed where a rule looks. */
    static ReadingsOf quiet() {
        return new ReadingsOf();
    }

    static final class ReadingsOf {
        private boolean warm = true;
        private double close = 50_000;
        private double ema20 = 50_000;
        private double ema50 = 50_000;
        private double adx = 15;
        private double atr = 100;
        private double rsi = 50;
        private double rocZ;
        private double volume = 1;
        private double zScore;
        private double high = 50_500;
        private double low = 49_500;
        private double vwap = 50_000;

        ReadingsOf cold() {
            warm = false;
            return this;
        }

        ReadingsOf close(double value) {
            close = value;
            return this;
        }

        ReadingsOf emas(double fast, double slow) {
            ema20 = fast;
            ema50 = slow;
            return this;
        }

        ReadingsOf adx(double value) {
            adx = value;
            return this;
        }

        ReadingsOf atr(double value) {
            atr = value;
            return this;
        }

        ReadingsOf rsi(double value) {
            rsi = value;
            return this;
        }

        ReadingsOf rocZ(double value) {
            rocZ = value;
            return this;
        }

        ReadingsOf volume(double value) {
            volume = value;
            return this;
        }

        ReadingsOf zScore(double value) {
            zScore = value;
            return this;
        }

        ReadingsOf vwap(double value) {
            vwap = value;
            return this;
        }

        Readings build() {
            return new Readings(
                    1000, warm, close, ema20, ema50, ema20, ema50, adx, 20, 20, atr, rsi, 0, rocZ, volume, 50_000,
                    zScore, high, low, vwap);
        }
    }

    Scene market(ReadingsOf readings) {
        return market(HERE, "49999.9", "50000.1", "5", "5", readings);
    }

    Scene market(Listing listing, String bid, String ask, String bidSize, String askSize, ReadingsOf readings) {
        return market(listing, bid, ask, bidSize, askSize, readings, "0.0001", NOW.plus(Duration.ofDays(1)));
    }

    Scene market(
            Listing listing,
            String bid,
            String ask,
            String bidSize,
            String askSize,
            ReadingsOf readings,
            String fundingRate,
            Instant nextFunding) {
        OrderBook book = new OrderBook(
                listing.symbol(),
                List.of(new PriceLevel(new BigDecimal(bid), new BigDecimal(bidSize))),
                List.of(new PriceLevel(new BigDecimal(ask), new BigDecimal(askSize))),
                1,
                NOW);
        BigDecimal mid = new BigDecimal(bid).add(new BigDecimal(ask)).divide(BigDecimal.valueOf(2));
        MarkPrice mark = MarkPrice.builder()
                .symbol(listing.symbol())
                .mark(mid)
                .index(mid)
                .fundingRate(new BigDecimal(fundingRate))
                .nextFundingTime(nextFunding)
                .time(NOW)
                .build();
        FeeRate fees = new FeeRate(listing.symbol(), new BigDecimal("0.0002"), new BigDecimal("0.0004"));
        markets.put(listing, new MarketView(MarketTick.of(listing, book, mark), INSTRUMENT, fees, readings.build()));
        return this;
    }

    Scene holding(Listing listing, PositionSide side, String stop, String best, int bars, Duration held) {
        positions.add(OwnPosition.builder()
                .listing(listing)
                .side(side)
                .quantity(new BigDecimal("0.2"))
                .entryPrice(new BigDecimal("50000"))
                .leverage(5)
                .margin(new BigDecimal("2000"))
                .stopPrice(new BigDecimal(stop))
                .openedAt(NOW.minus(held))
                .barsHeld(bars)
                .bestPrice(new BigDecimal(best))
                .build());
        return this;
    }

    Scene freeMargin(String amount) {
        freeMargin = new BigDecimal(amount);
        return this;
    }

    MarketView view(Listing listing) {
        return Objects.requireNonNull(markets.get(listing));
    }

    Decision decide(Strategy strategy) {
        AgentView self = new AgentView(spec, new BigDecimal("10000"), freeMargin, positions, Set.of());
        return strategy.decide(new Snapshot(NOW, markets, self));
    }

    private static Instrument instrument() {
        BigDecimal lot = new BigDecimal("0.001");
        StepFilter quantity = new StepFilter(lot, new BigDecimal("1000"), lot);
        return Instrument.builder()
                .symbol(BTC)
                .exchange("here")
                .venueSymbol("BTCUSDT")
                .kind(InstrumentKind.PERPETUAL)
                .status(InstrumentStatus.TRADING)
                .rawStatus("TRADING")
                .priceFilter(new StepFilter(BigDecimal.ONE, new BigDecimal("1000000"), new BigDecimal("0.1")))
                .quantityFilter(quantity)
                .marketQuantityFilter(quantity)
                .minNotional(new BigDecimal("5"))
                .build();
    }
}
