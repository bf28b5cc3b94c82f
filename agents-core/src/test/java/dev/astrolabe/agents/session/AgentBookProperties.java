package dev.astrolabe.agents.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.astrolabe.agents.market.Listing;
import dev.astrolabe.exchange.ExchangeId;
import dev.astrolabe.exchange.model.Fill;
import dev.astrolabe.exchange.model.Side;
import dev.astrolabe.exchange.model.Symbol;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class AgentBookProperties {

    private static final Listing BTC = new Listing(ExchangeId.PAPER, Symbol.parse("BTC/USDT:USDT"));
    private static final BigDecimal CAPITAL = new BigDecimal("10000");
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @Property(tries = 300)
    void equity_is_cash_plus_positions_to_the_last_digit(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int count) {
        AgentBook book = new AgentBook(CAPITAL);
        BigDecimal flows = BigDecimal.ZERO;
        BigDecimal held = BigDecimal.ZERO;
        for (Fill fill : randomFills(new Random(seed), count)) {
            BigDecimal signed =
                    fill.side() == Side.BUY ? fill.quantity() : fill.quantity().negate();
            flows = flows.subtract(signed.multiply(fill.price())).subtract(fill.fee());
            held = held.add(signed);

            book.apply(BTC, fill, 5, null);

            BigDecimal mark = fill.price().add(new BigDecimal("3.7"));
            assertThat(book.equity(listing -> mark))
                    .isEqualByComparingTo(CAPITAL.add(flows).add(held.multiply(mark)));
        }
    }

    @Property(tries = 300)
    void once_flat_the_trades_earned_exactly_what_the_cash_changed_by(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int count) {
        AgentBook book = new AgentBook(CAPITAL);
        List<Fill> fills = randomFills(new Random(seed), count);
        fills.forEach(fill -> book.apply(BTC, fill, 5, null));
        boolean wasFlat = book.positions().isEmpty();
        book.applyFunding(BTC, "f1", new BigDecimal("-0.12345678"));
        book.position(BTC)
                .ifPresent(rest -> book.apply(
                        BTC, fill("last", rest.side().closing(), rest.quantity(), new BigDecimal("50123.4")), 5, null));

        BigDecimal earned = book.finished().stream().map(RoundTrip::pnl).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal fundedWhileFlat = wasFlat ? book.funding() : BigDecimal.ZERO;

        assertThat(book.positions()).isEmpty();
        assertThat(book.cash()).isEqualByComparingTo(CAPITAL.add(earned).add(fundedWhileFlat));
    }

    @Example
    void a_fill_counts_once() {
        AgentBook book = new AgentBook(CAPITAL);
        Fill fill = fill("1", Side.BUY, new BigDecimal("0.5"), new BigDecimal("50000"));

        boolean first = book.apply(BTC, fill, 5, null);
        boolean second = book.apply(BTC, fill, 5, null);

        assertThat(first).isTrue();
        assertThat(second).isFalse();
        assertThat(book.position(BTC).orElseThrow().quantity()).isEqualByComparingTo("0.5");
    }

    @Example
    void refuses_a_fill_that_turns_a_position_over() {
        AgentBook book = new AgentBook(CAPITAL);
        book.apply(BTC, fill("1", Side.BUY, new BigDecimal("0.5"), new BigDecimal("50000")), 5, null);

        assertThatThrownBy(() ->
                        book.apply(BTC, fill("2", Side.SELL, new BigDecimal("0.6"), new BigDecimal("50000")), 5, null))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("turns a position of 0.5 over");
    }

    @Example
    void average_entry_and_margin_come_from_the_cost() {
        AgentBook book = new AgentBook(CAPITAL);
        book.apply(BTC, fill("1", Side.SELL, new BigDecimal("0.2"), new BigDecimal("50000")), 4, null);
        book.apply(BTC, fill("2", Side.SELL, new BigDecimal("0.2"), new BigDecimal("52000")), 4, null);

        BookPosition position = book.position(BTC).orElseThrow();

        assertThat(position.entryPrice()).isEqualByComparingTo("51000");
        assertThat(position.margin()).isEqualByComparingTo("5100");
        assertThat(position.signedQuantity()).isEqualByComparingTo("-0.4");
    }

    /** Fills that open, add, reduce and close, and never turn a position over. */
    private static List<Fill> randomFills(Random random, int count) {
        List<Fill> fills = new ArrayList<>();
        BigDecimal held = BigDecimal.ZERO;
        for (int i = 0; i < count; i++) {
            BigDecimal quantity = BigDecimal.valueOf(1 + random.nextInt(5000), 3);
            Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
            if (held.signum() * side.sign() < 0) {
                quantity = quantity.min(held.abs());
            }
            BigDecimal price = BigDecimal.valueOf(400_000 + random.nextInt(200_000), 1);
            fills.add(fill("t" + i, side, quantity, price));
            held = held.add(side == Side.BUY ? quantity : quantity.negate());
        }
        return fills;
    }

    private static Fill fill(String id, Side side, BigDecimal quantity, BigDecimal price) {
        return Fill.builder()
                .symbol(BTC.symbol())
                .venueSymbol("BTCUSDT")
                .tradeId(id)
                .orderId("o" + id)
                .side(side)
                .price(price)
                .quantity(quantity)
                .fee(quantity.multiply(price).multiply(new BigDecimal("0.0004")))
                .feeAsset("USDT")
                .time(START)
                .build();
    }
}
