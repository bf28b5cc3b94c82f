package dev.astrolabe.exchange.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.error.Reason;
import dev.astrolabe.exchange.error.RejectedException;
import dev.astrolabe.exchange.error.VenueError;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ValuesTest {

    private static final Symbol PEPE = Symbol.parse("PEPE/USDT:USDT");
    private static final Instant TIME = Instant.parse("2026-01-02T03:04:05Z");
    private static final BigDecimal TINY = new BigDecimal("1E-10");
    private static final BigDecimal HUGE = new BigDecimal("2E+9");

    private static Order.Builder order() {
        return Order.builder()
                .symbol(PEPE)
                .venueSymbol("1000PEPEUSDT")
                .orderId("7")
                .clientOrderId("mine7")
                .side(Side.SELL)
                .type(OrderType.STOP_MARKET)
                .rawType("STOP_MARKET")
                .status(OrderStatus.NEW)
                .rawStatus("NEW")
                .quantity(HUGE)
                .triggerPrice(TINY);
    }

    private static Position position() {
        return Position.builder()
                .symbol(PEPE)
                .venueSymbol("1000PEPEUSDT")
                .side(PositionSide.SHORT)
                .quantity(HUGE)
                .contracts(HUGE)
                .entryPrice(TINY)
                .markPrice(TINY)
                .unrealizedPnl(TINY)
                .build();
    }

    private static Balance balance() {
        return new Balance("USDT", HUGE, HUGE, TINY, TINY.negate());
    }

    private static AccountSnapshot snapshot() {
        return new AccountSnapshot(
                "main",
                "Main",
                "asterdex",
                PEPE,
                TINY,
                AccountSnapshot.Equity.of(balance()),
                List.of(position()),
                List.of(),
                List.of(AccountSnapshot.OpenOrder.of(order().build())));
    }

    static List<Object> values() {
        OrderRef ref = OrderRef.ofOrderId(PEPE, "7");
        PriceLevel level = new PriceLevel(TINY, HUGE);
        return List.of(
                order().build(),
                OrderAck.of(order().build()),
                position(),
                balance(),
                snapshot(),
                snapshot().balance(),
                level,
                new OrderBook(PEPE, List.of(level), List.of(level), -1, TIME),
                new BookTicker(PEPE, TINY, HUGE, TINY, HUGE, TIME),
                new Candle(TIME, TINY, TINY, TINY, TINY, HUGE, true),
                new FeeRate(PEPE, TINY, TINY),
                new LeverageSetting(PEPE, BigDecimal.TEN, HUGE),
                new OpenInterest(PEPE, HUGE, HUGE, TIME),
                new PriceBand(HUGE, TINY),
                new RiskTier(1, TINY, HUGE, BigDecimal.TEN, TINY, TINY),
                new StepFilter(TINY, HUGE, TINY),
                new Trade(PEPE, "1", TINY, HUGE, Side.BUY, TIME),
                new AmendRequest(ref, HUGE, TINY),
                new AttachedExit(TINY, TriggerBy.MARK),
                new Outcome.Accepted<>(level),
                Ticker.builder()
                        .symbol(PEPE)
                        .last(TINY)
                        .high(TINY)
                        .quoteVolume(HUGE)
                        .time(TIME)
                        .build(),
                MarkPrice.builder()
                        .symbol(PEPE)
                        .mark(TINY)
                        .index(TINY)
                        .time(TIME)
                        .build(),
                FundingRate.builder()
                        .symbol(PEPE)
                        .rate(TINY)
                        .fundingTime(TIME)
                        .interval(Duration.ofHours(8))
                        .build(),
                Income.builder()
                        .id("1")
                        .type(IncomeType.FEE)
                        .rawType("COMMISSION")
                        .asset("USDT")
                        .amount(TINY.negate())
                        .time(TIME)
                        .build(),
                Fill.builder()
                        .symbol(PEPE)
                        .venueSymbol("1000PEPEUSDT")
                        .tradeId("1")
                        .orderId("7")
                        .side(Side.BUY)
                        .price(TINY)
                        .quantity(HUGE)
                        .fee(TINY)
                        .feeAsset("USDT")
                        .time(TIME)
                        .build());
    }

    @ParameterizedTest
    @MethodSource("values")
    void shows_numbers_in_full_and_nothing_for_what_is_absent(Object value) {
        assertThat(value.toString()).doesNotContainPattern("\\dE[-+]?\\d").doesNotContain("null");
    }

    @Test
    void shows_a_price_level_in_full() {
        assertThat(new PriceLevel(TINY, HUGE)).hasToString("PriceLevel[price=0.0000000001, quantity=2000000000]");
    }

    @Test
    void an_order_knows_what_is_open_of_it() {
        Order order = order().filledQuantity(BigDecimal.ONE).build();

        assertThat(order.remainingQuantity().orElseThrow()).isEqualByComparingTo("1999999999");
        assertThat(order().quantity(null).closePosition(true).build().remainingQuantity())
                .isEmpty();
    }

    @Test
    void an_order_refers_to_itself_with_both_ids_and_its_book() {
        OrderRef ref = order().build().ref();

        assertThat(ref.orderId()).contains("7");
        assertThat(ref.clientOrderId()).contains("mine7");
        assertThat(ref.conditional()).isTrue();
        assertThat(ref).hasToString("PEPE/USDT:USDT id=7 clientId=mine7 (conditional)");
        assertThat(ref)
                .isEqualTo(
                        OrderRef.ofClientOrderId(PEPE, "mine7").withOrderId("7").withConditional(true))
                .isNotEqualTo(OrderRef.ofOrderId(PEPE, "7"));
    }

    @Test
    void a_reference_needs_an_id() {
        assertThatExceptionOfType(NotSentException.class)
                .isThrownBy(() -> OrderRef.ofOrderId(PEPE, " "))
                .withMessage("an order reference of PEPE/USDT:USDT has a blank id");
        assertThat(OrderRef.ofOrderId(PEPE, "7").withClientOrderId(null)).isEqualTo(OrderRef.ofOrderId(PEPE, "7"));
    }

    @Test
    void a_position_is_signed_by_its_side() {
        assertThat(position().signedQuantity()).isEqualByComparingTo("-2000000000");
        assertThat(position().liquidationPrice()).isEmpty();
        assertThat(position().leverage()).isEmpty();
    }

    @Test
    void equity_is_wallet_plus_unrealized() {
        Balance balance =
                new Balance("USDT", new BigDecimal("100"), BigDecimal.ONE, BigDecimal.ONE, new BigDecimal("-3"));

        assertThat(balance.equity()).isEqualByComparingTo("97");
    }

    @Test
    void the_middle_of_a_book_is_exact() {
        BookTicker ticker = new BookTicker(PEPE, TINY, HUGE, new BigDecimal("2E-10"), HUGE, TIME);

        assertThat(ticker.mid()).isEqualByComparingTo("0.00000000015");
    }

    @Test
    void a_snapshot_knows_no_change_unless_it_is_told_the_equity_of_the_day_before() {
        AccountSnapshot.Equity now = AccountSnapshot.Equity.of(
                new Balance("USDT", new BigDecimal("110"), BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ZERO));
        AccountSnapshot snapshot =
                new AccountSnapshot("main", "Main", "asterdex", PEPE, TINY, now, List.of(), List.of(), List.of());

        AccountSnapshot told = snapshot.withEquity24hAgo(new BigDecimal("100"));

        assertThat(snapshot.balance().change24h()).isEmpty();
        assertThat(snapshot.balance().change24hPercent()).isEmpty();
        assertThat(told.balance().change24h().orElseThrow()).isEqualByComparingTo("10");
        assertThat(told.balance().change24hPercent().orElseThrow()).isEqualByComparingTo("10");
        assertThat(snapshot.withEquity24hAgo(BigDecimal.ZERO).balance().change24hPercent())
                .isEmpty();
    }

    @Test
    void an_open_order_shows_its_trigger_where_it_has_no_limit() {
        AccountSnapshot.OpenOrder open = AccountSnapshot.OpenOrder.of(order().build());

        assertThat(open.price().orElseThrow()).isEqualByComparingTo(TINY);
        assertThat(open.value().orElseThrow()).isEqualByComparingTo("0.2");
        assertThat(open.orderId()).isEqualTo("7");
    }

    @Test
    void books_and_snapshots_copy_their_lists() {
        List<PriceLevel> bids = new ArrayList<>(List.of(new PriceLevel(TINY, HUGE)));
        OrderBook book = new OrderBook(PEPE, bids, List.of(), -1, TIME);

        bids.clear();

        assertThat(book.bids()).hasSize(1).isUnmodifiable();
        assertThat(snapshot().positions()).isUnmodifiable();
    }

    @Test
    void an_outcome_gives_its_value_or_throws_its_failure() {
        RejectedException error =
                new RejectedException(Reason.FILTER, new VenueError("okx", "POST /order", "51000", "no", 200));

        assertThat(new Outcome.Accepted<>("yes").orElseThrow()).isEqualTo("yes");
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> new Outcome.Failed<String>(error).orElseThrow())
                .isSameAs(error);
    }

    @Test
    void an_acknowledgement_may_carry_ids_alone() {
        assertThat(OrderAck.of(OrderRef.ofOrderId(PEPE, "7")).order()).isEqualTo(Optional.empty());
        assertThat(OrderAck.of(order().build()).ref()).isEqualTo(order().build().ref());
    }
}
