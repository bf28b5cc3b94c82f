package dev.astrolabe.aster.web3;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One client's share in what all users of a key in this JVM have in common: its nonces and its calls on their way. The venue
 * counts nonces by key, so two clients of one key with counters of their own would void each other's requests; only a place
 * that both of them see can prevent that. This one static table is that place. It holds a key's address, never the key, and
 * only while some client of it is open. Other processes are beyond it: give each process a key of its own.
 */
final class KeyUse implements AutoCloseable {

    private static final ConcurrentMap<String, Shared> IN_USE = new ConcurrentHashMap<>();

    private final String address;
    private final Shared shared;
    private final AtomicBoolean open = new AtomicBoolean(true);

    /** The counter of its users changes only inside the table's own locks. */
    private static final class Shared {
        final NonceGenerator nonces = new NonceGenerator();
        final CallsInFlight calls = new CallsInFlight();
        int users;
    }

    private KeyUse(String address, Shared shared) {
        this.address = address;
        this.shared = shared;
    }

    /** Begins to use the key of an address in its checksummed form. */
    static KeyUse of(String address) {
        Shared shared = IN_USE.compute(address, (key, present) -> {
            Shared joined = present == null ? new Shared() : present;
            joined.users++;
            return joined;
        });
        return new KeyUse(address, shared);
    }

    NonceGenerator nonces() {
        return shared.nonces;
    }

    CallsInFlight calls() {
        return shared.calls;
    }

    /** Ends the use; with the last one the counters go. A second call does nothing. */
    @Override
    public void close() {
        if (open.getAndSet(false)) {
            IN_USE.computeIfPresent(address, (key, present) -> --present.users == 0 ? null : present);
        }
    }

    /** Whether anybody uses the key of an address. */
    static boolean isInUse(String address) {
        return IN_USE.containsKey(address);
    }
}
