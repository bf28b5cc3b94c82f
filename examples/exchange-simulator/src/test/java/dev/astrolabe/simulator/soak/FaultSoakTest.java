package dev.astrolabe.simulator.soak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrolabe.exchange.ExchangeClient;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.simulator.ExchangeSimulator;
import dev.astrolabe.simulator.SimulatorClock;
import dev.astrolabe.simulator.contract.Wire;
import dev.astrolabe.simulator.fault.FaultKind;
import dev.astrolabe.simulator.fault.FaultRule;
import dev.astrolabe.simulator.fault.Faults;
import dev.astrolabe.simulator.market.Listings;
import dev.astrolabe.simulator.market.ScriptedMarkets;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Orders over the wire while requests are dropped, delayed, refused and answered with nothing certain: none is lost, none is placed
 * twice, and every unknown outcome is resolved. {@code -Psoak} sends 10,000.
 */
@Timeout(1_800)
class FaultSoakTest {

    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final int ORDERS = Integer.getInteger("soak.orders", 300);
    private static final long SEED = Long.getLong("soak.seed", 20_260_301L);
    private static final String ACCOUNT = "main";

    @ParameterizedTest
    @EnumSource(Wire.class)
    void loses_no_order_and_places_none_twice(Wire wire) {
        long began = System.nanoTime();
        SimulatorClock clock = SimulatorClock.turned(START);
        ScriptedMarkets markets =
                ScriptedMarkets.of(clock, listed(wire), Map.of(CarefulCaller.BTC, new BigDecimal("50000")));

        try (ExchangeSimulator simulator = ExchangeSimulator.builder()
                        .seed(SEED)
                        .clock(clock)
                        .markets(wire.exchange(), markets)
                        .account(wire.account(ACCOUNT, "USDT", new BigDecimal("10000000")))
                        .start();
                ExchangeClient client = wire.open(simulator, ACCOUNT, clock, simulator::advance)) {
            goWrong(simulator.faults());
            CarefulCaller caller = new CarefulCaller(client, clock, simulator::advance, SEED);

            caller.trade(ORDERS / Wire.values().length);
            simulator.advance(Duration.ofMinutes(5));

            Witness witness = new Witness(simulator);
            System.out.println(wire.protocol() + ": " + caller.verdicts().size() + " orders, " + witness.orders()
                    + " placed, " + caller.unknown() + " unknown and resolved, " + caller.refused() + " refused, "
                    + (System.nanoTime() - began) / 1_000_000 + " ms; accepted under faults " + witness.faults()
                    + "; met "
                    + simulator.faults().rules().stream()
                            .map(rule -> rule.rule().kind() + " " + rule.met())
                            .toList());
            assertThat(witness.contradictions(caller.verdicts())).isEmpty();
            assertThat(caller.unknown()).isGreaterThan(caller.verdicts().size() / 10);
            assertThat(witness.faults()).containsKeys("DROP_AFTER", "UNAVAILABLE_AFTER");
        }
    }

    private static List<Instrument> listed(Wire wire) {
        return (wire == Wire.OKX_V5 ? Listings.okx() : Listings.aster())
                .stream()
                        .filter(listed -> listed.symbol().equals(CarefulCaller.BTC))
                        .toList();
    }

    /** Most of what can happen to a change, and now and then a read fails. */
    private static void goWrong(Faults faults) {
        FaultRule late = FaultRule.of(FaultKind.LATE).onChanges().withProbability(0.02);
        List.of(
                        FaultRule.of(FaultKind.DROP_BEFORE).onChanges().withProbability(0.06),
                        FaultRule.of(FaultKind.DROP_AFTER).onChanges().withProbability(0.08),
                        FaultRule.of(FaultKind.UNAVAILABLE_AFTER).onChanges().withProbability(0.08),
                        late.lasting(Duration.ofMillis(300)),
                        late.lasting(Duration.ofSeconds(3)),
                        late.lasting(Duration.ofSeconds(9)),
                        late.lasting(Duration.ofSeconds(70)),
                        FaultRule.of(FaultKind.RATE_LIMITED)
                                .withProbability(0.005)
                                .lasting(Duration.ofSeconds(1)),
                        FaultRule.of(FaultKind.BANNED).withProbability(0.002).lasting(Duration.ofSeconds(3)),
                        FaultRule.of(FaultKind.MAINTENANCE)
                                .withProbability(0.005)
                                .lasting(Duration.ofSeconds(2)),
                        FaultRule.of(FaultKind.STOP_REJECTED).withProbability(0.05),
                        FaultRule.of(FaultKind.DROP_BEFORE).withProbability(0.02))
                .forEach(faults::add);
    }
}
