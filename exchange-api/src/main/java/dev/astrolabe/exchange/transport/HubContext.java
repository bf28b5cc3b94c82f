package dev.astrolabe.exchange.transport;

import java.util.concurrent.atomic.AtomicInteger;

/** What the parts of one hub share. */
record HubContext(
        SocketProtocol protocol,
        SocketOptions options,
        HubLoop loop,
        Workers workers,
        Sockets sockets,
        StreamLog log,
        AtomicInteger connections) {

    /** Numbers connections for the log. */
    int nextConnection() {
        return connections.incrementAndGet();
    }
}
