package dev.astrolabe.exchange.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.astrolabe.exchange.Account;
import dev.astrolabe.exchange.Capabilities;
import dev.astrolabe.exchange.Feature;
import dev.astrolabe.exchange.Trading;
import dev.astrolabe.exchange.model.Balance;
import dev.astrolabe.exchange.model.Fill;
import dev.astrolabe.exchange.model.HistoryQuery;
import dev.astrolabe.exchange.model.Order;
import dev.astrolabe.exchange.model.OrderAck;
import dev.astrolabe.exchange.model.OrderBook;
import dev.astrolabe.exchange.model.OrderRef;
import dev.astrolabe.exchange.model.OrderRequest;
import dev.astrolabe.exchange.model.OrderResolution;
import dev.astrolabe.exchange.model.OrderStatus;
import dev.astrolabe.exchange.model.Page;
import dev.astrolabe.exchange.model.PositionSide;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.exchange.stream.UserEvent;
import dev.astrolabe.exchange.testkit.ContractVenue;
import dev.astrolabe.exchange.testkit.ExchangeContract;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Breaks the reference exchange in one place at a time: the case that is there for it must fail. */
class ContractNoticesTest {

    /** The contract, held by one venue and run by hand. */
    private static final class ByHand extends ExchangeContract {
        private final ContractVenue venue;

        ByHand(ContractVenue venue) {
            this.venue = venue;
        }

        @Override
        protected ContractVenue openVenue() {
            return venue;
        }

        @Override
        public ContractVenue venue() {
            return venue;
        }
    }

    private interface Case {
        void run(ExchangeContract contract) throws Exception;
    }

    private static void assertNoticed(Supplier<ContractVenue> broken, Case oneCase) {
        try (ContractVenue sound = new ReferenceVenue(ReferenceVenue.FULL);
                ContractVenue venue = broken.get()) {
            Throwable onSound = catchThrowable(() -> oneCase.run(new ByHand(sound)));
            Throwable onBroken = catchThrowable(() -> oneCase.run(new ByHand(venue)));

            assertThat(onSound).as("the case on the sound exchange").isNull();
            assertThat(onBroken).as("the case on the broken exchange").isInstanceOf(AssertionError.class);
        }
    }

    private static Supplier<ContractVenue> withDesk(Function<ReferenceVenue, Trading> desk) {
        return () -> new ReferenceVenue(ReferenceVenue.FULL) {
            @Override
            Trading trading() {
                return desk.apply(this);
            }
        };
    }

    /** A sound desk, to be overridden in one place. */
    private static class Desk extends OrderDesk {
        final ReferenceVenue venue;

        Desk(ReferenceVenue venue) {
            super(venue.wire, venue.can, venue.catalogue, venue.engine);
            this.venue = venue;
        }
    }

    @Test
    void notices_an_order_that_is_sent_twice() {
        assertNoticed(
                withDesk(venue -> new Desk(venue) {
                    @Override
                    public OrderAck place(OrderRequest order) {
                        OrderAck ack = super.place(order);
                        return venue.wire.mutate("place again", ack.ref(), () -> ack);
                    }
                }),
                contract -> contract.c58_sent_once());
    }

    @Test
    void notices_a_check_that_comes_after_the_request() {
        assertNoticed(
                withDesk(venue -> new Desk(venue) {
                    @Override
                    public OrderAck place(OrderRequest order) {
                        Instant unused = venue.wire.read(venue::now);
                        return super.place(order);
                    }
                }),
                contract -> contract.c35_off_step());
    }

    @Test
    void notices_a_feature_that_is_missing_but_not_refused() {
        Capabilities without = ReferenceVenue.FULL.toBuilder()
                .features(EnumSet.complementOf(EnumSet.of(Feature.TEST_ORDER)))
                .build();
        assertNoticed(
                () -> new ReferenceVenue(without) {
                    @Override
                    Trading trading() {
                        return new OrderDesk(wire, ReferenceVenue.FULL, catalogue, engine);
                    }
                },
                contract -> contract.c05_missing_features());
    }

    @Test
    void notices_a_zero_where_a_price_is_absent() {
        assertNoticed(
                withDesk(venue -> new Desk(venue) {
                    @Override
                    public Optional<Order> order(OrderRef ref) {
                        return super.order(ref)
                                .map(order -> order.toBuilder()
                                        .price(order.price().orElse(BigDecimal.ZERO))
                                        .build());
                    }
                }),
                contract -> contract.c25_absent_is_absent());
    }

    @Test
    void notices_stops_that_are_left_open() {
        assertNoticed(
                withDesk(venue -> new Desk(venue) {
                    @Override
                    public void cancelAll(Symbol symbol) {
                        openOrders(symbol).stream()
                                .filter(order -> !order.type().isConditional())
                                .forEach(order -> cancel(order.ref()));
                    }
                }),
                contract -> contract.c45_cancel_all());
    }

    @Test
    void notices_stops_that_are_missing_among_open_orders() {
        assertNoticed(
                withDesk(venue -> new Desk(venue) {
                    @Override
                    public List<Order> openOrders(Symbol symbol) {
                        return super.openOrders(symbol).stream()
                                .filter(order -> !order.type().isConditional())
                                .toList();
                    }
                }),
                contract -> contract.c49_stop_market());
    }

