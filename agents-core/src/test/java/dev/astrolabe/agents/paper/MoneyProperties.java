package dev.astrolabe.agents.paper;

import static dev.astrolabe.agents.paper.Sample.BTC;
import static dev.astrolabe.agents.paper.Sample.ETH;
import static dev.astrolabe.agents.paper.Sample.num;
import static org.assertj.core.api.Assertions.assertThat;

import dev.astrolabe.exchange.ExchangeClient;
import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.error.RejectedException;
import dev.astrolabe.exchange.model.AttachedExit;
import dev.astrolabe.exchange.model.Balance;
import dev.astrolabe.exchange.model.Fill;
import dev.astrolabe.exchange.model.HistoryQuery;
import dev.astrolabe.exchange.model.Income;
import dev.astrolabe.exchange.model.Liquidity;
import dev.astrolabe.exchange.model.MarginMode;
import dev.astrolabe.exchange.model.Order;
import dev.astrolabe.exchange.model.OrderRequest;
import dev.astrolabe.exchange.model.OrderType;
import dev.astrolabe.exchange.model.Page;
import dev.astrolabe.exchange.model.PositionMode;
import dev.astrolabe.exchange.model.PositionSide;
import dev.astrolabe.exchange.model.Side;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.exchange.model.TimeInForce;
import dev.astrolabe.exchange.model.TriggerBy;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;

/** Money under random trading: orders of every kind, partial fills, flips, funding, liquidations, transfers. */
class MoneyProperties {

    private static final int STEPS = 120;

    /** A random session on two instruments, one account of which is looked at after every step. */
    private static final class Run {
        final Random random;
        final PaperExchange exchange;
        final ExchangeClient client;
        final ExchangeClient rival;
        final boolean hedge;
        final Map<Symbol, BigDecimal> marks = new HashMap<>(Map.of(BTC, num("50000.0"), ETH, num("3000.00")));
        final List<Object> log = new ArrayList<>();
        Instant now = Sample.START;
        Instant funding = Sample.START.plus(Duration.ofMinutes(7));

        Run(long seed) {
            random = new Random(seed);
            hedge = random.nextInt(3) == 0;
            FillPolicy.Resting resting =
                    random.nextBoolean() ? FillPolicy.Resting.TOUCH : FillPolicy.Resting.TRADE_THROUGH;
            exchange = PaperExchange.builder(Sample.ID)
                    .instrument(Sample.btc())
                    .instrument(Sample.eth())
                    .fillPolicy(new FillPolicy(num("0.37"), resting))
                    .fees(num(random.nextBoolean() ? "0.00017" : "-0.00013"), num("0.00043"))
                    .build();
            client = exchange.openAccount("main", "Main", "USDT", num("1234.567891"));
            rival = exchange.openAccount("rival", "Rival", "USDT", num("50000"));
            for (Symbol symbol : List.of(BTC, ETH)) {
                client.account().setLeverage(symbol, 5 + random.nextInt(120));
                client.account().setMarginMode(symbol, random.nextInt(3) == 0 ? MarginMode.ISOLATED : MarginMode.CROSS);
            }
            client.account().setPositionMode(hedge ? PositionMode.HEDGE : PositionMode.ONE_WAY);
            tick(BTC);
            tick(ETH);
        }

        void step() {
            int what = random.nextInt(10);
            Symbol symbol = random.nextBoolean() ? BTC : ETH;
            if (what < 5) {
                move(symbol);
            } else if (what == 5) {
                attempt(() -> rival.trading().place(OrderRequest.market(symbol, side(), lots(symbol, 300))));
            } else if (what == 6) {
                attempt(() -> exchange.transfer("main", BigDecimal.valueOf(random.nextInt(20001) - 8000, 2)));
            } else if (what == 7) {
                attempt(() -> client.trading().closePosition(symbol, PositionSide.LONG));
            } else {
                attempt(() -> log.add(client.trading().place(order(symbol)).ref()));
            }
        }

        private void attempt(Runnable call) {
            try {
                call.run();
            } catch (RejectedException | NotSentException | IllegalArgumentException refused) {
                log.add(refused.getClass().getSimpleName() + refused.getMessage());
            }
        }

        private void move(Symbol symbol) {
            int scale = symbol.equals(BTC) ? 1 : 2;
            BigDecimal mark = marks.get(symbol);
            double jump = random.nextInt(12) == 0 ? 0.03 : 0.002;
            BigDecimal factor = BigDecimal.valueOf(1 + jump * random.nextGaussian());
            marks.put(symbol, mark.multiply(factor).setScale(scale, RoundingMode.HALF_EVEN));
            tick(symbol);
        }

