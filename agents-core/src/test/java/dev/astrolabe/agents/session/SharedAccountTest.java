package dev.astrolabe.agents.session;

import static dev.astrolabe.agents.session.ScriptedFeed.BTC;
import static org.assertj.core.api.Assertions.assertThat;

import dev.astrolabe.agents.Agent;
import dev.astrolabe.agents.AgentId;
import dev.astrolabe.agents.StrategyKind;
import dev.astrolabe.agents.gate.GateLimits;
import dev.astrolabe.agents.market.MarketTick;
import dev.astrolabe.agents.paper.PaperExchange;
import dev.astrolabe.exchange.ExchangeClient;
import dev.astrolabe.exchange.ExchangeId;
import dev.astrolabe.exchange.model.PositionSide;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two agents that take turns in one market of one account; their books are compared with it at every step. */
class SharedAccountTest {

    private static final PositionSide LONG = PositionSide.LONG;
    private static final AgentId MR = new AgentId("MR");

    private final ScriptedStrategy first = new ScriptedStrategy(Stage.TM);
    private final ScriptedStrategy second = new ScriptedStrategy(MR);
    private final List<BigDecimal> leverages = new ArrayList<>();

    private SessionReport run(int steps) throws InterruptedException {
        String[] prices = new String[steps];
        Arrays.fill(prices, "50000");
        ScriptedFeed feed = ScriptedFeed.btc(prices);
        SessionConfig config = SessionConfig.builder()
                .agents(List.of(
                        new Agent(
                                Stage.spec(Stage.TM, "0.5", StrategyKind.TREND).build(), first),
                        new Agent(
                                Stage.spec(MR, "0.5", StrategyKind.MEAN_REVERSION)
                                        .build(),
                                second)))
                .capital(new BigDecimal("10000"))
                .limits(GateLimits.standard())
                .build();
        PaperExchange exchange = PaperExchange.builder(ExchangeId.PAPER)
                .instrument(feed.instrument(BTC))
                .build();
        ExchangeClient account = exchange.openAccount("main", "Main", "USDT", config.capital());
        ExecutionPort port = new ExecutionPort() {
            @Override
            public ExchangeClient account(ExchangeId id, AgentId agent) {
                return account;
            }

            @Override
            public void onTick(MarketTick tick) {
                exchange.update(tick);
            }

            @Override
            public boolean valuesAtTicks() {
                return true;
            }

            @Override
            public void close() {}
        };
        return new Session(
                        config,
                        feed,
                        port,
                        progress -> leverages.add(
                                account.account().leverage(BTC.symbol()).leverage()))
                .run();
    }

    private static void trade(ScriptedStrategy script, int from, int to) {
        script.at(from, script.open(BTC, LONG, "0.01", "49000"));
        script.at(to, script.close(BTC, LONG, "0.01"));
    }

    @Test
    void an_agent_that_comes_back_does_not_book_what_another_did_meanwhile() throws Exception {
        trade(first, 1, 2);
        trade(second, 3, 4);
        trade(first, 5, 6);

        SessionReport report = run(6);

        assertThat(report.agents().get(0).trades()).isEqualTo(2);
        assertThat(report.agents().get(1).trades()).isEqualTo(1);
        assertThat(report.balanceChecks()).isEqualTo(7);
    }

    @Test
    void a_market_can_change_hands_within_a_step() throws Exception {
        trade(first, 1, 2);
        trade(second, 2, 3);

        SessionReport report = run(3);

        assertThat(report.agents().get(0).trades()).isEqualTo(1);
        assertThat(report.agents().get(1).trades()).isEqualTo(1);
    }

    @Test
    void a_held_market_is_refused_to_the_other() throws Exception {
        trade(first, 1, 3);
        trade(second, 2, 3);

        SessionReport report = run(4);

        assertThat(Stage.count(report, "rejected", "SYMBOL_CLAIMED")).isEqualTo(1);
    }

    @Test
    void leverage_that_another_agent_changed_is_set_again() throws Exception {
        first.leverage = 5;
        second.leverage = 3;
        trade(first, 1, 2);
        trade(second, 3, 4);
        trade(first, 5, 6);

        run(6);

        assertThat(leverages.get(2)).isEqualByComparingTo("3");
        assertThat(leverages.get(4)).isEqualByComparingTo("5");
    }
}
