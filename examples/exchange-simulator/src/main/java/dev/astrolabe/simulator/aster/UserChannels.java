package dev.astrolabe.simulator.aster;

import dev.astrolabe.exchange.Account;
import dev.astrolabe.exchange.model.MarginMode;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.simulator.market.Market;
import dev.astrolabe.simulator.venue.SimulatedVenue;
import dev.astrolabe.simulator.venue.VenueAccount;
import dev.astrolabe.simulator.wire.Json;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Who listens to which account. An event is made only for accounts that someone listens to. Guarded by the venue's lock. */
final class UserChannels {

    private static final Duration BEAT = Duration.ofSeconds(1);

    /** What a symbol was set to when it was last told. */
    private record Setting(BigDecimal leverage, MarginMode margin) {}

    private record Listeners(VenueAccount account, Set<StreamSession> sessions) {}

    private final SimulatedVenue venue;
    private final ListenKeys keys;
    private final UserEvents events;
    private final SettingCalls settings;
    private final MarginCalls calls;
    private final Map<String, Listeners> byKey = new LinkedHashMap<>();
    private final Map<String, Setting> told = new HashMap<>();
    private Instant nextBeat = Instant.MIN;

    UserChannels(SimulatedVenue venue, ListenKeys keys, UserEvents events, SettingCalls settings) {
        this.venue = venue;
        this.keys = keys;
        this.events = events;
        this.settings = settings;
        this.calls = new MarginCalls(venue);
    }

    /** Whoever comes with a key that is not valid is told that it has expired: nothing will come for it. */
    void subscribe(StreamSession session, String key) {
        VenueAccount account = keys.account(key).orElse(null);
        if (account == null) {
            expired(session, "", key);
            return;
        }
        byKey.computeIfAbsent(key, any -> new Listeners(account, new LinkedHashSet<>()))
                .sessions()
                .add(session);
        venue.markets().all().forEach(market -> told.put(key(account, market), setting(account, market)));
    }

    void unsubscribe(StreamSession session, String key) {
        Listeners listeners = byKey.get(key);
        if (listeners != null) {
            listeners.sessions().remove(session);
            if (listeners.sessions().isEmpty()) {
                byKey.remove(key);
            }
        }
    }

    void push(VenueAccount account, Supplier<Map<String, Object>> event) {
        String type = "";
        String text = "";
        for (Map.Entry<String, Listeners> entry : byKey.entrySet()) {
            Listeners listeners = entry.getValue();
            if (listeners.account() != account || keys.account(entry.getKey()).isEmpty()) {
                continue;
            }
            if (text.isEmpty()) {
                Map<String, Object> made = event.get();
                type = String.valueOf(made.get("e"));
                text = Json.text(made);
            }
            for (StreamSession session : listeners.sessions()) {
                send(session, account.id(), type, entry.getKey(), text);
            }
        }
    }

    private static void send(StreamSession session, String account, String type, String key, String text) {
        session.push(account, type, session.isCombined() ? Channel.wrap(key, text) : text);
    }

    private void expired(StreamSession session, String account, String key) {
        String type = "listenKeyExpired";
        send(session, account, type, key, Json.text(Feeds.event(type, venue.now())));
    }

    /** What only time brings: expired keys, and warnings. */
    void beat() {
        Instant now = venue.now();
        if (now.isBefore(nextBeat)) {
            return;
        }
        nextBeat = now.plus(BEAT);
        for (String key : keys.expire()) {
            Listeners listeners = byKey.remove(key);
            if (listeners != null) {
                listeners
                        .sessions()
                        .forEach(session -> expired(session, listeners.account().id(), key));
            }
        }
        for (Listeners listeners : List.copyOf(byKey.values())) {
            calls.of(listeners.account()).ifPresent(call -> push(listeners.account(), () -> call));
        }
    }

    void settingsChanged(VenueAccount account, @Nullable Symbol symbol) {
        if (symbol == null) {
            push(account, () -> events.modes(settings.isMultiAssets(account), SettingCalls.isHedge(account)));
            return;
        }
        venue.market(symbol).ifPresent(market -> {
            Setting now = setting(account, market);
            Setting before = told.put(key(account, market), now);
            if (before == null || before.leverage().compareTo(now.leverage()) != 0) {
                push(account, () -> events.leverage(market, now.leverage()));
            }
            if (before != null && before.margin() != now.margin()) {
                push(account, () -> events.marginChanged(account, market, "MARGIN_TYPE_CHANGE"));
            }
        });
    }

    private static Setting setting(VenueAccount account, Market market) {
        Symbol symbol = market.instrument().symbol();
        Account of = account.client(symbol).account();
        return new Setting(of.leverage(symbol).leverage(), of.marginMode(symbol));
    }

    private static String key(VenueAccount account, Market market) {
        return account.id() + " " + market.instrument().venueSymbol();
    }
}
