package dev.astrolabe.simulator.aster;

import dev.astrolabe.exchange.model.OrderType;
import dev.astrolabe.simulator.venue.VenueAccount;
import dev.astrolabe.simulator.wire.Subject;
import dev.astrolabe.simulator.wire.WireRequest;
import java.util.List;
import java.util.Optional;

/** Tells what a request is about, as far as it lets itself be read. */
final class Subjects {

    private final KeyAuthentication keys;
    private final AgentAuthentication agents;

    Subjects(KeyAuthentication keys, AgentAuthentication agents) {
        this.keys = keys;
        this.agents = agents;
    }

    Subject of(WireRequest request) {
        Optional<Parameters> parameters = read(request);
        Optional<VenueAccount> account =
                AsterProtocol.isV3(request.path()) ? parameters.flatMap(agents::named) : keys.named(request);
        return new Subject(
                AsterProtocol.protocol(request.path()),
                account.map(VenueAccount::id).orElse(""),
                AsterProtocol.operation(request),
                !request.method().equals("GET"),
                request.method().equals("POST")
                        && parameters.filter(Subjects::isStop).isPresent());
    }

    private static Optional<Parameters> read(WireRequest request) {
        try {
            return Optional.of(Parameters.of(request));
        } catch (AsterError e) {
            return Optional.empty();
        }
    }

    private static boolean isStop(Parameters parameters) {
        try {
            List<Parameters> orders =
                    parameters.has("batchOrders") ? BatchCalls.elements(parameters) : List.of(parameters);
            return orders.stream()
                    .flatMap(order -> order.find("type").stream())
                    .map(Words::orderType)
                    .anyMatch(OrderType::isConditional);
        } catch (AsterError e) {
            return false;
        }
    }
}
