package dev.astrolabe.simulator.aster;

import dev.astrolabe.exchange.model.OrderType;
import dev.astrolabe.simulator.venue.SimulatedVenue;
import dev.astrolabe.simulator.venue.VenueAccount;
import dev.astrolabe.simulator.wire.Subject;
import dev.astrolabe.simulator.wire.WireRequest;
import java.util.List;
import java.util.Optional;

/** Tells what a request is about, as far as it lets itself be read. */
final class Subjects {

    private final SimulatedVenue venue;
    private final KeyAuthentication keys;
    private final AgentAuthentication agents;
    private final ListenKeys listenKeys;

    Subjects(SimulatedVenue venue, KeyAuthentication keys, AgentAuthentication agents, ListenKeys listenKeys) {
        this.venue = venue;
        this.listenKeys = listenKeys;
        this.keys = keys;
        this.agents = agents;
    }

    /** Sockets belong to no version: v1 and v3 have the same streams. */
    private static final String SOCKETS = "aster-ws";

    Subject of(WireRequest request) {
        String path = request.path();
        if (path.equals("/stream") || path.equals("/ws") || path.startsWith("/ws/")) {
            String key = path.startsWith("/ws/") ? path.substring("/ws/".length()) : "";
            String account = venue.call(
                    () -> listenKeys.account(key).map(VenueAccount::id).orElse(""));
            return new Subject(SOCKETS, account, "GET " + (account.isEmpty() ? path : "/ws/<listenKey>"), false, false);
        }
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