        private void tick(Symbol symbol) {
            now = now.plusSeconds(20 + random.nextInt(60));
            String rate = BigDecimal.valueOf(random.nextInt(2001) - 1000, 6).toPlainString();
            while (!funding.isAfter(now)) {
                funding = funding.plus(Duration.ofMinutes(7));
            }
            BigDecimal tick = num(symbol.equals(BTC) ? "0.1" : "0.01");
            BigDecimal quantity = lots(symbol, 90);
            exchange.update(Sample.tick(
                    Sample.book(symbol, marks.get(symbol), tick, 1 + random.nextInt(6), quantity, now),
                    marks.get(symbol),
                    rate,
                    funding));
        }

        private Side side() {
            return random.nextBoolean() ? Side.BUY : Side.SELL;
        }

        private TimeInForce tif() {
            return List.of(TimeInForce.GTC, TimeInForce.IOC, TimeInForce.FOK, TimeInForce.POST_ONLY)
                    .get(random.nextInt(4));
        }

        private BigDecimal lots(Symbol symbol, int most) {
            return num(symbol.equals(BTC) ? "0.001" : "0.01").multiply(BigDecimal.valueOf(1 + random.nextInt(most)));
        }

        private BigDecimal near(Symbol symbol, Side side, int direction) {
            BigDecimal factor = BigDecimal.valueOf(1 + direction * 0.004 * random.nextDouble());
            BigDecimal price = marks.get(symbol).multiply(factor);
            return (symbol.equals(BTC) ? Sample.btc() : Sample.eth()).roundPrice(price, side);
        }

        private OrderRequest order(Symbol symbol) {
            Side side = side();
            OrderType type = List.of(
                            OrderType.MARKET,
                            OrderType.LIMIT,
                            OrderType.LIMIT,
                            OrderType.STOP_MARKET,
                            OrderType.TAKE_PROFIT_LIMIT,
                            OrderType.TRAILING_STOP_MARKET)
                    .get(random.nextInt(6));
            boolean stop = type == OrderType.STOP_MARKET;
            int beyond = stop == (side == Side.BUY) ? 1 : -1;
            boolean reduce = !hedge && random.nextInt(3) == 0;
            boolean attach = type == OrderType.MARKET && !reduce && random.nextInt(3) == 0;
            PositionSide slot = random.nextBoolean() ? PositionSide.LONG : PositionSide.SHORT;
            return OrderRequest.builder(symbol, side, type)
                    .quantity(lots(symbol, 60))
                    .price(type.hasPrice() ? near(symbol, side, random.nextBoolean() ? 1 : -1) : null)
                    .timeInForce(type == OrderType.LIMIT ? tif() : null)
                    .triggerPrice(type.hasTrigger() ? near(symbol, side, beyond) : null)
                    .callbackRate(type == OrderType.TRAILING_STOP_MARKET ? num("0.003") : null)
                    .positionSide(hedge ? slot : null)
                    .reduceOnly(reduce)
                    .stopLoss(attach ? new AttachedExit(near(symbol, side, -side.sign()), TriggerBy.MARK) : null)
                    .build();
        }

        List<Fill> fills() {
            return PaperBench.fills(client);
        }

        List<Income> incomes() {
            return PaperBench.incomes(client);
        }
    }

    private static Map<CashLedger.Slot, BigDecimal> held(Run run) {
        Map<CashLedger.Slot, BigDecimal> held = new HashMap<>();
        run.client
                .account()
                .positions()
                .forEach(position -> held.put(
                        new CashLedger.Slot(
                                position.symbol(), run.hedge ? Optional.of(position.side()) : Optional.empty()),
                        position.signedQuantity().stripTrailingZeros()));
        return held;
    }

    @Property(tries = 100)
    void worth_is_cash_plus_goods_to_the_last_digit_after_every_step(@ForAll long seed) {
        Run run = new Run(seed);

        for (int i = 0; i < STEPS; i++) {
            run.step();
            CashLedger ledger = CashLedger.of(run.fills(), run.incomes());
            Balance balance = run.client.account().balances().get(0);
            assertThat(balance.equity()).as("equity after step " + i).isEqualByComparingTo(ledger.worth(run.marks));
            assertThat(held(run)).as("positions after step " + i).isEqualTo(ledger.goods());
        }

        boolean liquidated = run.fills().stream().anyMatch(fill -> fill.liquidity() == Liquidity.UNKNOWN);
        Statistics.label("liquidated").collect(liquidated);
        Statistics.label("maker fills").collect(run.fills().stream().anyMatch(f -> f.liquidity() == Liquidity.MAKER));
        Statistics.label("fills").collect(run.fills().size() > 10 ? "more than 10" : "up to 10");
    }

