package dev.astrolabe.agents.paper;

import static dev.astrolabe.agents.paper.Sample.num;

import dev.astrolabe.exchange.Environment;
import dev.astrolabe.exchange.ExchangeClient;
import dev.astrolabe.exchange.ExchangeId;
import dev.astrolabe.exchange.model.Candle;
import dev.astrolabe.exchange.model.OrderBook;
import dev.astrolabe.exchange.model.OrderRequest;
import dev.astrolabe.exchange.model.Side;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.exchange.testkit.ContractVenue;
import dev.astrolabe.exchange.testkit.FailureMode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** A paper exchange in the state that the contract asks for. Time and prices move through ticks alone. */
final class PaperVenue implements ContractVenue {

    private static final Duration FUNDING_INTERVAL = Duration.ofHours(8);

    private final PaperExchange exchange = PaperExchange.builder(Sample.ID)
            .instrument(Sample.btc())
            .instrument(Sample.pepe())
            .build();
    private final Map<Symbol, BigDecimal> prices = new HashMap<>();
    private final ExchangeClient client;
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    PaperVenue() {
        prices.put(BTC, num("50000"));
        prices.put(PEPE, num("0.00001"));
        for (int i = 0; i < 4; i++) {
            tickAll();
            now = now.plus(FUNDING_INTERVAL);
        }
        for (int i = 0; i < 20; i++) {
            now = now.plus(Duration.ofMinutes(1));
            close(candle(now.minus(Duration.ofMinutes(1))));
        }
        ExchangeClient others = exchange.openAccount("others", "Who made the newest trades", "USDT", num("100000"));
        for (int i = 0; i < 6; i++) {
            others.trading().place(OrderRequest.market(BTC, i % 2 == 0 ? Side.BUY : Side.SELL, num("0.01")));
        }
        now = now.plusSeconds(1);
        tickAll();
        client = exchange.openAccount("main", "Main account", "USDT", num("10000"));
        client.account().setLeverage(BTC, 10);
        client.account().setLeverage(PEPE, 10);
        now = now.plusSeconds(1);
        tickAll();
    }

    private static Candle candle(Instant open) {
        return new Candle(open, num("50000"), num("50000"), num("50000"), num("50000"), num("1"), true);
    }

    private void tickAll() {
        exchange.update(Sample.tick(book(BTC), prices.get(BTC), "0.0001", nextFunding()));
        exchange.update(Sample.tick(book(PEPE), prices.get(PEPE), "0.0001", nextFunding()));
    }

    private void close(Candle candle) {
        exchange.update(
                Sample.tick(book(BTC), prices.get(BTC), "0.0001", nextFunding()).closing(candle));
    }

    private Instant nextFunding() {
        Instant day = now.truncatedTo(ChronoUnit.DAYS);
        Instant next = day;
        while (!next.isAfter(now)) {
            next = next.plus(FUNDING_INTERVAL);
        }
        return next;
    }

    private OrderBook book(Symbol symbol) {
        boolean btc = symbol.equals(BTC);
        BigDecimal tick = btc ? Sample.TICK : num("0.0000000001");
        return Sample.book(symbol, prices.get(symbol), tick, 10, num(btc ? "4" : "1000000000"), now);
    }

    @Override
    public ExchangeClient client() {
        return client;
    }

    @Override
    public ExchangeId exchange() {
        return Sample.ID;
    }

    @Override
    public Environment environment() {
        return Environment.PAPER;
    }

    @Override
    public void movePrice(Symbol symbol, BigDecimal price) {
        prices.put(symbol, price);
        tickAll();
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public void advance(Duration time) {
        now = now.plus(time);
        tickAll();
    }

    @Override
    public long requestsSeen() {
        return exchange.venue().reads() + exchange.venue().changes();
    }

    @Override
    public long mutationsSeen() {
        return exchange.venue().changes();
    }

    /** No answer can get lost inside one process. */
    @Override
    public Set<FailureMode> failureModes() {
        return Set.of();
    }

    @Override
    public void failNextMutation(FailureMode mode) {
        throw new UnsupportedOperationException("a paper exchange cannot " + mode);
    }

    @Override
    public boolean streams() {
        return false;
    }

    @Override
    public void close() {
        client.close();
    }
}
