package dev.astrolabe.okx.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.astrolabe.exchange.model.Balance;
import dev.astrolabe.exchange.model.Fill;
import dev.astrolabe.exchange.model.Order;
import dev.astrolabe.exchange.model.OrderStatus;
import dev.astrolabe.exchange.model.OrderType;
import dev.astrolabe.exchange.stream.UserEvent;
import dev.astrolabe.exchange.testkit.ContractVenue;
import dev.astrolabe.exchange.testkit.Fixtures;
import dev.astrolabe.exchange.transport.Feed.Interruption;
import dev.astrolabe.exchange.transport.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The account's pushes as neutral events, each told once. */
class UserFeedTest {

    private static final Json JSON = new Json();

    private final SocketBench bench = new SocketBench();
    private final List<UserEvent> events = new ArrayList<>();
    private final UserFeed feed = feed();

    private UserFeed feed() {
        AccountModes modes = new AccountModes(bench.context);
        NeutralTrading trading = new NeutralTrading(bench.context, bench.instruments, modes);
        NeutralAccount account = new NeutralAccount(
                bench.context,
                bench.instruments,
                modes,
                new NativeAccount(bench.context, modes),
                new NeutralMarketData(bench.context, bench.instruments),
                trading);
        return new UserFeed(bench.context, bench.instruments, trading, account, JSON);
    }

