package dev.astrolabe.exchange.transport;

import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Publishes numbers from 1 on to channels, about every millisecond, until it is stopped. */
final class Ticker {

    private static final long PAUSE_NANOS = 1_000_000;

    private final Thread thread;
    private volatile boolean stopped;
    private volatile int last;

    Ticker(StreamServer server, List<String> channels) {
        thread = new Thread(() -> run(server, channels), "ticker");
        thread.setDaemon(true);
        thread.start();
    }

    private void run(StreamServer server, List<String> channels) {
        while (!stopped) {
            int number = last + 1;
            channels.forEach(channel -> server.publish(channel, Integer.toString(number)));
            last = number;
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    /** The last number. */
    int stop() throws InterruptedException {
        stopped = true;
        thread.join();
        return last;
    }
}
