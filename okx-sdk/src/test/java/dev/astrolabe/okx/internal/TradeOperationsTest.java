package dev.astrolabe.okx.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrolabe.exchange.transport.Cost;
import dev.astrolabe.exchange.transport.Params;
import dev.astrolabe.exchange.transport.Priority;
import dev.astrolabe.exchange.transport.RateWindow;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The trade and algo calls against the venue's tables. */
class TradeOperationsTest {

    private static final Params ONE = Params.create().add("instId", "BTC-USDT-SWAP");

    private static Optional<Operation<?>> find(String id) {
        return Stream.concat(TradeOperations.ALL.stream(), AlgoOperations.ALL.stream())
                .filter(each -> each.endpoint().id().equals(id))
                .<Operation<?>>map(each -> each)
                .findFirst();
    }

    private static Operation<?> operation(String call) {
        String[] parts = call.split(" ", -1);
        return find(parts[0] + " /api/v5/trade/" + parts[1]).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "POST order, 60, 2, true",
        "POST batch-orders, 300, 2, false",
        "POST cancel-order, 60, 2, true",
        "POST cancel-batch-orders, 300, 2, false",
        "POST amend-order, 60, 2, true",
        "POST amend-batch-orders, 300, 2, false",
        "POST close-position, 20, 2, true",
        "GET order, 60, 2, true",
        "GET orders-pending, 60, 2, false",
        "GET orders-history, 40, 2, false",
        "GET orders-history-archive, 20, 2, false",
        "GET fills, 60, 2, false",
        "GET fills-history, 10, 2, false",
        "POST cancel-all-after, 1, 1, false",
        "POST mass-cancel, 5, 2, false",
        "POST order-precheck, 5, 2, false",
        "GET account-rate-limit, 1, 1, false",
        "POST order-algo, 20, 2, true",
        "POST cancel-algos, 20, 2, false",
        "POST amend-algos, 20, 2, true",
        "GET order-algo, 20, 2, false",
        "GET orders-algo-pending, 20, 2, false",
        "GET orders-algo-history, 20, 2, false"
    })
    void counts_as_the_venue_does(String call, int calls, int seconds, boolean byInstrument) {
        Operation<?> operation = operation(call);
        RateWindow window = operation.windows().get(0);
        Cost cost = operation.endpoint().costs(ONE).get(0);

        assertThat(window.limit()).isEqualTo(calls);
        assertThat(window.length()).isEqualTo(Duration.ofSeconds(seconds));
        assertThat(cost.bucket()).isEqualTo(window.bucket());
        assertThat(cost.scope()).isEqualTo(byInstrument ? "BTC-USDT-SWAP" : "");
    }

    @Test
    void has_every_call_of_the_tables_and_no_other() {
        assertThat(TradeOperations.ALL).hasSize(17);
        assertThat(AlgoOperations.ALL).hasSize(6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST order", "POST batch-orders", "POST amend-order", "POST amend-batch-orders"})
    void counts_new_and_changed_orders_of_the_account_and_lets_them_expire(String call) {
        Operation<?> operation = operation(call);
        Params three = operation.batch() ? Params.array(List.of(ONE, ONE, ONE)) : ONE;

        assertThat(operation.expires()).isTrue();
        assertThat(operation.windows())
                .anySatisfy(window -> assertThat(window.bucket()).isEqualTo(Operation.ACCOUNT_ORDERS));
        assertThat(operation.endpoint().costs(three))
                .contains(Cost.of(Operation.ACCOUNT_ORDERS, operation.batch() ? 3 : 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST cancel-order",
                "POST cancel-batch-orders",
                "POST close-position",
                "POST cancel-algos",
                "POST cancel-all-after",
                "POST mass-cancel"
            })
    void lets_what_ends_orders_use_what_is_kept_back(String call) {
        assertThat(operation(call).endpoint().priority()).isEqualTo(Priority.URGENT);
        assertThat(operation(call).expires()).isFalse();
    }

    @Test
    void changes_nothing_with_a_check() {
        assertThat(operation("POST order-precheck").endpoint().mutation()).isFalse();
        assertThat(operation("POST order").endpoint().mutation()).isTrue();
    }

    @Test
    void counts_the_three_actions_and_batches_apart() {
        assertThat(Stream.of(
                                "POST order",
                                "POST cancel-order",
                                "POST amend-order",
                                "POST batch-orders",
                                "POST cancel-batch-orders",
                                "POST amend-batch-orders")
                        .map(call -> operation(call).windows().get(0).bucket()))
                .doesNotHaveDuplicates();
        Params alone = Params.array(List.of(ONE));
        assertThat(operation("POST cancel-batch-orders").endpoint().costs(alone))
                .isEqualTo(operation("POST cancel-order").endpoint().costs(ONE));
    }
}
