package dev.astrolabe.simulator.aster;

import static dev.astrolabe.simulator.aster.Security.USER_STREAM;

import dev.astrolabe.simulator.venue.SimulatedVenue;
import dev.astrolabe.simulator.venue.VenueAccount;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keys of user streams, each valid for an hour from its last renewal (docs: futures v3, "User Data Streams"). */
final class ListenKeys {

    private static final Duration VALIDITY = Duration.ofMinutes(60);
    private static final int BITS = 320;

    private record Key(VenueAccount account, Instant until) {}

    private final SimulatedVenue venue;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Key> keys = new HashMap<>();

    ListenKeys(SimulatedVenue venue) {
        this.venue = venue;
    }

    void register(Routes routes) {
        routes.add("POST", "listenKey", USER_STREAM, 1, call -> Map.of("listenKey", start(call.account())));
        routes.add("PUT", "listenKey", USER_STREAM, 1, call -> {
            renew(call.account());
            return Map.of();
        });
        routes.add("DELETE", "listenKey", USER_STREAM, 1, call -> {
            keys.values().removeIf(key -> key.account() == call.account());
            return Map.of();
        });
    }

    /** The account's active key, extended, or a new one. */
    private String start(VenueAccount account) {
        String key = activeKey(account).orElseGet(() -> new BigInteger(BITS, random).toString(36));
        keys.put(key, new Key(account, venue.now().plus(VALIDITY)));
        return key;
    }

    private void renew(VenueAccount account) {
        String key = activeKey(account).orElseThrow(ErrorCode.INVALID_LISTEN_KEY::with);
        keys.put(key, new Key(account, venue.now().plus(VALIDITY)));
    }

    private Optional<String> activeKey(VenueAccount account) {
        return keys.entrySet().stream()
                .filter(entry -> entry.getValue().account() == account)
                .filter(entry -> isActive(entry.getValue()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private boolean isActive(Key key) {
        return venue.now().isBefore(key.until());
    }

    /** Whose key it is; empty for one that was never given out, closed or expired. */
    Optional<VenueAccount> account(String key) {
        return Optional.ofNullable(keys.get(key)).filter(this::isActive).map(Key::account);
    }

    /** Forgets the keys that have expired, and names them. */
    List<String> expire() {
        List<String> expired = new ArrayList<>();
        keys.forEach((name, key) -> {
            if (!isActive(key)) {
                expired.add(name);
            }
        });
        expired.forEach(keys::remove);
        return expired;
    }
}
