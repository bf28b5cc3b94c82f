package dev.astrolabe.okx.standin;

import dev.astrolabe.exchange.ExchangeClient;
import dev.astrolabe.exchange.testkit.FakeClock;
import dev.astrolabe.exchange.testkit.FaultServer.Received;
import dev.astrolabe.exchange.testkit.FaultServer.Reply;
import dev.astrolabe.exchange.testkit.faults.Asked;
import dev.astrolabe.exchange.testkit.faults.Asked.Kind;
import dev.astrolabe.exchange.testkit.faults.Fault;
import dev.astrolabe.exchange.testkit.faults.FaultSetup;
import dev.astrolabe.exchange.testkit.faults.FaultyVenue;
import dev.astrolabe.exchange.transport.Sleeper;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A small OKX on which much goes wrong.
 *
 * @param opener opens the client
 * @param window for how long after its signing the venue executes an order
 * @param conditional whether algo orders are placed, which have no time of their own but the age of their signature
 */
public record OkxFaultSetup(OkxOpener opener, Duration window, boolean conditional) implements FaultSetup {

    @Override
    public FaultyVenue venue(FakeClock clock) {
        return new Venue(new OkxStandIn(clock));
    }

    @Override
    public ExchangeClient client(String url, FakeClock clock, Sleeper sleeper) {
        return opener.open(OkxOpener.signed(url).build(), clock, sleeper);
    }

    @Override
    public List<Fault.Answer> unknown() {
        return List.of(
                OkxAnswer.STATUS_503,
                OkxAnswer.PAGE_502,
                OkxAnswer.CODE_50004,
                OkxAnswer.CODE_51149,
                OkxAnswer.CODE_50026);
    }

    @Override
    public Fault.Answer unavailable() {
        return OkxAnswer.STATUS_503;
    }

    @Override
    public List<Fault.Answer> limited() {
        return List.of(OkxAnswer.STATUS_429, OkxAnswer.CODE_50011);
    }

    private record Venue(OkxStandIn standIn) implements FaultyVenue {

        @Override
        public Reply answer(Received call) {
            return standIn.answer(call);
        }

        @Override
        public void decide(Function<Asked, Fault> decision) {
            standIn.faults(call -> decision.apply(asked(call)));
        }

        private static Asked asked(Call call) {
            Kind kind = switch (call.name()) {
                case "POST trade/order", "POST trade/order-algo" -> Kind.PLACE;
                case "POST trade/batch-orders" -> Kind.PLACE_BATCH;
                case "GET trade/order", "GET trade/order-algo" -> Kind.QUERY;
                default -> call.mutation() ? Kind.CHANGE : Kind.OTHER;
            };
            return new Asked(kind, call.clientId());
        }

        @Override
        public long requests() {
            return standIn.requests();
        }

        @Override
        public long mutations() {
            return standIn.mutations();
        }

        /** Nothing is sent to prove that an order was not placed: its time is over by itself. */
        @Override
        public long proofs() {
            return 0;
        }

        @Override
        public List<Entry> book() {
            Stream<Entry> orders = standIn.orders().stream()
                    .map(order -> new Entry(order.form.clientId(), order.live.isOpen(), order.live.price()));
            Stream<Entry> algos = standIn.algos().stream().map(algo -> new Entry(algo.clientId, algo.isLive(), null));
            return Stream.concat(orders, algos).toList();
        }
    }
}
