package dev.astrolabe.simulator.okx;

import dev.astrolabe.simulator.market.Market;
import dev.astrolabe.simulator.venue.SimulatedVenue;
import dev.astrolabe.simulator.wire.SocketListener;
import dev.astrolabe.simulator.wire.WireSocket;
import java.util.List;

/** The sockets. */
final class Sockets {

    Sockets(
            SimulatedVenue venue,
            Authentication authentication,
            RateLimits limits,
            PublicChannels publicChannels,
            PrivateChannels privateChannels,
            SocketOrders orders) {}

    SocketListener open(WireSocket socket) {
        socket.close(4006, "Abnormal disconnection");
        return new SocketListener() {
            @Override
            public void text(String message) {}

            @Override
            public void closed() {}
        };
    }

    void settingsChanged(OkxUser user) {}

    void moved(List<Market> markets) {}
}
