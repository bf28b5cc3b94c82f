package dev.astrolabe.aster.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrolabe.exchange.transport.Access;
import dev.astrolabe.exchange.transport.Cost;
import dev.astrolabe.exchange.transport.Endpoint;
import dev.astrolabe.exchange.transport.Params;
import dev.astrolabe.exchange.transport.Priority;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What calls about orders and strategies take out of the venue's limits, and which may use what is kept back. */
class OrderCostsTest {

    private static final AsterEndpoints ENDPOINTS = new AsterEndpoints(PathFamily.V3);
    // Three orders in either kind of list.
    private static final Params PARAMS = Params.create()
            .add("symbol", "BTCUSDT")
            .add(AsterEndpoints.BATCH, "[{\"a\":\"1\"},{\"a\":\"2\"},{\"a\":\"3\"}]")
            .add(StrategyEndpoints.SUB_ORDERS, "[{\"a\":\"1\"},{\"a\":\"2\"},{\"a\":\"3\"}]");

    private static int cost(Endpoint<?> endpoint, String bucket) {
        return endpoint.costs(PARAMS).stream()
                .filter(cost -> cost.bucket().equals(bucket))
                .mapToInt(Cost::amount)
                .sum();
    }

    @ParameterizedTest
    @CsvSource({
        "POST order, 1, 1, ORDINARY",
        "POST order/test, 1, 0, ORDINARY",
        "PUT order, 1, 1, ORDINARY",
        "DELETE order, 1, 0, URGENT",
        "DELETE guardedCancelOrder, 1, 0, URGENT",
        "DELETE allOpenOrders, 1, 0, URGENT",
        "POST batchOrders, 5, 3, ORDINARY",
        "PUT batchOrders, 5, 3, ORDINARY",
        "DELETE batchOrders, 1, 0, URGENT",
        "DELETE guardedBatchOrders, 1, 0, URGENT",
        "POST countdownCancelAll, 10, 0, URGENT",
        "POST noop, 1, 0, URGENT",
        "GET order, 1, 0, ORDINARY",
        "GET openOrder, 1, 0, ORDINARY",
        "GET openOrders, 1, 0, ORDINARY",
        "GET allOrders, 5, 0, ORDINARY",
        "GET userTrades, 5, 0, ORDINARY",
        "POST chase, 1, 1, ORDINARY",
        "POST placeStrategyOrder, 50, 3, ORDINARY",
        "POST updateStrategyOrder, 50, 3, ORDINARY",
        "GET strategyOpenOrder, 5, 0, ORDINARY",
        "GET strategyHistoryOrder, 5, 0, ORDINARY",
        "POST mmp, 1, 0, ORDINARY",
        "GET mmp, 1, 0, ORDINARY",
        "DELETE mmp, 1, 0, ORDINARY",
        "POST mmpReset, 1, 0, ORDINARY"
    })
    void a_call_costs_what_the_venue_says(String call, int weight, int orders, Priority priority) {
        Endpoint<?> endpoint = Descriptors.of(PathFamily.V3, call.replace(" ", " /fapi/v3/"));

        assertThat(cost(endpoint, Endpoint.WEIGHT)).isEqualTo(weight);
        assertThat(cost(endpoint, AsterEndpoints.ORDERS)).isEqualTo(orders);
        assertThat(endpoint.priority()).isEqualTo(priority);
        assertThat(endpoint.access()).isEqualTo(Access.SIGNED);
        assertThat(endpoint.mutation()).isEqualTo(!call.startsWith("GET") && !call.equals("POST order/test"));
    }

    @Test
    void open_orders_of_all_instruments_cost_40() {
        assertThat(ENDPOINTS.trading.openOrders.costs(Params.create())).containsExactly(Cost.of(Endpoint.WEIGHT, 40));
    }

    @Test
    void every_call_stands_in_the_table() throws NoSuchMethodException {
        Set<String> listed = new TreeSet<>();
        for (String line : OrderCostsTest.class
                .getDeclaredMethod(
                        "a_call_costs_what_the_venue_says", String.class, int.class, int.class, Priority.class)
                .getAnnotation(CsvSource.class)
                .value()) {
            listed.add(line.split(",", 2)[0].replace(" ", " /fapi/v3/"));
        }

        assertThat(listed)
                .containsExactlyInAnyOrderElementsOf(
                        new TreeSet<>(Descriptors.in(ENDPOINTS.trading, ENDPOINTS.strategies)));
    }
}
