package dev.astrolabe.exchange.testkit;

import static dev.astrolabe.exchange.testkit.Bench.BTC;
import static dev.astrolabe.exchange.testkit.Bench.PEPE;
import static dev.astrolabe.exchange.testkit.Bench.SIZE;
import static dev.astrolabe.exchange.testkit.Bench.num;
import static dev.astrolabe.exchange.testkit.Bench.restingBuy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.astrolabe.exchange.model.Fill;
import dev.astrolabe.exchange.model.HistoryQuery;
import dev.astrolabe.exchange.model.Income;
import dev.astrolabe.exchange.model.IncomeType;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.Order;
import dev.astrolabe.exchange.model.OrderRequest;
import dev.astrolabe.exchange.model.Page;
import dev.astrolabe.exchange.model.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * What happened before: ascending, in pages, nothing twice.
 *
 * @since 0.1
 */
public interface HistoryContract extends ContractCases {

    /** A number as 1E-7, beside which ids such as k1E5 are none. */
    Pattern SCIENTIFIC = Pattern.compile("(?<![A-Za-z0-9.])-?\\d+(\\.\\d+)?E[+-]?\\d+");

    /** Orders of the past, open ones included. */
    @Test
    @DisplayName("C75 pages through past orders in ascending order without a duplicate")
    default void c75_order_history() {
        Bench bench = Bench.of(venue());
        List<String> placed = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            placed.add("past" + i);
            bench.trading().place(restingBuy("past" + i));
            bench.tick();
        }
        bench.trading().cancel(Bench.byClientId("past1"));

        HistoryQuery query = HistoryQuery.of(BTC).toBuilder().limit(2).build();
        List<Order> orders = Page.stream(query, bench.trading()::orderHistory).toList();

        assertThat(orders).extracting(order -> order.clientOrderId().orElse("")).containsExactlyElementsOf(placed);
        assertThat(orders).extracting(order -> order.createdAt().orElseThrow()).isSorted();
        assertThat(orders.get(1).status().isTerminal()).isTrue();
        assertThat(bench.trading().orderHistory(query).items()).hasSize(2);
    }

    /** Executions, and only those from a time on. */
    @Test
    @DisplayName("C76 pages through fills in ascending order without a duplicate, from a time on where asked")
    default void c76_fills() {
        Bench bench = Bench.of(venue());
        trade(bench);

        HistoryQuery query = HistoryQuery.of(BTC).toBuilder().limit(2).build();
        List<Fill> fills = Page.stream(query, bench.trading()::fills).toList();
        Instant second = fills.get(1).time();
        List<Fill> later = Page.stream(query.toBuilder().from(second).build(), bench.trading()::fills)
                .toList();

        assertThat(fills).hasSize(5);
        assertThat(fills).extracting(Fill::tradeId).doesNotHaveDuplicates();
        assertThat(fills).extracting(Fill::time).isSorted();
        assertThat(fills).extracting(Fill::side).containsExactly(Side.BUY, Side.SELL, Side.BUY, Side.SELL, Side.BUY);
        assertThat(fills).allSatisfy(fill -> assertThat(fill.fee()).isPositive());
        assertThat(later)
                .extracting(Fill::tradeId)
                .isEqualTo(fills.stream().skip(1).map(Fill::tradeId).toList());
    }

    private static void trade(Bench bench) {
        for (int i = 0; i < 5; i++) {
            if (i % 2 == 0) {
                bench.buy(SIZE);
            } else {
                bench.sell(SIZE);
            }
            bench.tick();
        }
    }

    /** What changed the balance. */
    @Test
    @DisplayName("C77 accounts for every change of the wallet")
    default void c77_income() {
        Bench bench = Bench.of(venue());
        Instant start = venue().now();
        trade(bench);

        HistoryQuery query = HistoryQuery.builder().from(start).limit(2).build();
        List<Income> rows = Page.stream(query, bench.account()::income).toList();
        List<Fill> fills =
                Page.stream(HistoryQuery.of(BTC), bench.trading()::fills).toList();

        assertThat(rows).extracting(Income::time).isSorted();
        assertThat(rows).extracting(row -> row.type() + " " + row.id()).doesNotHaveDuplicates();
        List<Income> fees =
                rows.stream().filter(row -> row.type() == IncomeType.FEE).toList();
        assertThat(fees).hasSize(5).allSatisfy(row -> {
            assertThat(row.amount()).as("a fee that was paid").isNegative();
            assertThat(row.asset()).isEqualTo("USDT");
            assertThat(row.symbol()).contains(BTC);
        });
        assertThat(sum(fees))
                .isCloseTo(
                        fills.stream().map(Fill::fee).reduce(BigDecimal.ZERO, BigDecimal::subtract),
                        within(num("0.00001")));
        assertThat(rows).extracting(Income::type).contains(IncomeType.REALIZED_PNL);
        assertThat(num("10000").add(sum(rows)))
                .as("wallet at the start plus every change")
                .isCloseTo(bench.usdt().wallet(), within(num("0.00001")));
    }

    private static BigDecimal sum(List<Income> rows) {
        return rows.stream().map(Income::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Numbers are written in full. */
    @Test
    @DisplayName("C78 writes every number in full, never as 1E-7")
    default void c78_plain_numbers() {
        Bench bench = Bench.of(venue());
        Instrument pepe = bench.client.instruments().get(PEPE);
        BigDecimal quantity = pepe.quantityFilter().up(num("2000000"));
        bench.trading().place(OrderRequest.market(PEPE, Side.BUY, quantity));
        BigDecimal low = pepe.roundPrice(num("0.000008"), Side.BUY);
        bench.trading().place(OrderRequest.limit(PEPE, Side.BUY, quantity, low));

        List<Object> seen = new ArrayList<>(bench.market().orderBook(PEPE, 5).bids());
        seen.add(pepe);
        seen.add(pepe.priceFilter());
        seen.add(pepe.quantityFilter());
        seen.add(bench.market().ticker(PEPE));
        seen.add(bench.market().bookTicker(PEPE));
        seen.add(bench.market().markPrice(PEPE));
        seen.addAll(bench.trading().openOrders(PEPE));
        seen.addAll(bench.trading().fills(HistoryQuery.of(PEPE)).items());
        seen.addAll(bench.account().positions(PEPE));
        seen.addAll(bench.account().balances());
        seen.add(bench.account().snapshot(PEPE));
        seen.add(bench.account().fees(PEPE));
        seen.addAll(bench.account().income(HistoryQuery.all()).items());

        assertThat(seen).allSatisfy(each -> assertThat(each.toString()).doesNotContainPattern(SCIENTIFIC));
    }
}
