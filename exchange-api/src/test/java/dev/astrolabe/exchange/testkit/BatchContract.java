package dev.astrolabe.exchange.testkit;

import static dev.astrolabe.exchange.testkit.Bench.BTC;
import static dev.astrolabe.exchange.testkit.Bench.LOW;
import static dev.astrolabe.exchange.testkit.Bench.SIZE;
import static dev.astrolabe.exchange.testkit.Bench.byClientId;
import static dev.astrolabe.exchange.testkit.Bench.exit;
import static dev.astrolabe.exchange.testkit.Bench.limit;
import static dev.astrolabe.exchange.testkit.Bench.num;
import static dev.astrolabe.exchange.testkit.Bench.restingBuy;
import static dev.astrolabe.exchange.testkit.Bench.restingSell;
import static dev.astrolabe.exchange.testkit.Bench.unaffordable;
import static org.assertj.core.api.Assertions.assertThat;

import dev.astrolabe.exchange.Feature;
import dev.astrolabe.exchange.error.Reason;
import dev.astrolabe.exchange.error.RejectedException;
import dev.astrolabe.exchange.model.Order;
import dev.astrolabe.exchange.model.OrderAck;
import dev.astrolabe.exchange.model.OrderRef;
import dev.astrolabe.exchange.model.OrderRequest;
import dev.astrolabe.exchange.model.OrderType;
import dev.astrolabe.exchange.model.Outcome;
import dev.astrolabe.exchange.model.PositionSide;
import dev.astrolabe.exchange.model.Side;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Several orders at once: batches, cancelling all, closing, and many threads.
 *
 * @since 0.1
 */
public interface BatchContract extends ContractCases {

    /** Each item of a batch stands alone, in the order of the request. */
    @Test
    @DisplayName("C42 places a batch in one request, and tells what became of each item in order")
    default void c42_batch_place() {
        Bench bench = Bench.of(venue());
        Assumptions.assumeTrue(bench.can(Feature.BATCH_PLACE), "no batches; C05 checks that they are refused");
        long before = venue().mutationsSeen();

        List<Outcome<OrderAck>> outcomes = bench.trading()
                .placeBatch(List.of(restingBuy("batch1"), unaffordable("batch2"), restingSell("batch3")));

        assertThat(venue().mutationsSeen() - before)
                .as("mutations sent for one batch")
                .isEqualTo(1);
        assertThat(outcomes).hasSize(3);
        assertThat(outcomes.get(0).orElseThrow().ref().clientOrderId()).contains("batch1");
        assertThat(reason(outcomes.get(1))).isEqualTo(Reason.INSUFFICIENT_FUNDS);
        assertThat(outcomes.get(2).orElseThrow().ref().clientOrderId()).contains("batch3");
        assertThat(bench.open("batch3").side()).isEqualTo(Side.SELL);
        assertThat(bench.trading().openOrders()).hasSize(2);
    }

    /** One item that breaks a filter stops the batch, as do too many or none. */
    @Test
    @DisplayName("C43 sends no batch with an item that breaks a filter, no empty one and no too large one")
    default void c43_batch_checks() {
        Bench bench = Bench.of(venue());
        Assumptions.assumeTrue(bench.can(Feature.BATCH_PLACE), "no batches; C05 checks that they are refused");
        OrderRequest offLot = limit(Side.BUY, num("0.0105"), LOW, "batch2").build();
        List<OrderRequest> tooMany = IntStream.rangeClosed(0, bench.can().maxBatchPlace())
                .mapToObj(i -> restingBuy("many" + i))
                .toList();

        assertThat(bench.refusedHere(() -> bench.trading().placeBatch(List.of(restingBuy("batch1"), offLot))))
                .hasMessageContaining("0.0105");
        bench.refusedHere(() -> bench.trading().placeBatch(List.of()));
        assertThat(bench.refusedHere(() -> bench.trading().placeBatch(tooMany)))
                .hasMessageContaining(String.valueOf(tooMany.size()))
                .hasMessageContaining(String.valueOf(bench.can().maxBatchPlace()));
        bench.assertNothingOpen();
    }

