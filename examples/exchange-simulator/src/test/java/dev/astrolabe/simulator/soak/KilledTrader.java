package dev.astrolabe.simulator.soak;

import dev.astrolabe.exchange.ExchangeClient;
import dev.astrolabe.exchange.error.ExchangeException;
import dev.astrolabe.exchange.error.OutcomeUnknownException;
import dev.astrolabe.exchange.error.RejectedException;
import dev.astrolabe.exchange.model.OrderRef;
import dev.astrolabe.exchange.model.OrderRequest;
import dev.astrolabe.exchange.model.OrderResolution;
import dev.astrolabe.exchange.model.Side;
import dev.astrolabe.exchange.transport.Sleeper;
import dev.astrolabe.simulator.contract.Wire;
import dev.astrolabe.simulator.soak.CarefulCaller.Verdict;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * A program that is killed: it writes each order down before it sends it; started again, it first finds out what became of those that
 * were open. It ends by itself only once it has sent as many orders as it was told.
 */
final class KilledTrader {

    private static final BigDecimal SIZE = new BigDecimal("0.01");
    private static final int PATIENCE = 50;

    private final ExchangeClient client;
    private final Clock clock;
    private final Sleeper sleeper;
    private final Intents intents;

    private KilledTrader(ExchangeClient client, Clock clock, Sleeper sleeper, Intents intents) {
        this.client = client;
        this.clock = clock;
        this.sleeper = sleeper;
        this.intents = intents;
    }

    /**
     * Runs it.
     *
     * @param args the wire, its two addresses, the account, when the clock began on the machine and at the venue, its speed, the
     *     file, and how many orders it sends in all
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        FastClock clock = new FastClock(Instant.parse(args[4]), Instant.parse(args[5]), Integer.parseInt(args[6]));
        try (Intents intents = new Intents(Path.of(args[7]));
                ExchangeClient client = Wire.valueOf(args[0]).open(args[1], args[2], args[3], clock, clock.sleeper())) {
            KilledTrader trader = new KilledTrader(client, clock, clock.sleeper(), intents);
            client.instruments().all();
            System.out.println("ready");
            trader.settleOpen();
            trader.trade(Integer.parseInt(args[8]));
        }
    }

    private void settleOpen() throws IOException, InterruptedException {
        for (Map.Entry<String, Instant> open : intents.open().entrySet()) {
            intents.settled(open.getKey(), resolved(open.getKey(), open.getValue()));
        }
    }

    private void trade(int orders) throws IOException, InterruptedException {
        while (intents.sent().size() < orders) {
            int number = intents.sent().size() + 1;
            String id = "k" + number;
            OrderRequest order =
                    OrderRequest.market(CarefulCaller.BTC, number % 2 == 0 ? Side.SELL : Side.BUY, SIZE).toBuilder()
                            .clientOrderId(id)
                            .build();
            intents.sending(id, clock.instant());
            intents.settled(id, placed(order, id));
        }
    }

    private Verdict placed(OrderRequest order, String id) throws InterruptedException {
        try {
            client.trading().place(order);
            return Verdict.PLACED;
        } catch (RejectedException refusal) {
            return Verdict.NOT_PLACED;
        } catch (OutcomeUnknownException unknown) {
            return resolved(id, unknown.sentAt());
        }
    }

    private Verdict resolved(String id, Instant sentAt) throws InterruptedException {
        OrderRef ref = OrderRef.ofClientOrderId(CarefulCaller.BTC, id);
        ExchangeException last = null;
        for (int i = 0; i < PATIENCE; i++) {
            try {
                return client.trading().resolve(ref, sentAt) instanceof OrderResolution.Placed
                        ? Verdict.PLACED
                        : Verdict.NOT_PLACED;
            } catch (ExchangeException stillUnknown) {
                last = stillUnknown;
                sleeper.sleep(Duration.ofSeconds(1));
            }
        }
        throw new IllegalStateException(id + " was not resolved", last);
    }
}
