package dev.astrolabe.agents.paper;

import static dev.astrolabe.agents.paper.Sample.BTC;
import static dev.astrolabe.agents.paper.Sample.num;
import static org.assertj.core.api.Assertions.assertThat;

import dev.astrolabe.exchange.model.IncomeType;
import dev.astrolabe.exchange.model.Order;
import dev.astrolabe.exchange.model.OrderBook;
import dev.astrolabe.exchange.model.OrderRequest;
import dev.astrolabe.exchange.model.PriceLevel;
import dev.astrolabe.exchange.model.Side;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * A second simulator, as simple as can be: market orders are filled one lot at a time, and funding is added up payment by
 * payment from its definition.
 */
class NaiveReferenceProperties {

    private static final BigDecimal LOT = num("0.001");

    /** Buys or sells lot by lot: each lot at the best level that has one left. */
    private static List<BigDecimal> lotByLot(List<PriceLevel> levels, int lots) {
        List<BigDecimal> prices = new ArrayList<>();
        int[] left = levels.stream()
                .mapToInt(level -> level.quantity().divide(LOT).intValueExact())
                .toArray();
        for (int i = 0; i < lots; i++) {
            int level = 0;
            while (level < left.length && left[level] == 0) {
                level++;
            }
            if (level == left.length) {
                return prices;
            }
            left[level]--;
            prices.add(levels.get(level).price());
        }
        return prices;
    }

    private static List<PriceLevel> levels(Random random, Side side) {
        List<PriceLevel> levels = new ArrayList<>();
        BigDecimal price = num("50000.0");
        for (int i = 0; i < 1 + random.nextInt(8); i++) {
            BigDecimal distance = BigDecimal.valueOf(1 + random.nextInt(50), 1);
            price = side == Side.BUY ? price.add(distance) : price.subtract(distance);
            levels.add(new PriceLevel(price, LOT.multiply(BigDecimal.valueOf(1 + random.nextInt(30)))));
        }
        return levels;
    }

    @Property(tries = 500)
    void market_order_pays_the_volume_weighted_price_of_the_lots_it_gets(@ForAll long seed) {
        Random random = new Random(seed);
        Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
        List<PriceLevel> levels = levels(random, side);
        int lots = 1 + random.nextInt(150);
        PaperBench bench = new PaperBench();
        bench.exchange.transfer("main", num("1000000"));
        List<PriceLevel> far = List.of(new PriceLevel(num(side == Side.BUY ? "40000" : "60000"), num("1")));
        bench.exchange.update(Sample.tick(
                new OrderBook(BTC, side == Side.BUY ? far : levels, side == Side.BUY ? levels : far, -1, bench.now),
                num("50000")));

        Order order = bench.place(OrderRequest.market(BTC, side, LOT.multiply(BigDecimal.valueOf(lots))));

        List<BigDecimal> prices = lotByLot(levels, lots);
        BigDecimal value = prices.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal average = value.divide(BigDecimal.valueOf(prices.size()), MathContext.DECIMAL64);
        assertThat(order.filledQuantity()).isEqualByComparingTo(LOT.multiply(BigDecimal.valueOf(prices.size())));
        assertThat(order.averagePrice().orElseThrow()).isEqualByComparingTo(average);
    }

    @Property(tries = 100)
    void funding_is_minus_quantity_times_mark_times_rate_at_every_stamp_that_is_crossed(@ForAll long seed) {
        Random random = new Random(seed);
        PaperBench bench = new PaperBench();
        bench.exchange.transfer("main", num("10000000"));
        BigDecimal expected = BigDecimal.ZERO;
        BigDecimal held = BigDecimal.ZERO;
        Instant stamp = Sample.START.plus(Duration.ofHours(8));
        BigDecimal rate = null;

        for (int hour = 0; hour < 100; hour++) {
            Instant time = Sample.START.plus(Duration.ofHours(hour));
            BigDecimal mark = BigDecimal.valueOf(400000 + random.nextInt(200000), 1);
            if (time.equals(stamp)) {
                expected = expected.subtract(held.multiply(mark).multiply(rate).setScale(8, RoundingMode.HALF_EVEN));
                stamp = stamp.plus(Duration.ofHours(8));
            }
            rate = BigDecimal.valueOf(random.nextInt(4001) - 2000, 6);
            bench.exchange.update(Sample.tick(
                    Sample.book(BTC, mark, Sample.TICK, 2, num("50"), time), mark, rate.toPlainString(), stamp));
            Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
            BigDecimal quantity = LOT.multiply(BigDecimal.valueOf(1 + random.nextInt(3000)));
            bench.place(OrderRequest.market(BTC, side, quantity));
            held = held.add(quantity.multiply(BigDecimal.valueOf(side.sign())));
        }

        assertThat(bench.sum(IncomeType.FUNDING)).isEqualByComparingTo(expected);
    }
}
