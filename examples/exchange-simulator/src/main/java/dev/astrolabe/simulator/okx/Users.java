package dev.astrolabe.simulator.okx;

import dev.astrolabe.simulator.venue.SimulatedVenue;
import dev.astrolabe.simulator.venue.VenueAccount;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The accounts that have a key of this venue. Guarded by the venue's lock. */
final class Users {

    private final SimulatedVenue venue;
    private final Map<String, OkxUser> byAccount = new LinkedHashMap<>();

    Users(SimulatedVenue venue) {
        this.venue = venue;
    }

    /** The user behind an account; empty where it has no key of this venue. */
    Optional<OkxUser> of(VenueAccount account) {
        return account.terms()
                .okx()
                .map(key ->
                        byAccount.computeIfAbsent(account.id(), any -> new OkxUser(account, key, byAccount.size())));
    }

    /** The user of a key; accounts that were opened since are found too. */
    Optional<OkxUser> ofKey(String key) {
        return venue.accounts().stream()
                .filter(account -> account.terms()
                        .okx()
                        .filter(okx -> okx.key().equals(key))
                        .isPresent())
                .findFirst()
                .flatMap(this::of);
    }

    Collection<OkxUser> all() {
        return List.copyOf(byAccount.values());
    }
}
