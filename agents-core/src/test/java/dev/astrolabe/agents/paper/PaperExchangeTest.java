package dev.astrolabe.agents.paper;

import static dev.astrolabe.agents.paper.PaperBench.assertRejected;
import static dev.astrolabe.agents.paper.Sample.BTC;
import static dev.astrolabe.agents.paper.Sample.ETH;
import static dev.astrolabe.agents.paper.Sample.START;
import static dev.astrolabe.agents.paper.Sample.num;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.astrolabe.agents.market.Listing;
import dev.astrolabe.agents.market.MarketTick;
import dev.astrolabe.exchange.ClientOrderIdRule;
import dev.astrolabe.exchange.ExchangeClient;
import dev.astrolabe.exchange.ExchangeId;
import dev.astrolabe.exchange.error.Reason;
import dev.astrolabe.exchange.model.Candle;
import dev.astrolabe.exchange.model.Fill;
import dev.astrolabe.exchange.model.Order;
import dev.astrolabe.exchange.model.OrderRequest;
import dev.astrolabe.exchange.model.RiskTier;
import dev.astrolabe.exchange.model.Side;
import dev.astrolabe.exchange.model.Ticker;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PaperExchangeTest {

    private static MarketTick eth(String price, Instant time) {
        return Sample.tick(Sample.book(ETH, num(price), num("0.01"), 5, num("100"), time), num(price));
    }

    @Test
    void clock_moves_with_ticks_alone() {
        PaperBench bench = new PaperBench(PaperExchange.builder(Sample.ID).startAt(START));
        Instant before = bench.client.marketData().serverTime();

        bench.exchange.update(Sample.btcAt("100", START.plusSeconds(9)));

        assertThat(before).isEqualTo(START);
        assertThat(bench.exchange.time()).isEqualTo(START.plusSeconds(9));
        assertThat(bench.client.marketData().serverTime()).isEqualTo(START.plusSeconds(9));
    }

    @Test
    void tick_older_than_the_last_of_its_market_is_refused_and_changes_nothing() {
        PaperBench bench = new PaperBench();
        bench.exchange.update(Sample.btcAt("100", START.plusSeconds(9)));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> bench.exchange.update(Sample.btcAt("99", START.plusSeconds(8))))
                .withMessageContaining(START.plusSeconds(8).toString())
                .withMessageContaining(START.plusSeconds(9).toString());

        assertThat(bench.exchange.lastTick(BTC).orElseThrow().mark().mark()).isEqualByComparingTo("100");
    }

    @Test
    void older_tick_of_another_market_is_taken_at_the_clocks_time() {
        PaperBench bench = new PaperBench();
        bench.exchange.update(Sample.btcAt("100", START.plusSeconds(9)));

        bench.exchange.update(eth("10", START.plusSeconds(8)));
        Order order = bench.place(OrderRequest.market(ETH, Side.BUY, num("1")));

        assertThat(bench.exchange.time()).isEqualTo(START.plusSeconds(9));
        assertThat(order.createdAt()).contains(START.plusSeconds(9));
    }

    @Test
    void tick_that_is_not_for_this_exchange_is_refused() {
        PaperBench bench = new PaperBench();
        MarketTick tick = Sample.btcAt("100", START);
        Listing elsewhere = new Listing(ExchangeId.OKX, BTC);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> bench.exchange.update(MarketTick.of(elsewhere, tick.book(), tick.mark())))
                .withMessageContaining("okx");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bench.exchange.update(Sample.tick(tick.book(), BigDecimal.ZERO)))
                .withMessageContaining("mark price");
    }

    @Test
    void account_ids_are_unique_and_a_closed_client_can_be_replaced() {
        PaperBench bench = PaperBench.at100();
        bench.limit(Side.BUY, "1", "90");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> bench.exchange.openAccount("main", "Again", "USDT", num("1")))
                .withMessageContaining("main");
        bench.client.close();
        ExchangeClient again = bench.exchange.client("main");

        assertThat(again.trading().openOrders()).hasSize(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bench.exchange.client("nobody"))
                .withMessageContaining("nobody");
    }

    @Test
    void accounts_do_not_touch_each_other() {
        PaperBench bench = PaperBench.at100();
        ExchangeClient other = bench.exchange.openAccount("other", "Other", "USDT", num("500"));

        Order order = bench.market(Side.BUY, "1");

        assertThat(other.account().positions()).isEmpty();
        assertThat(other.trading().order(order.ref())).isEmpty();
        assertThat(other.account().balances().get(0).wallet()).isEqualByComparingTo("500");
    }

    @Test
    void transfer_out_is_bounded_by_what_is_available() {
        PaperBench bench = PaperBench.at100();
        bench.market(Side.BUY, "10");
        BigDecimal available = bench.balance().available();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> bench.exchange.transfer(
                        "main", available.add(num("0.01")).negate()))
                .withMessageContaining(available.toPlainString());
        bench.exchange.transfer("main", available.negate());

        assertThat(bench.balance().available()).isEqualByComparingTo("0");
    }

    @Test
    void duplicate_client_id_is_refused_among_open_orders_only() {
        PaperBench bench = PaperBench.at100();
        OrderRequest order = OrderRequest.limit(BTC, Side.BUY, num("1"), num("90")).toBuilder()
                .clientOrderId("mine")
                .build();
        Order first = bench.place(order);

        assertRejected(Reason.DUPLICATE_CLIENT_ORDER_ID, () -> bench.place(order));
        bench.client.trading().cancel(first.ref());
        Order second = bench.place(order);

        assertThat(second.orderId()).isNotEqualTo(first.orderId());
    }

    @Test
    void ticker_and_candles_tell_what_was_fed() {
        PaperBench bench = new PaperBench();
        Instant time = START;
        for (int i = 0; i < 3; i++) {
            String close = Integer.toString(100 + i);
            time = time.plus(Duration.ofHours(12));
            bench.exchange.update(Sample.btcAt(close, time)
                    .closing(new Candle(
                            time.minusSeconds(60), num("90"), num("120"), num("80"), num(close), num("5"), true)));
        }

        Ticker ticker = bench.client.marketData().ticker(BTC);

        assertThat(ticker.last()).isEqualByComparingTo("102");
        assertThat(ticker.baseVolume().orElseThrow())
                .as("two candles within a day")
                .isEqualByComparingTo("10");
        assertThat(ticker.high().orElseThrow()).isEqualByComparingTo("120");
        assertThat(bench.client.marketData().tickers()).hasSize(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bench.exchange.update(Sample.btcAt("100", START.plus(Duration.ofDays(3)))
                        .closing(new Candle(START, num("1"), num("1"), num("1"), num("1"), num("1"), true))));
    }

    @Test
    void builder_refuses_what_it_cannot_keep() {
        RiskTier gap = new RiskTier(1, num("10"), num("1000"), num("50"), num("0.01"), num("0"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> PaperExchange.builder(Sample.ID)
                        .instrument(Sample.btc())
                        .riskTiers(BTC, List.of(gap))
                        .build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PaperExchange.builder(Sample.ID)
                        .instrument(Sample.btc().toBuilder().inverse(true).build()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FillPolicy(num("1.01"), FillPolicy.Resting.TOUCH))
                .withMessageContaining("1.01");
    }

    @Test
    void takes_the_client_order_ids_that_it_was_built_for() {
        PaperBench bench = new PaperBench(PaperExchange.builder(Sample.ID)
                .fillPolicy(FillPolicy.optimistic())
                .clientOrderIds(new ClientOrderIdRule("[.A-Z:/a-z0-9_-]", 36)));
        bench.move("100");

        Order order = bench.place(OrderRequest.market(BTC, Side.BUY, num("1")).toBuilder()
                .clientOrderId("desk:7/a_b-c.d")
                .build());

        assertThat(order.clientOrderId()).contains("desk:7/a_b-c.d");
    }

    @Test
    void threads_take_no_more_than_the_book_shows() throws Exception {
        PaperBench bench = PaperBench.at100();
        List<ExchangeClient> clients = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            clients.add(bench.exchange.openAccount("a" + i, "A", "USDT", num("1000000")));
        }

        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (ExchangeClient client : clients) {
                all.add(pool.submit(() -> {
                    for (int n = 0; n < 50; n++) {
                        client.trading().place(OrderRequest.market(BTC, Side.BUY, num("1")));
                    }
                }));
            }
            for (Future<?> each : all) {
                each.get(60, TimeUnit.SECONDS);
            }
        } finally {
            pool.shutdownNow();
        }

        BigDecimal bought = BigDecimal.ZERO;
        List<String> ids = new ArrayList<>();
        for (ExchangeClient client : clients) {
            for (Fill fill : PaperBench.fills(client)) {
                bought = bought.add(fill.quantity());
                ids.add(fill.tradeId());
            }
        }
        assertThat(bought).as("10 levels of 20").isEqualByComparingTo("200");
        assertThat(ids).doesNotHaveDuplicates();
    }
}