    @BeforeEach
    void begin() {
        feed.live(null, events::add);
        assertThat(events).as("how things stand at the beginning").isEmpty();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    /** The pushes of a fixture, which holds one or several. */
    private static List<JsonNode> pushes(String fixture) {
        try {
            JsonNode file = JSON.tree(Fixtures.payloads().text("okx/synthetic/" + fixture + ".json"));
            List<JsonNode> pushes = new ArrayList<>();
            if (file.isArray()) {
                file.forEach(pushes::add);
            } else {
                pushes.add(file);
            }
            return pushes;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void push(String fixture) {
        pushes(fixture).forEach(this::push);
    }

    private void push(JsonNode push) {
        try {
            feed.data(push.toString(), bench.clock.instant(), events::add);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private <E> List<E> heard(Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private List<Order> orders() {
        return heard(UserEvent.OrderChanged.class).stream()
                .map(UserEvent.OrderChanged::order)
                .toList();
    }

    private List<Fill> fills() {
        return heard(UserEvent.Filled.class).stream()
                .map(UserEvent.Filled::fill)
                .toList();
    }

    private List<Balance> balances() {
        return heard(UserEvent.BalanceChanged.class).stream()
                .map(UserEvent.BalanceChanged::balance)
                .toList();
    }

    @Test
    void an_order_lives_and_a_push_that_comes_twice_is_told_once() {
        push("ws_orders_lifecycle_limit_fill");

        assertThat(orders())
                .extracting(Order::status)
                .containsExactly(OrderStatus.NEW, OrderStatus.PARTIALLY_FILLED, OrderStatus.FILLED);
        assertThat(fills()).extracting(Fill::tradeId).containsExactly("1600000101", "1600000109");
        assertThat(fills().get(0).quantity()).isEqualByComparingTo("0.025");
        assertThat(fills().get(0).clientOrderId()).contains("sdkA1");
        assertThat(events.get(2)).as("a fill follows its order").isInstanceOf(UserEvent.Filled.class);
    }

    @Test
    void an_end_is_told_once() {
        push("ws_orders_post_only_rejected");
        push("ws_orders_post_only_rejected");

        assertThat(orders()).extracting(Order::status).containsExactly(OrderStatus.EXPIRED);
    }

    @Test
    void what_is_left_of_an_immediate_order_ends_after_its_execution() {
        push("ws_orders_ioc_partial_cancel");

        assertThat(orders())
                .extracting(Order::status)
                .containsExactly(OrderStatus.PARTIALLY_FILLED, OrderStatus.EXPIRED);
        assertThat(fills()).hasSize(1);
    }

    @Test
    void a_change_is_told_once_for_its_request() {
        List<JsonNode> changes = pushes("ws_orders_amend");
        changes.forEach(this::push);
        ObjectNode again = changes.get(1).deepCopy();
        ((ObjectNode) again.path("data").path(0)).put("uTime", "1790000000999");

        push(again);

        assertThat(orders()).hasSize(2);
        assertThat(orders().get(0).price().orElseThrow()).isEqualByComparingTo("63950");
    }

    @Test
    void a_liquidation_is_an_order_and_an_execution() {
        push("ws_orders_liquidation");
        push("ws_orders_liquidation");

        assertThat(orders()).extracting(Order::type).containsExactly(OrderType.LIQUIDATION);
        assertThat(fills()).hasSize(1);
        assertThat(fills().get(0).quantity()).isEqualByComparingTo("0.66");
    }

    @Test
    void a_conditional_order_keeps_its_identity_when_it_has_fired() {
        push("ws_orders_algo_lifecycle");
        ObjectNode fired = pushes("ws_orders_lifecycle_limit_fill").get(3).deepCopy();
        ObjectNode row = (ObjectNode) fired.path("data").path(0);
        row.put("ordId", "2651111111111111200")
                .put("clOrdId", "")
                .put("ordType", "market")
                .put("px", "");
        row.put("algoId", "2653000000000000001")
                .put("algoClOrdId", "sdkAlg1")
                .put("source", "7")
                .put("side", "sell");
        push(fired);
        push(pushes("ws_orders_algo_lifecycle").get(1));

        assertThat(orders()).extracting(Order::orderId).containsOnly("2653000000000000001");
        assertThat(orders()).extracting(Order::type).containsOnly(OrderType.STOP_MARKET);
        assertThat(orders())
                .extracting(Order::status)
                .containsExactly(OrderStatus.NEW, OrderStatus.NEW, OrderStatus.FILLED);
        assertThat(orders().get(2).triggerPrice().orElseThrow()).isEqualByComparingTo("63000");
        assertThat(fills()).extracting(Fill::orderId).containsExactly("2651111111111111200");
    }

    @Test
    void a_conditional_order_that_could_not_be_placed_is_rejected() {
        push("ws_orders_algo_failed");

        assertThat(orders()).extracting(Order::status).containsExactly(OrderStatus.REJECTED);
    }

    @Test
    void what_the_catalogue_does_not_have_is_left_out_and_looked_up_once() {
        push("ws_orders_market_filled_zero_fillsz");
        long read = bench.standIn.calls("GET public/instruments") + bench.standIn.calls("GET account/instruments");
        push("ws_orders_market_filled_zero_fillsz");

        assertThat(events).isEmpty();
        assertThat(bench.standIn.calls("GET public/instruments") + bench.standIn.calls("GET account/instruments"))
                .isEqualTo(read);
    }

    @Test
    void positions_are_told_when_all_pages_have_come_and_again_when_they_change() {
        List<JsonNode> pages = pushes("ws_positions_snapshot_paged");
        push(pages.get(0));
        assertThat(events).isEmpty();
        push(pages.get(1));
        pages.forEach(this::push);

        assertThat(heard(UserEvent.PositionChanged.class)).hasSize(1);
        assertThat(heard(UserEvent.PositionChanged.class).get(0).position().contracts())
                .isEqualByComparingTo("66");
        push("ws_positions_event_update_closed");
        push("ws_positions_event_update_closed");
        assertThat(heard(UserEvent.PositionClosed.class)).hasSize(1);
        UserEvent.PositionClosed closed = heard(UserEvent.PositionClosed.class).get(0);
        assertThat(closed.symbol()).isEqualTo(ContractVenue.BTC);
        assertThat(closed.side()).isEmpty();
    }

    @Test
    void the_rest_of_a_snapshot_whose_beginning_is_missing_shows_nothing() {
        push("ws_positions_snapshot_paged");
        int before = events.size();
        ObjectNode rest = pushes("ws_positions_snapshot_paged").get(1).deepCopy();
        ((ObjectNode) rest.path("data").path(0)).put("pTime", "1890000000000");

        push(rest);

        assertThat(events).hasSize(before);
    }

    @Test
    void a_position_that_a_later_snapshot_does_not_have_is_closed() {
        push("ws_positions_snapshot_paged");
        ObjectNode later = pushes("ws_positions_snapshot_paged").get(1).deepCopy();
        later.put("curPage", 1);
        ObjectNode row = (ObjectNode) later.path("data").path(0);
        row.put("instId", "PEPE-USDT-SWAP").put("pTime", "1790000000090").put("uTime", "1790000000085");

        push(later);

        assertThat(heard(UserEvent.PositionClosed.class)).hasSize(1);
        assertThat(heard(UserEvent.PositionChanged.class)).hasSize(2);
    }

    @Test
    void an_older_row_does_not_bring_a_position_back() {
        push("ws_positions_snapshot_paged");
        push("ws_positions_event_update_closed");
        ObjectNode older = pushes("ws_positions_snapshot_paged").get(0).deepCopy();
        older.put("lastPage", true);
        ((ObjectNode) older.path("data").path(0)).put("uTime", "1789999000000");

        push(older);

        assertThat(heard(UserEvent.PositionChanged.class)).hasSize(1);
        assertThat(heard(UserEvent.PositionClosed.class)).hasSize(1);
    }

    @Test
    void balances_are_told_when_they_change() {
        push("ws_account_snapshot");
        int first = balances().size();
        push("ws_account_snapshot");
        assertThat(balances()).hasSize(first);
        ObjectNode changed = pushes("ws_account_event_update").get(0).deepCopy();
        ObjectNode usdt =
                (ObjectNode) changed.path("data").path(0).path("details").path(0);
        usdt.put("availEq", "9000").put("uTime", "1789999999999");

        push(changed);

        assertThat(balances()).hasSize(first + 1);
        assertThat(balances().get(first).asset()).isEqualTo("USDT");
        assertThat(balances().get(first).available()).isEqualByComparingTo("9000");
    }

    @Test
    void a_change_of_leverage_is_a_change_of_settings_and_a_fill_is_none() {
        push("ws_balance_and_position_filled");
        push("ws_balance_and_position_funding_fee");
        assertThat(events).isEmpty();
        ObjectNode set = pushes("ws_balance_and_position_filled").get(0).deepCopy();
        ((ObjectNode) set.path("data").path(0)).put("eventType", "set_leverage");

        push(set);

        assertThat(heard(UserEvent.SettingsChanged.class))
                .extracting(UserEvent.SettingsChanged::what)
                .containsExactly("set_leverage");
    }

    @Test
    void a_warning_is_a_margin_call() {
        push("ws_liquidation_warning");

        assertThat(heard(UserEvent.MarginCall.class)).hasSize(1);
        assertThat(heard(UserEvent.MarginCall.class).get(0).what()).contains("BTC-USDT-SWAP", "margin ratio 1.9");
    }

    @Test
    void a_gap_is_told_before_what_it_hid_and_what_is_gone_is_closed() {
        push("ws_positions_snapshot_paged");
        push("ws_account_snapshot");
        int before = events.size();

        feed.live(new Interruption(bench.clock.instant(), bench.clock.instant().plusSeconds(3), "lost"), events::add);

        List<UserEvent> told = events.subList(before, events.size());
        assertThat(told.get(0)).isInstanceOf(UserEvent.Gap.class);
        assertThat(told).filteredOn(UserEvent.Gap.class::isInstance).hasSize(1);
        assertThat(told).filteredOn(UserEvent.PositionClosed.class::isInstance).hasSize(1);
        assertThat(told).anyMatch(UserEvent.BalanceChanged.class::isInstance);
    }
}
