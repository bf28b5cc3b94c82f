package dev.astrolabe.simulator.okx;

import static dev.astrolabe.simulator.okx.OkxBench.BTC;
import static dev.astrolabe.simulator.okx.OkxBench.SWAP;
import static dev.astrolabe.simulator.okx.OkxBench.market;
import static dev.astrolabe.simulator.okx.OkxBench.row;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.astrolabe.exchange.model.OrderRequest;
import dev.astrolabe.exchange.model.PositionSide;
import dev.astrolabe.exchange.model.Side;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What the venue does to positions by itself. */
class ForcedEndsTest {

    private static final String WALLET = "main:USDT";

    private final OkxBench bench = new OkxBench(false);
    private TestSocket socket = TestSocket.loggedIn(bench, "private");

    private JsonNode lastOrder() {
        List<JsonNode> pushes = socket.of("orders");
        return pushes.get(pushes.size() - 1).path("data").path(0);
    }

    private List<String> causes() {
        return socket.of("balance_and_position").stream()
                .map(push -> push.path("data").path(0).path("eventType").asText())
                .toList();
    }

    private void listen() {
        socket = TestSocket.loggedIn(bench, "private");
        socket.subscribe("orders", "instType", "ANY");
        socket.subscribe("balance_and_position");
    }

    @Test
    void a_liquidation_is_told_by_category_and_negative_trades() {
        bench.post("trade/order", market(SWAP, "buy", "2"));
        listen();
        bench.venue.engine().liquidate(WALLET, BTC, PositionSide.LONG);

        assertThat(lastOrder().path("category").asText()).isEqualTo("full_liquidation");
        assertThat(lastOrder().path("state").asText()).isEqualTo("filled");
        assertThat(lastOrder().path("clOrdId").asText()).isEmpty();
        assertThat(lastOrder().path("tradeId").asText()).isEqualTo("0");
        assertThat(row(bench.get("trade/fills")).path("tradeId").asText()).startsWith("-");
        assertThat(row(bench.get("account/positions-history")).path("type").asText())
                .isEqualTo("3");
        assertThat(row(bench.get("account/positions-history"))
                        .path("liqPenalty")
                        .asText())
                .startsWith("-");
        assertThat(causes()).contains("liquidation");
    }

    @Test
    void auto_deleveraging_takes_a_part_and_says_so() {
        bench.post("trade/order", market(SWAP, "buy", "2"));
        listen();
        bench.venue.engine().deleverage(WALLET, BTC, PositionSide.LONG, new BigDecimal("0.01"));

        assertThat(lastOrder().path("category").asText()).isEqualTo("adl");
        assertThat(row(bench.get("account/positions")).path("pos").asText()).isEqualTo("1");
        assertThat(row(bench.get("account/bills?type=9")).path("subType").asText())
                .isEqualTo("128");
        assertThat(causes()).contains("adl");
    }

    @Test
    void a_dated_future_is_delivered_when_it_expires() {
        JsonNode future = StreamSupport.stream(
                        bench.get("public/instruments?instType=FUTURES&instFamily=BTC-USDT")
                                .path("data")
                                .spliterator(),
                        false)
                .findFirst()
                .orElseThrow();
        bench.post("trade/order", market(future.path("instId").asText(), "sell", "1"));
        long expiry = Long.parseLong(future.path("expTime").asText());
        bench.advance(Duration.ofMillis(expiry - bench.now().toEpochMilli() - 1000));
        listen();
        bench.advance(Duration.ofSeconds(2));
        bench.move(BTC, "50001");

        assertThat(bench.get("account/positions").path("data")).isEmpty();
        assertThat(lastOrder().path("category").asText()).isEqualTo("delivery");
        assertThat(causes()).contains("delivered");
    }

    @Test
    void funding_is_charged_told_and_billed() {
        bench.post("trade/order", market(SWAP, "buy", "2"));
        listen();
        bench.advance(Duration.ofHours(8));
        bench.move(BTC, "50001");
        JsonNode bill = row(bench.get("account/bills?type=8"));

        assertThat(bill.path("subType").asText()).isEqualTo("173");
        assertThat(bill.path("balChg").asText())
                .startsWith("-")
                .isEqualTo(bill.path("pnl").asText());
        assertThat(row(bench.get("account/positions")).path("fundingFee").asText())
                .isEqualTo(bill.path("balChg").asText());
        assertThat(causes()).contains("funding_fee");
    }

    @Test
    void a_trade_by_hand_appears_as_an_order_without_a_client_id() {
        listen();
        bench.venue.engine().client(WALLET).trading().place(OrderRequest.market(BTC, Side.BUY, new BigDecimal("0.01")));

        assertThat(lastOrder().path("state").asText()).isEqualTo("filled");
        assertThat(lastOrder().path("clOrdId").asText()).isEmpty();
        assertThat(lastOrder().path("category").asText()).isEqualTo("normal");
        assertThat(row(bench.get("account/positions")).path("pos").asText()).isEqualTo("1");
    }
}