    @Property(tries = 100)
    void wallet_is_the_sum_of_its_income_and_orders_are_the_sum_of_their_fills(@ForAll long seed) {
        Run run = new Run(seed);

        for (int i = 0; i < STEPS; i++) {
            run.step();
        }

        BigDecimal sum = run.incomes().stream().map(Income::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(run.client.account().balances().get(0).wallet()).isEqualByComparingTo(sum);
        Map<String, BigDecimal> filled = new HashMap<>();
        run.fills().forEach(fill -> filled.merge(fill.orderId(), fill.quantity(), BigDecimal::add));
        for (Order order : Page.stream(HistoryQuery.all(), run.client.trading()::orderHistory)
                .toList()) {
            assertThat(order.filledQuantity())
                    .isEqualByComparingTo(filled.getOrDefault(order.orderId(), BigDecimal.ZERO));
            order.remainingQuantity().ifPresent(rest -> assertThat(rest).isNotNegative());
        }
    }

    @Property(tries = 60)
    void isolated_and_hedged_slots_never_point_the_wrong_way_and_a_flat_account_keeps_no_margin(@ForAll long seed) {
        Run run = new Run(seed);

        for (int i = 0; i < STEPS; i++) {
            run.step();
        }
        for (Symbol symbol : List.of(BTC, ETH)) {
            run.client.trading().cancelAll(symbol);
            for (int i = 0; i < 60 && !run.client.account().positions(symbol).isEmpty(); i++) {
                run.tick(symbol);
                run.client.trading().closePosition(symbol, PositionSide.LONG);
                run.client.trading().closePosition(symbol, PositionSide.SHORT);
            }
        }

        Balance balance = run.client.account().balances().get(0);
        assertThat(run.client.account().positions()).isEmpty();
        assertThat(balance.inUse()).isEqualByComparingTo("0");
        assertThat(balance.available()).isEqualByComparingTo(balance.wallet().max(BigDecimal.ZERO));
    }

    @Property(tries = 30)
    void same_ticks_and_orders_give_the_same_ids_fills_and_digits(@ForAll long seed) {
        Run first = new Run(seed);
        Run second = new Run(seed);

        for (int i = 0; i < STEPS; i++) {
            first.step();
            second.step();
        }

        assertThat(describe(first)).isEqualTo(describe(second)).isNotEmpty();
        assertThat(first.log).hasToString(second.log.toString());
    }

    private static List<String> describe(Run run) {
        List<String> lines = new ArrayList<>();
        run.fills()
                .forEach(fill -> lines.add(String.join(
                        " ",
                        fill.tradeId(),
                        fill.orderId(),
                        fill.clientOrderId().orElse(""),
                        fill.price().toString(),
                        fill.quantity().toString(),
                        fill.fee().toString(),
                        fill.realizedPnl().toString(),
                        fill.time().toString())));
        run.incomes().forEach(income -> lines.add(income.id() + " " + income.type() + " " + income.amount()));
        lines.add(run.client.account().balances().toString());
        return lines;
    }

    @Property(tries = 300)
    void partial_closes_lose_no_digit_of_the_cost(@ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int fills) {
        Random random = new Random(seed);
        PaperPosition position = new PaperPosition(Contract.of(Sample.btc()));
        BigDecimal cash = BigDecimal.ZERO;
        BigDecimal realized = BigDecimal.ZERO;
        BigDecimal held = BigDecimal.ZERO;
        BigDecimal mark = num("0.000012345678");

        for (int i = 0; i < fills; i++) {
            Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
            BigDecimal quantity = BigDecimal.valueOf(1 + random.nextInt(1_000_000), 3);
            BigDecimal price = BigDecimal.valueOf(1 + random.nextInt(1_000_000), 7);
            realized = realized.add(position.fill(side, quantity, price, 0, Sample.START));
            BigDecimal signed = quantity.multiply(BigDecimal.valueOf(side.sign()));
            cash = cash.subtract(signed.multiply(price));
            held = held.add(signed);
        }

        assertThat(position.quantity()).isEqualByComparingTo(held);
        assertThat(realized.add(position.unrealized(mark))).isEqualByComparingTo(cash.add(held.multiply(mark)));
        assertThat(position.cost().scale()).as("digits of the cost").isLessThanOrEqualTo(18);
    }
}
