package dev.astrolabe.simulator.aster;

import dev.astrolabe.exchange.model.Balance;
import dev.astrolabe.simulator.aster.Holdings.Money;
import dev.astrolabe.simulator.aster.Holdings.Slot;
import dev.astrolabe.simulator.venue.SimulatedVenue;
import dev.astrolabe.simulator.venue.VenueAccount;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Warns once when maintenance comes near to what backs it, and again only after it has been better (docs: futures v3, "Margin Call").
 * How near is not documented; it is four fifths here.
 */
final class MarginCalls {

    private static final BigDecimal NEAR = new BigDecimal("0.8");

    private final SimulatedVenue venue;
    private final Set<String> warned = new HashSet<>();

    MarginCalls(SimulatedVenue venue) {
        this.venue = venue;
    }

    /** The warning; empty where there is none, or where it was given. */
    Optional<Map<String, Object>> of(VenueAccount account) {
        if (account.positions().isEmpty()) {
            return Optional.empty();
        }
        List<Slot> held = Holdings.slots(account, venue.markets().all()).stream()
                .filter(slot -> slot.position() != null)
                .toList();
        List<Object> rows = new ArrayList<>();
        BigDecimal crossWallet = BigDecimal.ZERO;
        for (Balance balance : account.balances()) {
            Money money = Money.of(balance, held);
            BigDecimal backing = money.crossWallet().add(money.crossUnrealized());
            List<Slot> cross = held.stream()
                    .filter(slot -> !slot.isolated())
                    .filter(slot -> Catalogue.marginAsset(slot.instrument()).equals(balance.asset()))
                    .toList();
            BigDecimal maintenance = cross.stream().map(Slot::maintenance).reduce(BigDecimal.ZERO, BigDecimal::add);
            if (isNew(account.id() + balance.asset(), maintenance, backing)) {
                crossWallet = crossWallet.add(money.crossWallet());
                cross.forEach(slot -> rows.add(row(slot)));
            }
        }
        for (Slot slot : held) {
            BigDecimal backing = slot.isolatedWallet().add(slot.unrealized());
            String key = account.id() + slot.instrument().venueSymbol() + slot.name();
            if (slot.isolated() && isNew(key, slot.maintenance(), backing)) {
                rows.add(row(slot));
            }
        }
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Object> event = Feeds.event("MARGIN_CALL", venue.now());
        if (crossWallet.signum() != 0) {
            event.put("cw", Figures.money(crossWallet));
        }
        event.put("p", rows);
        return Optional.of(event);
    }

    private boolean isNew(String key, BigDecimal maintenance, BigDecimal backing) {
        boolean near = maintenance.signum() > 0 && maintenance.compareTo(backing.multiply(NEAR)) >= 0;
        if (!near) {
            warned.remove(key);
            return false;
        }
        return warned.add(key);
    }

    private static Map<String, Object> row(Slot slot) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("s", slot.instrument().venueSymbol());
        row.put("ps", slot.name());
        row.put("pa", Figures.quantity(slot.instrument(), slot.quantity()));
        row.put("mt", slot.isolated() ? "ISOLATED" : "CROSSED");
        row.put("iw", slot.isolated() ? Figures.money(slot.isolatedWallet()) : "0");
        row.put("mp", Figures.fine(slot.instrument(), slot.mark()));
        row.put("up", Figures.money(slot.unrealized()));
        row.put("mm", Figures.money(slot.maintenance()));
        return row;
    }
}
