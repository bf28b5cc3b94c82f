package dev.astrolabe.agents.paper;

import static dev.astrolabe.agents.paper.Sample.num;

import dev.astrolabe.exchange.ExchangeClient;
import dev.astrolabe.exchange.model.Balance;
import dev.astrolabe.exchange.model.Fill;
import dev.astrolabe.exchange.model.Income;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.InstrumentKind;
import dev.astrolabe.exchange.model.Order;
import dev.astrolabe.exchange.model.OrderBook;
import dev.astrolabe.exchange.model.OrderRequest;
import dev.astrolabe.exchange.model.OrderType;
import dev.astrolabe.exchange.model.Position;
import dev.astrolabe.exchange.model.PriceLevel;
import dev.astrolabe.exchange.model.RiskTier;
import dev.astrolabe.exchange.model.Side;
import dev.astrolabe.exchange.model.StepFilter;
import dev.astrolabe.exchange.model.Symbol;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;

/** A coin-margined perpetual and a coin-margined future of 100 dollars a contract, and an account of 10 coins. */
final class InverseBench {

    static final Symbol SWAP = Symbol.parse("BTC/USD:BTC");
    static final Symbol FUTURE = Symbol.parse("BTC/USD:BTC-260327");
    static final Instant EXPIRY = Instant.parse("2026-03-27T08:00:00Z");
    static final BigDecimal FACE = num("100");

    /** Far more digits than the exchange keeps. */
    static final MathContext PLAIN = new MathContext(60, RoundingMode.HALF_EVEN);

    /** The rounding of a few quotients to 18 digits. */
    static final BigDecimal DUST = num("0.0000000000000001");

    final PaperExchange exchange;
    final ExchangeClient client;
    Instant now = Sample.START;

    InverseBench() {
        exchange = PaperExchange.builder(Sample.ID)
                .fillPolicy(FillPolicy.optimistic())
                .instrument(instrument(SWAP, "BTC-USD-SWAP").build())
                .instrument(instrument(FUTURE, "BTC-USD-260327")
                        .kind(InstrumentKind.FUTURE)
                        .expiresAt(EXPIRY)
                        .build())
                .riskTiers(SWAP, tiers())
                .riskTiers(FUTURE, tiers())
                .build();
        client = exchange.openAccount("coins", "Coins", "BTC", num("10"));
    }

    static InverseBench at(String price) {
        InverseBench bench = new InverseBench();
        bench.move(price);
        return bench;
    }

    static Instrument.Builder instrument(Symbol symbol, String name) {
        StepFilter lots = new StepFilter(num("0.1"), num("100000"), num("0.1"));
        return Sample.perpetual(symbol, name, "0.1", "0.1")
                .inverse(true)
                .contractValue(FACE)
                .quantityFilter(lots)
                .marketQuantityFilter(lots)
                .minNotional(null);
    }

    private static List<RiskTier> tiers() {
        return List.of(
                new RiskTier(1, num("0"), num("100000"), num("100"), num("0.004"), num("0")),
                new RiskTier(2, num("100000"), num("10000000"), num("50"), num("0.01"), num("600")));
    }

    /** Moves mark and book of the swap; both levels of a side hold many contracts. */
    void move(String price) {
        now = now.plusSeconds(1);
        show(SWAP, price, now);
    }

    void show(Symbol symbol, String price, Instant time) {
        BigDecimal mark = num(price);
        BigDecimal coins = num("100000").multiply(FACE).divide(mark, PLAIN);
        OrderBook book = new OrderBook(
                symbol,
                List.of(new PriceLevel(mark.subtract(Sample.TICK), coins)),
                List.of(new PriceLevel(mark.add(Sample.TICK), coins)),
                -1,
                time);
        exchange.update(Sample.tick(book, mark));
    }

    Order market(Side side, String contracts) {
        return place(OrderRequest.builder(SWAP, side, OrderType.MARKET).contracts(num(contracts)));
    }

    Order place(OrderRequest.Builder order) {
        return client.trading().place(order.build()).order().orElseThrow();
    }

    Position position() {
        return client.account().positions(SWAP).get(0);
    }

    Balance balance() {
        return client.account().balances().get(0);
    }

    List<Fill> fills() {
        return PaperBench.fills(client);
    }

    List<Income> incomes() {
        return PaperBench.incomes(client);
    }

    /** What so many contracts are in coins at a price, by the plain formula. */
    static BigDecimal coins(BigDecimal contracts, BigDecimal price) {
        return contracts.multiply(FACE).divide(price, PLAIN);
    }
}
