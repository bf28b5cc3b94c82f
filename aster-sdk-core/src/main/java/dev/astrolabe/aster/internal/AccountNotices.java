package dev.astrolabe.aster.internal;

import dev.astrolabe.aster.internal.UserPayloads.LeverageUpdate;
import dev.astrolabe.aster.internal.UserPayloads.MarginCallEvent;
import dev.astrolabe.aster.internal.UserPayloads.MarginCallRow;
import dev.astrolabe.aster.internal.UserPayloads.ModesUpdate;
import dev.astrolabe.aster.internal.UserPayloads.SettingsEvent;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.stream.UserEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Events that the neutral model tells in words: changed settings and margin calls. */
final class AccountNotices {

    private final Function<String, Optional<Instrument>> instruments;

    AccountNotices(Function<String, Optional<Instrument>> instruments) {
        this.instruments = instruments;
    }

    /** One event is of two shapes: the leverage of an instrument, or modes of the account. */
    List<UserEvent> settings(SettingsEvent event) {
        Instant time = Instant.ofEpochMilli(event.T());
        List<UserEvent> events = new ArrayList<>();
        LeverageUpdate leverage = event.ac();
        if (leverage != null) {
            String what = "leverage of " + name(leverage.s()) + " is " + leverage.l();
            events.add(new UserEvent.SettingsChanged(what, time));
        }
        ModesUpdate modes = event.ai();
        if (modes != null) {
            events.add(new UserEvent.SettingsChanged(text(modes), time));
        }
        return events;
    }

    private static String text(ModesUpdate update) {
        List<String> modes = new ArrayList<>();
        add(modes, "multi-assets margin", update.j());
        add(modes, "fee deduction", update.f());
        add(modes, "hedge mode", update.d());
        return modes.isEmpty() ? "modes of the account" : String.join(", ", modes);
    }

    private static void add(List<String> modes, String name, @Nullable Boolean on) {
        if (on != null) {
            modes.add(name + (on ? " is on" : " is off"));
        }
    }

    UserEvent marginCall(MarginCallEvent event) {
        String positions = event.p().stream().map(this::text).collect(Collectors.joining("; "));
        String wallet = event.cw() == null ? "" : "; cross wallet " + event.cw().toPlainString();
        return new UserEvent.MarginCall(positions + wallet, Instant.ofEpochMilli(event.E()));
    }

    /** Quantities and prices are the venue's own, as are its words. */
    private String text(MarginCallRow row) {
        StringBuilder text = new StringBuilder(name(row.s()));
        append(text, " ", row.mt());
        append(text, " ", row.ps());
        text.append(' ').append(row.pa().toPlainString());
        append(text, " at mark price ", row.mp());
        append(text, ", unrealized profit ", row.up());
        append(text, ", maintenance margin ", row.mm());
        append(text, ", isolated wallet ", row.iw());
        return text.toString();
    }

    private static void append(StringBuilder text, String before, @Nullable Object value) {
        if (value != null) {
            text.append(before).append(value instanceof BigDecimal number ? number.toPlainString() : value);
        }
    }

    private String name(String venueSymbol) {
        return instruments
                .apply(venueSymbol)
                .map(instrument -> instrument.symbol().toString())
                .orElse(venueSymbol);
    }
}
