package dev.astrolabe.exchange.transport;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Whom a connection serves. Hub thread only. */
interface ConnectionOwner {
    boolean wants(String channel);

    /** The next channels to ask for together, of those that are wanted and not on the wire. */
    List<String> missing(Set<String> onWire, Instant now);

    /** The venue may deliver the channels from now on. */
    void asked(Connection connection, Collection<String> channels);

    /** The venue may deliver what the address itself subscribes from now on. */
    void opening(Connection connection);

    void confirmed(Connection connection, Collection<String> channels);

    void refused(Connection connection, Collection<String> channels);

    void data(Connection connection, Inbound.Data data, Instant received);

    /** The venue will end it soon. */
    void leaving(Connection connection, String why);

    /** It is over; {@code expired} where only a new address helps. */
    void ended(Connection connection, String why, boolean expired);
}
