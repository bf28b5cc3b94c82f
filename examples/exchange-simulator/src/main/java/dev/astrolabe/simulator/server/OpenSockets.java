package dev.astrolabe.simulator.server;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The sockets of a server that are open. Safe for any thread. */
final class OpenSockets {

    private static final Logger LOG = LoggerFactory.getLogger(OpenSockets.class);

    private final Set<JettySocket> sockets = ConcurrentHashMap.newKeySet();
    private final Executor executor;

    OpenSockets(Executor executor) {
        this.executor = executor;
    }

    void joined(JettySocket socket) {
        sockets.add(socket);
    }

    /** Takes a socket off, and tells of it on another thread: it may end in the middle of its protocol's own sending. */
    void left(JettySocket socket, Runnable news) {
        sockets.remove(socket);
        try {
            executor.execute(news);
        } catch (RejectedExecutionException e) {
            LOG.debug("the server stops", e);
        }
    }

    /** Ends connections; returns how many. */
    int drop(Predicate<JettySocket> which) {
        int count = 0;
        for (JettySocket socket : sockets) {
            if (which.test(socket)) {
                socket.drop();
                count++;
            }
        }
        return count;
    }
}
