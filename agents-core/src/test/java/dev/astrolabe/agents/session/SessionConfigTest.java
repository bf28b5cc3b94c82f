package dev.astrolabe.agents.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.astrolabe.agents.Agent;
import dev.astrolabe.agents.AgentId;
import dev.astrolabe.agents.Decision;
import dev.astrolabe.agents.StrategyKind;
import dev.astrolabe.exchange.error.NotSentException;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionConfigTest {

    private static Agent agent(String id, String share) {
        return new Agent(Stage.spec(new AgentId(id), share, StrategyKind.TREND).build(), snapshot -> Decision.NOTHING);
    }

    private static void assertRefused(SessionConfig.Builder builder, String message) {
        assertThatThrownBy(builder::build).isInstanceOf(NotSentException.class).hasMessageContaining(message);
    }

    private static SessionConfig.Builder one() {
        return SessionConfig.builder().agents(List.of(agent("TM", "0.25")));
    }

    @Test
    void refuses_capital_that_is_not_above_zero() {
        assertRefused(one().capital(new BigDecimal("0")), "capital 0 is not above 0");
    }

    @Test
    void refuses_a_warm_up_below_zero() {
        assertRefused(one().warmUpBars(-1), "warm-up of -1 bars is below 0");
    }

    @Test
    void refuses_a_session_without_agents() {
        assertRefused(one().agents(List.of()), "at least one agent");
    }

    @Test
    void refuses_an_agent_that_takes_part_twice() {
        assertRefused(one().agents(List.of(agent("TM", "0.2"), agent("TM", "0.3"))), "agent TM takes part twice");
    }

    @Test
    void refuses_shares_above_the_whole() {
        assertRefused(one().agents(List.of(agent("TM", "0.6"), agent("MR", "0.5"))), "add up to 1.1");
    }

    @Test
    void refuses_an_id_that_breaks_the_form_before_anything_is_traded() {
        assertRefused(one().id("paper-1"), "session id 'paper-1' is not 8 capital letters or digits");
    }

    @Test
    void an_agent_gets_its_share_exactly() {
        SessionConfig config = one().capital(new BigDecimal("1000.000001")).build();

        assertThat(config.capitalOf(config.agents().get(0))).isEqualByComparingTo("250.00000025");
    }

    @Test
    void a_copy_has_the_same_values() {
        SessionConfig config = one().id("ABCD1234").asset("USDC").warmUpBars(7).build();

        SessionConfig copy = config.toBuilder().build();

        assertThat(copy).usingRecursiveComparison().isEqualTo(config);
    }
}
