package dev.astrolabe.aster.standin;

import dev.astrolabe.exchange.ExchangeClient;
import dev.astrolabe.exchange.testkit.FakeClock;
import dev.astrolabe.exchange.testkit.FaultServer.Received;
import dev.astrolabe.exchange.testkit.FaultServer.Reply;
import dev.astrolabe.exchange.testkit.faults.Asked;
import dev.astrolabe.exchange.testkit.faults.Asked.Kind;
import dev.astrolabe.exchange.testkit.faults.Fault;
import dev.astrolabe.exchange.testkit.faults.FaultContract;
import dev.astrolabe.exchange.testkit.faults.FaultSetup;
import dev.astrolabe.exchange.testkit.faults.FaultyVenue;
import dev.astrolabe.exchange.transport.Sleeper;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** The fault contract on one version of AsterDex. */
public abstract class AsterFaultContract extends FaultContract {

    /**
     * Programs on one version.
     *
     * @param versions the version, once for each window that its venue may have; taken in turn
     * @param clientWindow for how long the client believes that the venue executes a request
     */
    protected AsterFaultContract(List<ApiVersion> versions, Duration clientWindow) {
        super(versions.stream().map(Setup::new).toList(), clientWindow);
    }

    private record Setup(ApiVersion version) implements FaultSetup {

        @Override
        public FaultyVenue venue(FakeClock clock) {
            return new Venue(new StandIn(version, clock));
        }

        @Override
        public ExchangeClient client(String url, FakeClock clock, Sleeper sleeper) {
            return version.open(version.signed(url).build(), clock, sleeper);
        }

        @Override
        public Duration window() {
            return version.window();
        }

        @Override
        public List<Fault.Answer> unknown() {
            return List.of(AsterAnswer.STATUS_503, AsterAnswer.CODE_1006, AsterAnswer.CODE_1007);
        }

        @Override
        public Fault.Answer unavailable() {
            return AsterAnswer.STATUS_503;
        }

        @Override
        public List<Fault.Answer> limited() {
            return List.of(AsterAnswer.STATUS_429);
        }
    }

    private record Venue(StandIn standIn) implements FaultyVenue {

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
                case "POST noop" -> Kind.PROOF;
                case "POST order" -> Kind.PLACE;
                case "POST batchOrders" -> Kind.PLACE_BATCH;
                case "GET order" -> Kind.QUERY;
                default -> call.mutation() ? Kind.CHANGE : Kind.OTHER;
            };
            return new Asked(kind, call.params().getOrDefault("newClientOrderId", ""));
        }

        @Override
        public long requests() {
            return standIn.requests();
        }

        @Override
        public long mutations() {
            return standIn.mutations();
        }

        @Override
        public long proofs() {
            return standIn.calls("POST noop");
        }

        @Override
        public List<Entry> book() {
            return standIn.orders().stream()
                    .map(order -> new Entry(order.clientId, order.open(), price(order)))
                    .toList();
        }

        private static BigDecimal price(StandInOrder order) {
            return order.price;
        }
    }
}
