package dev.astrolabe.agents.paper;

import static dev.astrolabe.agents.paper.Sample.BTC;
import static dev.astrolabe.agents.paper.Sample.num;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.astrolabe.exchange.ExchangeClient;
import dev.astrolabe.exchange.error.Reason;
import dev.astrolabe.exchange.error.RejectedException;
import dev.astrolabe.exchange.model.Balance;
import dev.astrolabe.exchange.model.Fill;
import dev.astrolabe.exchange.model.HistoryQuery;
import dev.astrolabe.exchange.model.Income;
import dev.astrolabe.exchange.model.IncomeType;
import dev.astrolabe.exchange.model.Order;
import dev.astrolabe.exchange.model.OrderAck;
import dev.astrolabe.exchange.model.OrderBook;
import dev.astrolabe.exchange.model.OrderRequest;
import dev.astrolabe.exchange.model.OrderType;
import dev.astrolabe.exchange.model.Page;
import dev.astrolabe.exchange.model.Position;
import dev.astrolabe.exchange.model.PositionSide;
import dev.astrolabe.exchange.model.PriceLevel;
import dev.astrolabe.exchange.model.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** A paper exchange with one account of 10,000 USDT, at one second a tick. */
final class PaperBench {

    final PaperExchange exchange;
    final ExchangeClient client;
    Instant now = Sample.START;

    PaperBench() {
        this(PaperExchange.builder(Sample.ID).fillPolicy(FillPolicy.optimistic()));
    }

    PaperBench(PaperExchange.Builder builder) {
        exchange = builder.instrument(Sample.btc()).instrument(Sample.eth()).build();
        client = exchange.openAccount("main", "Main", "USDT", num("10000"));
    }

    /** At 100, in a deep book of one-tick levels. */
    static PaperBench at100() {
        PaperBench bench = new PaperBench();
        bench.move("100");
        return bench;
    }

    /** Moves mark and book of BTC. */
    void move(String price) {
        now = now.plusSeconds(1);
        exchange.update(Sample.btcAt(price, now));
    }

    /** Shows a book of BTC, at a mark of its own. */
    void show(String mark, List<PriceLevel> bids, List<PriceLevel> asks) {
        now = now.plusSeconds(1);
        exchange.update(Sample.tick(new OrderBook(BTC, bids, asks, -1, now), num(mark)));
    }

    Order place(OrderRequest request) {
        OrderAck ack = client.trading().place(request);
        return ack.order().orElseThrow();
    }

    Order market(Side side, String quantity) {
        return place(OrderRequest.market(BTC, side, num(quantity)));
    }

    Order limit(Side side, String quantity, String price) {
        return place(OrderRequest.limit(BTC, side, num(quantity), num(price)));
    }

    static OrderRequest.Builder exit(OrderType type, Side side, String quantity, String trigger) {
        return OrderRequest.builder(BTC, side, type)
                .quantity(num(quantity))
                .triggerPrice(num(trigger))
                .reduceOnly(true);
    }

    static OrderRequest slot(Side side, PositionSide slot, String quantity) {
        return OrderRequest.market(BTC, side, num(quantity)).toBuilder()
                .positionSide(slot)
                .build();
    }

    Order now(Order order) {
        return client.trading().order(order.ref()).orElseThrow();
    }

    Position position() {
        List<Position> positions = client.account().positions(BTC);
        assertThat(positions).hasSize(1);
        return positions.get(0);
    }

    void assertFlat() {
        assertThat(client.account().positions()).isEmpty();
    }

    Balance balance() {
        return client.account().balances().get(0);
    }

    List<Fill> fills() {
        return fills(client);
    }

    static List<Fill> fills(ExchangeClient client) {
        return Page.stream(HistoryQuery.all(), client.trading()::fills).toList();
    }

    static List<Income> incomes(ExchangeClient client) {
        return Page.stream(HistoryQuery.all(), client.account()::income).toList();
    }

    List<Income> incomes(IncomeType type) {
        return incomes(client).stream().filter(income -> income.type() == type).toList();
    }

    BigDecimal sum(IncomeType type) {
        return incomes(type).stream().map(Income::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    static void assertRejected(Reason reason, ThrowingCallable call) {
        RejectedException rejection = catchThrowableOfType(RejectedException.class, call);
        assertThat(rejection).as("a refusal with " + reason).isNotNull();
        assertThat(rejection.reason()).as(rejection.getMessage()).isEqualTo(reason);
    }
}
