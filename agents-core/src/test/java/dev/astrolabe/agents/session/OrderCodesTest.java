package dev.astrolabe.agents.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.astrolabe.agents.AgentId;
import dev.astrolabe.exchange.error.NotSentException;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderCodesTest {

    private static final AgentId TM = new AgentId("TM");

    @Test
    void codes_are_short_alphanumeric_and_never_the_same() {
        OrderCodes codes = new OrderCodes("PAPER001", TM);
        Set<String> seen = new HashSet<>();

        for (int i = 0; i < 10_000; i++) {
            for (OrderPurpose purpose : OrderPurpose.values()) {
                String code = codes.next(purpose);
                assertThat(code.matches("[A-Z0-9]{1,32}")).as(code).isTrue();
                assertThat(seen.add(code)).as(code).isTrue();
            }
        }
    }

    @Test
    void a_code_tells_its_owner_and_its_purpose() {
        OrderCodes codes = new OrderCodes("ABCD1234", TM);

        String stop = codes.next(OrderPurpose.STOP);

        assertThat(stop).isEqualTo("ASABCD1234TMS1");
        assertThat(OrderCodes.owner(stop)).contains(TM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ASABCD1234TM", "ASABCD1234TMQ1", "ASABCD1234tmE1", "XXABCD1234TME1", "web_1234567890"})
    void other_ids_have_no_owner(String id) {
        assertThat(OrderCodes.owner(id)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ABCD123", "ABCD12345", "abcd1234", "ABCD-234"})
    void refuses_a_session_id_that_breaks_the_form(String session) {
        assertThatThrownBy(() -> new OrderCodes(session, TM))
                .isInstanceOf(NotSentException.class)
                .hasMessageContaining("session id '" + session + "' is not 8 capital letters or digits");
    }
}
