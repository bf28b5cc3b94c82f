package dev.astrolabe.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.astrolabe.exchange.ExchangeClient;
import dev.astrolabe.exchange.ExchangeConfig;
import dev.astrolabe.exchange.ExchangeId;
import dev.astrolabe.exchange.Exchanges;
import dev.astrolabe.exchange.model.Fill;
import dev.astrolabe.exchange.model.Income;
import dev.astrolabe.exchange.model.Order;
import dev.astrolabe.exchange.model.OrderAck;
import dev.astrolabe.exchange.model.OrderRequest;
import dev.astrolabe.exchange.model.Side;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.simulator.market.Listings;
import dev.astrolabe.simulator.market.Market;
import dev.astrolabe.simulator.market.ScriptedMarkets;
import dev.astrolabe.simulator.venue.VenueAccount;
import dev.astrolabe.simulator.venue.VenueListener;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class ExchangeSimulatorTest {

    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final int SERVERS = 2;
    private static final Symbol BTC = Symbol.parse("BTC/USDT:USDT");

    @Test
    void a_turned_clock_moves_the_markets_beat_by_beat() {
        SimulatorClock clock = SimulatorClock.turned(START);
        List<Instant> beats = new ArrayList<>();

        try (ExchangeSimulator simulator = scripted(clock).start()) {
            simulator.venue(ExchangeId.OKX).listen(new Beats(() -> beats.add(clock.instant())));
            simulator.advance(Duration.ofMinutes(3));
        }

        assertThat(clock.instant()).isEqualTo(START.plusSeconds(180));
        assertThat(beats).contains(START.plusSeconds(60), START.plusSeconds(120), START.plusSeconds(180));
    }

    @Test
    void a_running_clock_moves_the_markets_by_itself() throws Exception {
        SimulatorClock clock = SimulatorClock.accelerated(START, 600);
        CountDownLatch beats = new CountDownLatch(3);

        try (ExchangeSimulator simulator = scripted(clock).start()) {
            simulator.venue(ExchangeId.OKX).listen(new Beats(beats::countDown));

            beats.await();
            assertThatThrownBy(() -> simulator.advance(Duration.ofSeconds(1)))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void starts_in_a_line_with_both_venues_and_the_demo_account() {
        try (ExchangeSimulator simulator = ExchangeSimulator.start(7)) {
            for (ExchangeId id : List.of(ExchangeId.ASTERDEX, ExchangeId.OKX)) {
                assertThat(simulator.venue(id).accounts())
                        .singleElement()
                        .satisfies(account -> assertThat(account.id()).isEqualTo(DemoAccount.ID));
                assertThat(simulator.venue(id).markets().all()).hasSizeGreaterThanOrEqualTo(10);
            }
            assertThatThrownBy(() -> simulator.venue(ExchangeId.PAPER)).hasMessageContaining("paper");
        }
    }

    @Test
    void the_demo_account_trades_through_every_client() {
        try (ExchangeSimulator simulator = ExchangeSimulator.start(7)) {
            List<ExchangeConfig.Builder> doors = List.of(
                    ExchangeConfig.builder("asterdex")
                            .credential("apiKey", DemoAccount.HMAC_KEY)
                            .credential("secretKey", DemoAccount.HMAC_SECRET),
                    ExchangeConfig.builder("asterdex").credential("privateKey", DemoAccount.AGENT_PRIVATE_KEY),
                    ExchangeConfig.builder("okx")
                            .option("region", "global")
                            .credential("apiKey", DemoAccount.OKX_KEY)
                            .credential("secretKey", DemoAccount.OKX_SECRET)
                            .credential("passphrase", DemoAccount.OKX_PASSPHRASE));
            for (ExchangeConfig.Builder door : doors) {
                try (ExchangeClient client = Exchanges.open(door.option("baseUrl", simulator.baseUrl())
                        .option("streamUrl", simulator.streamUrl())
                        .build())) {
                    OrderAck placed =
                            client.trading().place(OrderRequest.market(BTC, Side.BUY, new BigDecimal("0.01")));

                    assertThat(client.account().positions(BTC)).hasSize(1);
                    assertThat(simulator.journal().after(0))
                            .filteredOn(entry -> !entry.acceptance().orders().isEmpty())
                            .last()
                            .satisfies(entry -> assertThat(
                                            entry.acceptance().orders().get(0).orderId())
                                    .isEqualTo(placed.ref().orderId().orElseThrow()));
                }
            }
        }
    }

    @Test
    void accounts_tell_no_credential_in_a_text() {
        SimulatedAccount account = DemoAccount.terms();

        assertThat(account + " " + account.hmac() + " " + account.okx())
                .doesNotContain(
                        DemoAccount.HMAC_KEY,
                        DemoAccount.HMAC_SECRET,
                        DemoAccount.OKX_KEY,
                        DemoAccount.OKX_SECRET,
                        DemoAccount.OKX_PASSPHRASE);
    }

    @Test
    void a_price_told_by_hand_is_there_at_once() {
        SimulatorClock clock = SimulatorClock.turned(START);
        ScriptedMarkets markets = ScriptedMarkets.of(clock, Listings.okx(START));

        try (ExchangeSimulator simulator = ExchangeSimulator.builder()
                .clock(clock)
                .markets(ExchangeId.OKX, markets)
                .start()) {
            markets.move(BTC, new BigDecimal("50000"));
            simulator.catchUp();

            assertThat(simulator
                            .venue(ExchangeId.OKX)
                            .engine()
                            .lastTick(BTC)
                            .orElseThrow()
                            .mark()
                            .mark())
                    .isEqualByComparingTo("50000");
        }
    }

    @Test
    void nothing_is_left_after_the_end() {
        ExchangeSimulator simulator = scripted(SimulatorClock.real()).start();
        int port = URI.create(simulator.baseUrl()).getPort();
        int controlPort = URI.create(simulator.controlUrl()).getPort();

        simulator.close();
        simulator.close();

        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().startsWith("simulator-"));
        scripted(SimulatorClock.real())
                .port(port)
                .controlPort(controlPort)
                .start()
                .close();
    }

    @Test
    void a_port_in_use_leaves_nothing_behind() {
        try (ExchangeSimulator first = scripted(SimulatorClock.real()).start()) {
            int port = URI.create(first.controlUrl()).getPort();
            // A server tells its port before its acceptor has its name.
            while (threads("acceptor") < SERVERS) {
                LockSupport.parkNanos(1_000_000);
            }
            long before = threads();

            assertThatThrownBy(() ->
                            scripted(SimulatorClock.real()).controlPort(port).start())
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining(String.valueOf(port));
            assertThatThrownBy(() -> scripted(SimulatorClock.real()).port(port).start())
                    .isInstanceOf(UncheckedIOException.class);

            assertThat(threads()).isLessThanOrEqualTo(before);
        }
    }

    private static long threads() {
        return threads("timer") + threads("pacer") + threads("acceptor");
    }

    private static long threads(String purpose) {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("simulator-") && name.contains(purpose))
                .count();
    }

    private static ExchangeSimulator.Builder scripted(SimulatorClock clock) {
        return ExchangeSimulator.builder()
                .clock(clock)
                .markets(ExchangeId.OKX, ScriptedMarkets.of(clock, Listings.okx(clock.instant())));
    }

    /** Counts movements. */
    private record Beats(Runnable beat) implements VenueListener {

        @Override
        public void orderChanged(VenueAccount account, Order order) {}

        @Override
        public void triggered(VenueAccount account, Order order) {}

        @Override
        public void filled(VenueAccount account, Order order, Fill fill) {}

        @Override
        public void booked(VenueAccount account, Income income) {}

        @Override
        public void settingsChanged(VenueAccount account, @Nullable Symbol symbol) {}

        @Override
        public void moved(List<Market> markets) {
            beat.run();
        }
    }
}
