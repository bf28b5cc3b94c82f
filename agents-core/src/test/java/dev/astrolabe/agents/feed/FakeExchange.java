package dev.astrolabe.agents.feed;

import dev.astrolabe.exchange.Capabilities;
import dev.astrolabe.exchange.ClientOrderIdRule;
import dev.astrolabe.exchange.ExchangeClient;
import dev.astrolabe.exchange.ExchangeId;
import dev.astrolabe.exchange.Feature;
import dev.astrolabe.exchange.Instruments;
import dev.astrolabe.exchange.MarketData;
import dev.astrolabe.exchange.model.Candle;
import dev.astrolabe.exchange.model.CandleQuery;
import dev.astrolabe.exchange.model.FundingRate;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.InstrumentKind;
import dev.astrolabe.exchange.model.InstrumentStatus;
import dev.astrolabe.exchange.model.MarkPrice;
import dev.astrolabe.exchange.model.OrderBook;
import dev.astrolabe.exchange.model.PriceLevel;
import dev.astrolabe.exchange.model.Symbol;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** An exchange whose price is the number of the minute, and which writes down what it is asked. */
final class FakeExchange {

    static final int PAGE = 100;

    final List<String> asked = new ArrayList<>();
    Instant now = Instant.EPOCH;
    boolean tellsFundingWithMark = true;
    /** Fails at the next question after so many; -1 never. */
    int failAfter = -1;

    private final Capabilities capabilities = Capabilities.builder()
            .exchange(ExchangeId.ASTERDEX)
            .features(Set.of(Feature.FUNDING))
            .clientOrderIds(new ClientOrderIdRule("[A-Za-z0-9]", 32))
            .maxCandles(PAGE)
            .maxBookDepth(50)
            .build();

    private final List<Symbol> symbols;

    FakeExchange(Symbol... symbols) {
        this.symbols = List.of(symbols);
    }

    ExchangeClient client() {
        return proxy(ExchangeClient.class, (name, args) -> switch (name) {
            case "capabilities" -> capabilities;
            case "instruments" -> proxy(Instruments.class, (group, given) -> instrument((Symbol) given[0]));
            case "marketData" -> proxy(MarketData.class, this::answer);
            default -> throw new AssertionError("not expected: " + name);
        });
    }

    private Object answer(String name, Object[] args) {
        asked.add(name);
        if (failAfter >= 0 && failAfter-- == 0) {
            throw new IllegalStateException("the line is dead");
        }
        return switch (name) {
            case "serverTime" -> now;
            case "markPrice" -> mark((Symbol) args[0]);
            case "markPrices" -> symbols.stream().map(this::mark).toList();
            case "orderBook" -> book((Symbol) args[0], (int) args[1]);
            case "candles" -> candles((CandleQuery) args[0]);
            case "fundingRate" ->
                FundingRate.builder()
                        .symbol((Symbol) args[0])
                        .rate(new BigDecimal("0.0002"))
                        .fundingTime(Instant.EPOCH.plus(Duration.ofHours(8)))
                        .build();
            default -> throw new AssertionError("not expected: " + name);
        };
    }

    private MarkPrice mark(Symbol symbol) {
        MarkPrice.Builder mark =
                MarkPrice.builder().symbol(symbol).mark(priceAt(now)).time(now);
        return (tellsFundingWithMark ? mark.fundingRate(new BigDecimal("0.0001")) : mark).build();
    }

    private OrderBook book(Symbol symbol, int depth) {
        PriceLevel level = new PriceLevel(priceAt(now), BigDecimal.valueOf(depth));
        return new OrderBook(symbol, List.of(level), List.of(level), 1, now);
    }

    private List<Candle> candles(CandleQuery query) {
        List<Candle> candles = new ArrayList<>();
        long length = query.interval().duration().toMillis();
        for (Instant open = query.from().orElseThrow();
                !open.isAfter(now) && candles.size() < query.limit().orElse(PAGE);
                open = open.plusMillis(length)) {
            BigDecimal price = priceAt(open);
            boolean closed = !open.plusMillis(length).isAfter(now);
            candles.add(new Candle(open, price, price, price, price, BigDecimal.ONE, closed));
        }
        return candles;
    }

    private static BigDecimal priceAt(Instant time) {
        return BigDecimal.valueOf(1000 + Math.floorDiv(time.getEpochSecond(), 60));
    }

    private static Instrument instrument(Symbol symbol) {
        return Instrument.builder()
                .symbol(symbol)
                .exchange("asterdex")
                .venueSymbol(symbol.base() + symbol.quote())
                .kind(InstrumentKind.PERPETUAL)
                .status(InstrumentStatus.TRADING)
                .rawStatus("TRADING")
                .build();
    }

    @FunctionalInterface
    private interface Answers {
        Object to(String method, Object[] args);
    }

    private static <T> T proxy(Class<T> type, Answers answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, args) -> answers.to(method.getName(), args == null ? new Object[0] : args)));
    }
}
