package dev.astrolabe.simulator.aster;

import dev.astrolabe.exchange.model.Fill;
import dev.astrolabe.exchange.model.Income;
import dev.astrolabe.exchange.model.Order;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.simulator.market.Market;
import dev.astrolabe.simulator.venue.SimulatedVenue;
import dev.astrolabe.simulator.venue.VenueAccount;
import dev.astrolabe.simulator.venue.VenueListener;
import dev.astrolabe.simulator.wire.SocketListener;
import dev.astrolabe.simulator.wire.WireSocket;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens at the venue, on its way to sockets. Called under the venue's lock. */
final class Streams implements VenueListener {

    private final NativeOrders natives;

    Streams(SimulatedVenue venue, NativeOrders natives, ListenKeys keys) {
        this.natives = natives;
    }

    SocketListener open(WireSocket socket) {
        return new SocketListener() {
            @Override
            public void text(String message) {}

            @Override
            public void closed() {}
        };
    }

    @Override
    public void orderChanged(VenueAccount account, Order order) {
        natives.seen(account, order);
    }

    @Override
    public void triggered(VenueAccount account, Order order) {
        natives.seen(account, order);
    }

    @Override
    public void filled(VenueAccount account, Order order, Fill fill) {
        natives.seen(account, order);
    }

    @Override
    public void booked(VenueAccount account, Income income) {}

    @Override
    public void settingsChanged(VenueAccount account, @Nullable Symbol symbol) {}

    @Override
    public void moved(List<Market> markets) {}
}
