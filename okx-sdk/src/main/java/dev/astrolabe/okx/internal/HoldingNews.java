package dev.astrolabe.okx.internal;

import dev.astrolabe.exchange.model.Balance;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.MarginMode;
import dev.astrolabe.exchange.model.Position;
import dev.astrolabe.exchange.model.PositionMode;
import dev.astrolabe.exchange.model.PositionSide;
import dev.astrolabe.exchange.stream.UserEvent;
import dev.astrolabe.okx.model.OkxCurrencyBalance;
import dev.astrolabe.okx.model.OkxPosition;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What of pushes and readings is news of positions and balances: prices, profit and an isolated margin, which contains it, move all
 * the time and make none. A row that is older than what is known of its place is left out, since a new connection begins with how
 * things stood. Not safe for use by several threads.
 */
final class HoldingNews {

    /** A place for a position: an instrument can have a cross and an isolated one, and in hedge mode one a side of each. */
    private record Slot(
            String instId, MarginMode mode, @Nullable PositionSide side) {
        static Slot of(Position position) {
            return new Slot(
                    position.venueSymbol(),
                    position.marginMode(),
                    position.mode() == PositionMode.HEDGE ? position.side() : null);
        }

        static Slot of(OkxPosition row) {
            return new Slot(
                    row.instId(),
                    AccountMapper.marginMode(row.marginMode()),
                    OrderWords.positionSide(Optional.of(row.positionSide())));
        }
    }

    /** A row and what it is about. */
    record Held(OkxPosition row, Instrument instrument) {}

    private final Map<Slot, Position> positions = new LinkedHashMap<>();
    private final Map<Slot, Instant> heard = new HashMap<>();
    private final Map<String, Balance> balances = new LinkedHashMap<>();
    private final Map<String, Instant> balanceTimes = new HashMap<>();

    /** Notes how things stand, without them being told. */
    void begin(Collection<Position> heldNow, Collection<Balance> balancesNow) {
        positions.clear();
        balances.clear();
        heldNow.forEach(position -> positions.put(Slot.of(position), noted(position)));
        balancesNow.forEach(balance -> balances.put(balance.asset(), balance));
    }

    private Position noted(Position position) {
        position.updatedAt().ifPresent(time -> heard.merge(Slot.of(position), time, HoldingNews::later));
        return position;
    }

    private static Instant later(Instant first, Instant second) {
        return first.isAfter(second) ? first : second;
    }

    /** All positions as the venue showed them at a time. */
    void snapshot(List<Held> rows, Optional<Instant> shown, Consumer<? super UserEvent> out) {
        Set<Slot> present = new HashSet<>();
        for (Held held : rows) {
            present.add(Slot.of(held.row()));
            tell(held, shown.orElse(Instant.EPOCH), out);
        }
        shown.ifPresent(time -> List.copyOf(positions.keySet()).stream()
                .filter(slot -> !present.contains(slot)
                        && heard.getOrDefault(slot, Instant.MIN).isBefore(time))
                .forEach(slot -> close(slot, time, out)));
    }

    /** One position as it stands now; a flat one is closed. */
    void tell(Held held, Instant otherwise, Consumer<? super UserEvent> out) {
        Slot slot = Slot.of(held.row());
        Instant time = held.row().updatedAt().orElse(otherwise);
        if (time.isBefore(heard.getOrDefault(slot, Instant.MIN))) {
            return;
        }
        heard.put(slot, time);
        if (held.row().contracts().signum() == 0) {
            close(slot, time, out);
            return;
        }
        Position now = AccountMapper.position(held.row(), held.instrument());
        Position before = positions.put(slot, now);
        if (before == null || differ(before, now)) {
            out.accept(new UserEvent.PositionChanged(now, time));
        }
    }

    private void close(Slot slot, Instant time, Consumer<? super UserEvent> out) {
        Position closed = positions.remove(slot);
        if (closed != null) {
            out.accept(new UserEvent.PositionClosed(closed.symbol(), slot.side(), time));
        }
    }

    private static boolean differ(Position before, Position now) {
        return before.signedQuantity().compareTo(now.signedQuantity()) != 0
                || before.entryPrice().compareTo(now.entryPrice()) != 0
                || !before.leverage()
                        .map(BigDecimal::stripTrailingZeros)
                        .equals(now.leverage().map(BigDecimal::stripTrailingZeros));
    }

    void tell(OkxCurrencyBalance row, Instant otherwise, Consumer<? super UserEvent> out) {
        Instant time = row.updatedAt().orElse(otherwise);
        if (time.isBefore(balanceTimes.getOrDefault(row.currency(), Instant.MIN))) {
            return;
        }
        balanceTimes.put(row.currency(), time);
        Balance now = AccountMapper.balance(row);
        Balance before = balances.put(now.asset(), now);
        if (before == null || differ(before, now)) {
            out.accept(new UserEvent.BalanceChanged(now, time));
        }
    }

    private static boolean differ(Balance before, Balance now) {
        return before.wallet().compareTo(now.wallet()) != 0
                || before.available().compareTo(now.available()) != 0
                || before.inUse().compareTo(now.inUse()) != 0;
    }

    /** Tells everything as it was read, and what is no more. */
    void tellAll(
            Collection<Position> heldNow,
            Collection<Balance> balancesNow,
            Instant time,
            Consumer<? super UserEvent> out) {
        Set<Slot> present = new HashSet<>();
        heldNow.forEach(position -> present.add(Slot.of(position)));
        List.copyOf(positions.keySet()).stream()
                .filter(slot -> !present.contains(slot))
                .forEach(slot -> close(slot, time, out));
        heldNow.forEach(position -> {
            positions.put(Slot.of(position), noted(position));
            out.accept(
                    new UserEvent.PositionChanged(position, position.updatedAt().orElse(time)));
        });
        Set<String> gone = new HashSet<>(balances.keySet());
        balancesNow.forEach(balance -> gone.remove(balance.asset()));
        gone.forEach(asset -> balances.remove(asset));
        gone.forEach(asset -> out.accept(new UserEvent.BalanceChanged(empty(asset), time)));
        balancesNow.forEach(balance -> {
            balances.put(balance.asset(), balance);
            out.accept(new UserEvent.BalanceChanged(balance, time));
        });
    }

    private static Balance empty(String asset) {
        return new Balance(asset, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);
    }
}