    @Test
    void notices_a_canceled_order_that_is_called_new() {
        assertNoticed(
                withDesk(venue -> new Desk(venue) {
                    @Override
                    public Optional<Order> order(OrderRef ref) {
                        return super.order(ref)
                                .map(order -> order.toBuilder()
                                        .status(OrderStatus.NEW)
                                        .build());
                    }
                }),
                contract -> contract.c22_cancel());
    }

    @Test
    void notices_a_fee_of_the_wrong_sign() {
        assertNoticed(
                withDesk(venue -> new Desk(venue) {
                    @Override
                    public Page<Fill> fills(HistoryQuery query) {
                        return Page.last(super.fills(query).items().stream()
                                .map(fill -> fill.toBuilder()
                                        .fee(fill.fee().negate())
                                        .build())
                                .toList());
                    }
                }),
                contract -> contract.c24_market_fill());
    }

    @Test
    void notices_a_page_that_repeats_an_item() {
        assertNoticed(
                withDesk(venue -> new Desk(venue) {
                    @Override
                    public Page<Fill> fills(HistoryQuery query) {
                        int start = query.cursor().map(Integer::parseInt).orElse(0);
                        return super.fills(query.toBuilder()
                                .cursor(String.valueOf(Math.max(0, start - 1)))
                                .limit(start == 0 ? 2 : 100)
                                .build());
                    }
                }),
                contract -> contract.c76_fills());
    }

    @Test
    void notices_a_position_that_is_closed_twice() {
        assertNoticed(
                withDesk(venue -> new Desk(venue) {
                    @Override
                    public Optional<OrderAck> closePosition(Symbol symbol, PositionSide side) {
                        return Optional.of(place(OrderRequest.market(symbol, side.closing(), new BigDecimal("0.01"))));
                    }
                }),
                contract -> contract.c46_close_position());
    }

    @Test
    void notices_a_resolution_by_hope() {
        assertNoticed(
                withDesk(venue -> new Desk(venue) {
                    @Override
                    public OrderResolution resolve(OrderRef ref, Instant sentAt) {
                        return new OrderResolution.NotPlaced(ref);
                    }
                }),
                contract -> contract.c61_answer_lost());
    }

    @Test
    void notices_a_balance_that_ignores_positions() {
        assertNoticed(
                () -> new ReferenceVenue(ReferenceVenue.FULL) {
                    @Override
                    Account account() {
                        return new Books(wire, can, catalogue, engine, board) {
                            @Override
                            public List<Balance> balances() {
                                return super.balances().stream()
                                        .map(each -> new Balance(
                                                each.asset(),
                                                each.wallet(),
                                                each.wallet(),
                                                BigDecimal.ZERO,
                                                each.unrealizedPnl()))
                                        .toList();
                            }
                        };
                    }
                },
                contract -> contract.c65_balances());
    }

    private static Supplier<ContractVenue> withStreams(Function<ReferenceVenue, LocalStreams> broken) {
        return () -> new ReferenceVenue(ReferenceVenue.FULL) {
            @Override
            LocalStreams localStreams() {
                return broken.apply(this);
            }
        };
    }

    @Test
    void notices_a_fill_that_a_gap_hides() {
        assertNoticed(
                withStreams(venue -> new LocalStreams(venue.wire, venue.can, venue.quotes) {
                    @Override
                    List<UserEvent> afterGap(List<UserEvent> events) {
                        return events.stream()
                                .filter(event -> !(event instanceof UserEvent.Filled))
                                .toList();
                    }
                }),
                contract -> contract.c86_gap_in_the_user_stream());
    }

    @Test
    void notices_a_fill_that_is_told_twice_after_a_gap() {
        assertNoticed(
                withStreams(venue -> new LocalStreams(venue.wire, venue.can, venue.quotes) {
                    @Override
                    List<UserEvent> afterGap(List<UserEvent> events) {
                        return Stream.concat(
                                        events.stream(), events.stream().filter(UserEvent.Filled.class::isInstance))
                                .toList();
                    }
                }),
                contract -> contract.c86_gap_in_the_user_stream());
    }

    @Test
    void notices_a_local_book_that_is_not_the_venues() {
        assertNoticed(
                withStreams(venue -> new LocalStreams(venue.wire, venue.can, venue.quotes) {
                    @Override
                    OrderBook levels(Symbol symbol, int depth) {
                        OrderBook book = super.levels(symbol, depth);
                        return new OrderBook(symbol, book.bids(), book.bids(), book.sequence(), book.time());
                    }
                }),
                contract -> contract.c85_local_book());
    }

    @Test
    void notices_an_interruption_that_is_ignored() {
        assertNoticed(
                withDesk(venue -> new Desk(venue) {
                    @Override
                    public OrderAck place(OrderRequest order) {
                        boolean wasInterrupted = Thread.interrupted();
                        try {
                            return super.place(order);
                        } finally {
                            if (wasInterrupted) {
                                Thread.currentThread().interrupt();
                            }
                        }
                    }
                }),
                contract -> contract.c08_interruption());
    }
}
