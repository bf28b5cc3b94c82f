package dev.astrolabe.aster.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrolabe.exchange.transport.Params;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class OrderNoncesTest {

    private final TradingEndpoints calls = new AsterEndpoints(PathFamily.V3).trading;
    private final OrderNonces nonces = new OrderNonces();

    private void sent(String id, long nonce) {
        nonces.sent(calls.place, Params.create().add("newClientOrderId", id), nonce);
    }

    @Test
    void an_order_and_every_order_of_a_batch_has_the_nonce_with_which_it_left() {
        sent("single", 7);
        nonces.sent(
                calls.placeBatch,
                Params.create().add("batchOrders", "[{\"newClientOrderId\":\"a\"},{\"newClientOrderId\":\"b\"}]"),
                8);

        assertThat(nonces.of("single")).hasValue(7);
        assertThat(nonces.of("a")).hasValue(8);
        assertThat(nonces.of("b")).hasValue(8);
    }

    @Test
    void a_check_of_an_order_and_a_cancel_leave_nothing_behind() {
        nonces.sent(calls.test, Params.create().add("newClientOrderId", "checked"), 7);
        nonces.sent(calls.cancel, Params.create().add("origClientOrderId", "cancelled"), 8);

        assertThat(nonces.of("checked")).isEmpty();
        assertThat(nonces.of("cancelled")).isEmpty();
    }

    @Test
    void an_id_that_left_twice_has_no_nonce() {
        sent("twice", 7);
        sent("twice", 8);
        sent("twice", 9);

        assertThat(nonces.of("twice")).isEqualTo(OptionalLong.empty());
    }

    @Test
    void the_oldest_is_forgotten_first() {
        for (int i = 0; i <= 4096; i++) {
            sent("order" + i, i);
            nonces.dropped(i);
        }

        assertThat(nonces.of("order0")).isEmpty();
        assertThat(nonces.of("order1")).hasValue(1);
        assertThat(nonces.isDropped(0)).isFalse();
        assertThat(nonces.isDropped(1)).isTrue();
        assertThat(nonces.isDropped(4097)).isFalse();
    }
}