    /** Each cancellation stands alone too. */
    @Test
    @DisplayName("C44 cancels a batch in one request, and tells what became of each item in order")
    default void c44_batch_cancel() {
        Bench bench = Bench.of(venue());
        Assumptions.assumeTrue(bench.can(Feature.BATCH_CANCEL), "no batches; C05 checks that they are refused");
        OrderRef first = bench.trading().place(restingBuy("batch1")).ref();
        OrderRef third = bench.trading().place(restingBuy("batch3")).ref();
        bench.trading().place(restingBuy("kept1"));
        OrderRef unknown = OrderRef.ofOrderId(BTC, "987654321");
        long before = venue().mutationsSeen();

        List<Outcome<OrderAck>> outcomes = bench.trading().cancelBatch(List.of(first, unknown, third));

        assertThat(venue().mutationsSeen() - before)
                .as("mutations sent for one batch")
                .isEqualTo(1);
        assertThat(outcomes).hasSize(3);
        assertThat(outcomes.get(0).orElseThrow().ref().orderId()).isEqualTo(first.orderId());
        assertThat(reason(outcomes.get(1))).isEqualTo(Reason.ORDER_NOT_FOUND);
        assertThat(outcomes.get(2).orElseThrow().ref().orderId()).isEqualTo(third.orderId());
        bench.open("kept1");
        assertThat(bench.trading().openOrders()).hasSize(1);
        bench.refusedHere(() -> bench.trading().cancelBatch(List.of()));
        List<OrderRef> tooMany = Collections.nCopies(bench.can().maxBatchCancel() + 1, byClientId("kept1"));
        assertThat(bench.refusedHere(() -> bench.trading().cancelBatch(tooMany)))
                .hasMessageContaining(String.valueOf(tooMany.size()));
    }

    private static Reason reason(Outcome<OrderAck> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
        Outcome.Failed<OrderAck> failed = (Outcome.Failed<OrderAck>) outcome;
        assertThat(failed.error()).isInstanceOf(RejectedException.class);
        return ((RejectedException) failed.error()).reason();
    }

    /** Cancelling all leaves nothing, stops included. */
    @Test
    @DisplayName("C45 cancels every open order of an instrument, stops included, and finds nothing the second time")
    default void c45_cancel_all() {
        Bench bench = Bench.of(venue());
        bench.buy(SIZE);
        bench.trading().place(restingBuy("all1"));
        bench.trading().place(restingSell("all2"));
        OrderRequest stop = exit(OrderType.STOP_MARKET, "45000", "all3").build();
        if (bench.can().orderTypes().contains(OrderType.STOP_MARKET)) {
            bench.trading().place(stop);
            bench.open("all3");
        } else {
            bench.unsupported("stops", () -> bench.trading().place(stop));
        }

        bench.trading().cancelAll(BTC);
        bench.trading().cancelAll(BTC);

        bench.assertNothingOpen();
        assertThat(bench.position().quantity()).isEqualByComparingTo(SIZE);
    }

    /** Closing closes once. */
    @Test
    @DisplayName("C46 closes a position, and finds none the second time")
    default void c46_close_position() {
        Bench bench = Bench.of(venue());
        bench.sell(SIZE);

        assertThat(bench.trading().closePosition(BTC, PositionSide.LONG)).isEmpty();
        OrderAck closing =
                bench.trading().closePosition(BTC, PositionSide.SHORT).orElseThrow();
        long before = venue().mutationsSeen();

        Order order = bench.order(closing.ref());
        assertThat(order.side()).isEqualTo(Side.BUY);
        assertThat(order.filledQuantity()).isEqualByComparingTo(SIZE);
        bench.assertFlat();
        assertThat(bench.trading().closePosition(BTC, PositionSide.SHORT)).isEmpty();
        assertThat(venue().mutationsSeen())
                .as("mutations sent to close nothing")
                .isEqualTo(before);
    }

    /** Any number of threads may use one client. */
    @Test
    @DisplayName("C47 places each order of 16 threads exactly once")
    default void c47_concurrency() throws Exception {
        Bench bench = Bench.of(venue());
        int threads = 16;
        long before = venue().mutationsSeen();
        CountDownLatch start = new CountDownLatch(1);
        List<Future<OrderAck>> placed = new ArrayList<>();

        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            for (int i = 0; i < threads; i++) {
                OrderRequest request =
                        limit(Side.BUY, Bench.LOT, LOW, "thread" + i).build();
                Callable<OrderAck> task = () -> {
                    start.await();
                    return bench.trading().place(request);
                };
                placed.add(pool.submit(task));
            }
            start.countDown();
            for (Future<OrderAck> each : placed) {
                assertThat(each.get(60, TimeUnit.SECONDS).ref().orderId()).isPresent();
            }
        } finally {
            pool.shutdownNow();
        }

        List<Order> open = bench.trading().openOrders(BTC);
        assertThat(open)
                .extracting(order -> order.clientOrderId().orElse(""))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, threads).mapToObj(i -> "thread" + i).toList());
        assertThat(Set.copyOf(open.stream().map(Order::orderId).toList())).hasSize(threads);
        assertThat(venue().mutationsSeen() - before).as("mutations sent").isEqualTo(threads);
    }
}
