package dev.astrolabe.exchange.transport;

import java.time.Instant;

/** What the parts of one hub share. What it counts belongs to the hub's thread. */
final class HubContext {

    private final SocketProtocol protocol;
    private final SocketOptions options;
    private final HubLoop loop;
    private final Workers workers;
    private final Sockets sockets;
    private final StreamLog log;
    private int connections;
    private Instant nextBegin = Instant.MIN;

    HubContext(
            SocketProtocol protocol,
            SocketOptions options,
            HubLoop loop,
            Workers workers,
            Sockets sockets,
            StreamLog log) {
        this.protocol = protocol;
        this.options = options;
        this.loop = loop;
        this.workers = workers;
        this.sockets = sockets;
        this.log = log;
    }

    SocketProtocol protocol() {
        return protocol;
    }

    SocketOptions options() {
        return options;
    }

    HubLoop loop() {
        return loop;
    }

    Workers workers() {
        return workers;
    }

    Sockets sockets() {
        return sockets;
    }

    StreamLog log() {
        return log;
    }

    /** Numbers connections for the log. */
    int nextConnection() {
        return ++connections;
    }

    /** When a connection that is wanted now may begin. */
    Instant nextBegin(Instant now) {
        Instant begin = nextBegin.isAfter(now) ? nextBegin : now;
        nextBegin = begin.plus(options.connectPause());
        return begin;
    }
}
