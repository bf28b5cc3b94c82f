package dev.astrolabe.simulator.aster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrolabe.simulator.wire.WireAnswer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each wrong order has the venue's code for what is wrong with it. BTC trades at 50000, on ticks of 0.1 and lots of 0.001. */
class OrderFiltersTest {

    private final Bench bench = new Bench();

    private WireAnswer order(String form) {
        Map<String, String> params = Bench.params("symbol", "BTCUSDT", "side", "BUY");
        for (String pair : form.split("&", -1)) {
            params.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        return bench.v3("POST", "/fapi/v3/order", Bench.flat(params));
    }

    @ParameterizedTest
    @CsvSource({
        "symbol=NOPE&type=MARKET&quantity=1, -1121",
        "side=HOLD&type=MARKET&quantity=1, -1117",
        "type=ICEBERG&quantity=1, -1116",
        "type=LIMIT&quantity=1&price=49900, -1102",
        "type=LIMIT&quantity=1&price=49900&timeInForce=DAY, -1115",
        "type=LIMIT&price=49900&timeInForce=GTC, -1102",
        "type=LIMIT&quantity=1&timeInForce=GTC, -1102",
        "type=LIMIT&quantity=one&price=49900&timeInForce=GTC, -1100",
        "type=LIMIT&quantity=0.01&price=49900.05&timeInForce=GTC, -1111",
        "type=LIMIT&quantity=0.0105&price=49900&timeInForce=GTC, -1111",
        "type=LIMIT&quantity=0&price=49900&timeInForce=GTC, -4003",
        "type=LIMIT&quantity=1001&price=49900&timeInForce=GTC, -4005",
        "type=LIMIT&quantity=0.01&price=-1&timeInForce=GTC, -4001",
        "type=LIMIT&quantity=0.01&price=51000.1&timeInForce=GTC, -4016",
        "side=SELL&type=LIMIT&quantity=0.01&price=48999.9&timeInForce=GTC, -4024",
        "type=LIMIT&quantity=0.01&price=99999999&timeInForce=GTC, -4002",
        "type=MARKET&quantity=121, -4005",
        "type=MARKET&quantity=1&price=50000, -1106",
        "type=MARKET&quantity=1&timeInForce=GTC, -1106",
        "type=LIMIT&quantity=1&price=49900&timeInForce=GTC&stopPrice=1, -1106",
        "type=MARKET&quantity=1&newOrderRespType=FULL, -1136",
        "type=MARKET&quantity=1&positionSide=LONG, -4061",
        "type=MARKET&quantity=1&positionSide=UP, -4060",
        "type=MARKET&quantity=1&newClientOrderId=a b, -4015",
        "type=MARKET&quantity=0.01&reduceOnly=true, -2022",
        "type=MARKET&quantity=5, -2019",
        "type=MARKET&quantity=120, -2027",
        "type=STOP_MARKET&quantity=0.01&stopPrice=49900, -2021",
        "type=STOP_MARKET&quantity=0.01, -1102",
        "type=STOP_MARKET&quantity=0.01&stopPrice=50100&workingType=INDEX, -4031",
        "type=STOP_MARKET&quantity=0.01&stopPrice=50100&closePosition=true, -4137",
        "type=STOP_MARKET&stopPrice=50100&closePosition=true&reduceOnly=false, -4138",
        "type=LIMIT&quantity=0.01&price=49900&timeInForce=GTC&closePosition=true, -4020",
        "type=STOP&quantity=0.01&stopPrice=50100&price=60000, -4183",
        "type=TRAILING_STOP_MARKET&quantity=0.01&callbackRate=5.1, -1130",
        "type=TRAILING_STOP_MARKET&quantity=0.01&callbackRate=1&activationPrice=50100, -2021"
    })
    void answers_with_the_code_of_what_is_wrong(String form, int code) {
        WireAnswer answer = order(form);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(Bench.code(answer)).as(answer.body()).isEqualTo(code);
    }

    @Test
    void asks_for_five_dollars_at_least_unless_the_order_only_reduces() {
        bench.market("BUY", "0.001");
        Map<String, String> small = Bench.params(
                "symbol",
                "1000PEPEUSDT",
                "side",
                "BUY",
                "type",
                "LIMIT",
                "timeInForce",
                "GTC",
                "price",
                "0.0099000",
                "quantity",
                "100");

        assertThat(Bench.code(bench.v3("POST", "/fapi/v3/order", Bench.flat(small))))
                .isEqualTo(-4164);
    }

    @Test
    void keeps_to_ten_waiting_conditional_orders_a_symbol() {
        for (int i = 0; i < 10; i++) {
            assertThat(order("type=STOP_MARKET&quantity=0.001&stopPrice=" + (50100 + i))
                            .status())
                    .isEqualTo(200);
        }

        assertThat(Bench.code(order("type=STOP_MARKET&quantity=0.001&stopPrice=50200")))
                .isEqualTo(-4045);
    }

    @Test
    void takes_what_the_venues_filters_let_pass() {
        assertThat(order("type=LIMIT&quantity=0.001&price=51000&timeInForce=IOC")
                        .status())
                .isEqualTo(200);
        assertThat(order("type=STOP&quantity=0.01&stopPrice=50100&price=50200").status())
                .isEqualTo(200);
        assertThat(order("type=TRAILING_STOP_MARKET&quantity=0.01&callbackRate=0.1&activationPrice=49900")
                        .status())
                .isEqualTo(200);
    }
}
