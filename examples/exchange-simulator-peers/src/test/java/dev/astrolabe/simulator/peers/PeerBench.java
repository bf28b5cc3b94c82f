package dev.astrolabe.simulator.peers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.astrolabe.exchange.ExchangeClient;
import dev.astrolabe.exchange.error.RateLimitedException;
import dev.astrolabe.exchange.model.Position;
import dev.astrolabe.simulator.ExchangeSimulator;
import dev.astrolabe.simulator.SimulatedAccount;
import dev.astrolabe.simulator.SimulatorClock;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A simulator whose clock is turned by hand, and a process of ccxt's. Peers sign with the machine's time, so the clock is turned to
 * that before each call; from then on the markets stand still until the next one.
 */
final class PeerBench implements AutoCloseable {

    /** The id of an account without money. */
    static final String POOR = "poor";

    /** The ids of accounts with money, one for each group of tests. */
    static final List<String> FUNDED = List.of("reader", "trader", "settings", "history", "streams", "xchange");

    static final BigDecimal DEPOSIT = new BigDecimal("100000");

    private static final Duration FUNDING_INTERVAL = Duration.ofHours(8);
    private static final Duration BEFORE_FUNDING = Duration.ofMinutes(1);
    // A venue refuses what was signed more than a second ahead of its clock.
    private static final Duration PACE = Duration.ofMillis(500);
    private static final Duration LONGEST_CALL = Duration.ofSeconds(60);

    private final PeerVenue venue;
    private final ExchangeSimulator simulator;
    private @Nullable CcxtProcess ccxt;

    private PeerBench(PeerVenue venue, Instant start) {
        this.venue = venue;
        ExchangeSimulator.Builder builder = ExchangeSimulator.builder()
                .clock(SimulatorClock.turned(start))
                .markets(venue.exchange(), venue.markets(start));
        FUNDED.forEach(id -> builder.account(account(id, DEPOSIT)));
        builder.account(account(POOR, BigDecimal.ONE));
        simulator = builder.start();
    }

    /** Starts at the machine's time. */
    static PeerBench start(PeerVenue venue) {
        return new PeerBench(venue, Instant.now());
    }

    /** Starts a little before funding was last due. */
    static PeerBench startBeforeFunding(PeerVenue venue) {
        long now = Instant.now().getEpochSecond();
        return new PeerBench(
                venue,
                Instant.ofEpochSecond(now - now % FUNDING_INTERVAL.toSeconds()).minus(BEFORE_FUNDING));
    }

    private SimulatedAccount account(String id, BigDecimal deposit) {
        SimulatedAccount.Builder account = SimulatedAccount.builder(id).deposit("USDT", deposit);
        venue.addKeys(account, id);
        return account.build();
    }

    PeerVenue venue() {
        return venue;
    }

    ExchangeSimulator simulator() {
        return simulator;
    }

    /** Our own client of an account, to be closed by the caller. */
    ExchangeClient sdk(String id) {
        pace();
        return venue.sdk(simulator, id);
    }

    /** ccxt with an account's keys. */
    Ccxt ccxt(String id) {
        return ccxt(id, venue.config(simulator, id));
    }

    /** ccxt with any settings; the name is that of no other. */
    Ccxt ccxt(String name, ObjectNode config) {
        await(process().open(venue.ccxt(), name, config));
        return new Ccxt(this, name);
    }

    CcxtProcess process() {
        if (ccxt == null) {
            ccxt = CcxtProcess.start();
        }
        return ccxt;
    }

    /** Turns the clock to the machine's time. */
    void pace() {
        Duration behind = Duration.between(simulator.clock().instant(), Instant.now());
        if (!behind.isNegative()) {
            simulator.advance(behind);
        }
    }

    /** Does what the venue's limits may refuse for a while, until they let it. */
    <T> T patiently(Supplier<T> call) {
        while (true) {
            try {
                return call.get();
            } catch (RateLimitedException e) {
                while (Instant.now().isBefore(e.retryAt())) {
                    Thread.onSpinWait();
                }
                pace();
            }
        }
    }

    /** Closes what an account holds. */
    void closePositions(ExchangeClient sdk) {
        pace();
        for (Position position : patiently(() -> sdk.account().positions())) {
            patiently(() -> sdk.trading().closePosition(position.symbol(), position.side()));
        }
    }

    /** Waits for an answer, and keeps pace where ccxt holds a call back to spare the venue's limits. */
    JsonNode await(CompletableFuture<JsonNode> answer) {
        long end = System.nanoTime() + LONGEST_CALL.toNanos();
        while (true) {
            try {
                return answer.get(PACE.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                if (System.nanoTime() > end) {
                    throw new CompletionException("ccxt did not answer within " + LONGEST_CALL, e);
                }
                pace();
            } catch (ExecutionException e) {
                throw e.getCause() instanceof CcxtError error ? error : new CompletionException(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CompletionException(e);
            }
        }
    }

    @Override
    public void close() {
        if (ccxt != null) {
            ccxt.close();
        }
        simulator.close();
    }
}
