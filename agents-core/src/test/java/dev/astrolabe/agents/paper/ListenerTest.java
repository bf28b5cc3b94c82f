package dev.astrolabe.agents.paper;

import static dev.astrolabe.agents.paper.Sample.BTC;
import static dev.astrolabe.agents.paper.Sample.num;
import static org.assertj.core.api.Assertions.assertThat;

import dev.astrolabe.exchange.ExchangeClient;
import dev.astrolabe.exchange.model.AmendRequest;
import dev.astrolabe.exchange.model.AttachedExit;
import dev.astrolabe.exchange.model.Fill;
import dev.astrolabe.exchange.model.Income;
import dev.astrolabe.exchange.model.Order;
import dev.astrolabe.exchange.model.OrderRef;
import dev.astrolabe.exchange.model.OrderRequest;
import dev.astrolabe.exchange.model.OrderType;
import dev.astrolabe.exchange.model.Side;
import dev.astrolabe.exchange.model.TriggerBy;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a listener is told, in which order, and what it may read meanwhile. */
class ListenerTest {

    /** Writes down what it hears, with the wallet that a client reads at that moment. */
    private final class Scribe implements PaperListener {

        @Override
        public void orderChanged(String accountId, Order order) {
            note("changed " + order.type() + " " + order.status());
        }

        @Override
        public void triggered(String accountId, Order order) {
            note("triggered " + order.type());
        }

        @Override
        public void filled(String accountId, Order order, Fill fill) {
            note("filled " + order.type() + " " + order.status() + " " + fill.quantity());
            Order read = account.trading()
                    .order(OrderRef.ofOrderId(order.symbol(), order.orderId()))
                    .orElseThrow();
            assertThat(read.filledQuantity()).isEqualByComparingTo(order.filledQuantity());
        }

        @Override
        public void booked(String accountId, Income income) {
            note("booked " + income.rawType() + " " + income.amount().toPlainString());
            sum = sum.add(income.amount());
        }

        private void note(String line) {
            said.add(line);
        }
    }

    private final List<String> said = new ArrayList<>();
    private BigDecimal sum = BigDecimal.ZERO;
    private PaperExchange exchange;
    private ExchangeClient account;

    @BeforeEach
    void open() {
        exchange = PaperExchange.builder(Sample.ID)
                .instrument(Sample.btc())
                .fillPolicy(FillPolicy.optimistic())
                .listener(new Scribe())
                .build();
        account = exchange.openAccount("main", "Main", "USDT", num("10000"));
        tick("50000", 1);
        said.clear();
    }

    @Test
    void tells_acceptance_then_the_incomes_of_a_fill_then_the_fill() {
        place(OrderRequest.builder(BTC, Side.BUY, OrderType.MARKET).quantity(num("0.1")));

        assertThat(said)
                .containsExactly("changed MARKET NEW", "booked COMMISSION -2.00000400", "filled MARKET FILLED 0.1");
    }

    @Test
    void tells_a_resting_order_its_amendment_and_its_end() {
        OrderRef ref = place(OrderRequest.builder(BTC, Side.BUY, OrderType.LIMIT)
                .quantity(num("0.1"))
                .price(num("49000")));
        account.trading().amend(new AmendRequest(ref, num("0.2"), num("49000")));
        account.trading().cancel(ref);

        assertThat(said).containsExactly("changed LIMIT NEW", "changed LIMIT NEW", "changed LIMIT CANCELED");
    }

    @Test
    void tells_exits_that_an_entry_arms_and_the_sibling_that_one_cancels() {
        place(OrderRequest.builder(BTC, Side.BUY, OrderType.MARKET)
                .quantity(num("0.1"))
                .stopLoss(new AttachedExit(num("49000"), TriggerBy.MARK))
                .takeProfit(new AttachedExit(num("51000"), TriggerBy.MARK)));
        assertThat(said)
                .endsWith("filled MARKET FILLED 0.1", "changed STOP_MARKET NEW", "changed TAKE_PROFIT_MARKET NEW");
        said.clear();

        tick("48900", 2);

        assertThat(said)
                .startsWith("triggered STOP_MARKET", "changed STOP_MARKET NEW")
                .endsWith("filled STOP_MARKET FILLED 0.1", "changed TAKE_PROFIT_MARKET CANCELED");
    }

    @Test
    void tells_every_change_of_the_wallet() {
        exchange.transfer("main", num("-100"));
        place(OrderRequest.builder(BTC, Side.BUY, OrderType.MARKET).quantity(num("3.9")));
        tick("47000", 2);

        assertThat(said).contains("changed LIQUIDATION NEW", "booked TRANSFER -100");
        assertThat(account.account().balances().get(0).wallet()).isEqualByComparingTo(sum);
    }

    @Test
    void goes_on_where_a_listener_fails() {
        PaperExchange deaf = PaperExchange.builder(Sample.ID)
                .instrument(Sample.btc())
                .listener(new PaperListener() {
                    @Override
                    public void booked(String accountId, Income income) {
                        throw new IllegalStateException("full");
                    }
                })
                .build();

        ExchangeClient opened = deaf.openAccount("main", "Main", "USDT", num("5"));

        assertThat(opened.account().balances().get(0).wallet()).isEqualByComparingTo("5");
    }

    private OrderRef place(OrderRequest.Builder order) {
        return account.trading().place(order.build()).ref();
    }

    private void tick(String price, int minute) {
        exchange.update(Sample.btcAt(price, Sample.START.plus(Duration.ofMinutes(minute))));
    }
}
