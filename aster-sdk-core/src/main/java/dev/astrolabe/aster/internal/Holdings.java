package dev.astrolabe.aster.internal;

import dev.astrolabe.aster.internal.AccountPayloads.AssetRow;
import dev.astrolabe.aster.internal.UserPayloads.AccountEvent;
import dev.astrolabe.exchange.model.Position;
import dev.astrolabe.exchange.model.PositionMode;
import dev.astrolabe.exchange.model.PositionSide;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.exchange.stream.UserEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a listener knows of the account's positions and balances, and what of a reading is news. An event that names a balance or a
 * position has it told; so has whatever differs from what was known, for events leave out what is flat. Not safe for use by several
 * threads.
 */
final class Holdings {

    /** A place for a position: in one-way mode the instrument has one, in hedge mode one a side. */
    private record Slot(String venueSymbol, @Nullable PositionSide side) {
        static Slot of(Position position) {
            return new Slot(position.venueSymbol(), position.mode() == PositionMode.HEDGE ? position.side() : null);
        }
    }

    private final AsterInstruments instruments;
    private final Map<String, BigDecimal> wallets = new HashMap<>();
    private Map<Slot, Position> positions = Map.of();
    private @Nullable AccountReading newest;
    private final Set<Object> toldOfNewest = new HashSet<>();

    Holdings(AsterInstruments instruments) {
        this.instruments = instruments;
    }

    /** Notes how things stand, without them being told. */
    void begin(AccountReading reading) {
        take(reading);
        reading.assets().forEach(row -> wallets.put(row.asset(), row.walletBalance()));
        positions = positionsOf(reading);
    }

    /** What is told next is taken from this reading. */
    void take(AccountReading reading) {
        newest = reading;
        toldOfNewest.clear();
    }

    /** Whether the newest reading was asked for after the event had come, and does not lag behind it for all it tells. */
    boolean show(AccountEvent event, Instant received) {
        return received.isBefore(newest().askedAt()) && newest().shows(event, true);
    }

    private AccountReading newest() {
        return Objects.requireNonNull(newest, "nothing was read yet");
    }

    /** Tells what an event names and what else has changed, but nothing of one reading twice. */
    void tell(AccountEvent event, Consumer<? super UserEvent> out) {
        Set<Object> named = new HashSet<>();
        AccountReading.balances(event).forEach(update -> named.add(update.a()));
        AccountReading.positions(event)
                .forEach(update -> named.add(new Slot(update.s(), OrderMapper.positionSide(update.ps()))));
        tell(named::contains, Instant.ofEpochMilli(event.T()), out);
    }

    /** Tells everything. */
    void tellAll(Consumer<? super UserEvent> out) {
        tell(any -> true, newest().venueTime(), out);
    }

    private void tell(Predicate<Object> named, Instant time, Consumer<? super UserEvent> out) {
        tellPositions(positionsOf(newest()), named, time, out);
        for (AssetRow row : newest().assets()) {
            BigDecimal before = wallets.put(row.asset(), row.walletBalance());
            boolean changed = before == null || before.compareTo(row.walletBalance()) != 0;
            if ((changed || named.test(row.asset())) && toldOfNewest.add(row.asset())) {
                out.accept(new UserEvent.BalanceChanged(AccountMapper.balance(row), time));
            }
        }
    }

    private void tellPositions(
            Map<Slot, Position> now, Predicate<Object> named, Instant time, Consumer<? super UserEvent> out) {
        Map<Slot, Position> before = positions;
        positions = now;
        before.forEach((slot, position) -> {
            if (!now.containsKey(slot)) {
                out.accept(new UserEvent.PositionClosed(position.symbol(), slot.side(), time));
            }
        });
        now.forEach((slot, position) -> {
            if ((differ(before.get(slot), position) || named.test(slot)) && toldOfNewest.add(slot)) {
                out.accept(new UserEvent.PositionChanged(position, time));
            }
        });
    }

    /** Prices, profit and an isolated margin, which contains it, move all the time: they make no event. */
    private static boolean differ(@Nullable Position before, Position now) {
        return before == null
                || before.signedQuantity().compareTo(now.signedQuantity()) != 0
                || before.entryPrice().compareTo(now.entryPrice()) != 0
                || before.marginMode() != now.marginMode()
                || !before.leverage()
                        .map(BigDecimal::stripTrailingZeros)
                        .equals(now.leverage().map(BigDecimal::stripTrailingZeros));
    }

    private Map<Slot, Position> positionsOf(AccountReading reading) {
        Map<Slot, Position> result = new LinkedHashMap<>();
        reading.positions().stream()
                .filter(row -> row.positionAmt().signum() != 0)
                .flatMap(row -> instruments.findNew(row.symbol()).stream()
                        .map(instrument -> AccountMapper.position(row, instrument)))
                .forEach(position -> result.put(Slot.of(position), position));
        return result;
    }

    /** The instruments of the positions that were told, and of those of the newest reading. */
    Stream<Symbol> symbols() {
        return Stream.concat(positions.values().stream(), positionsOf(newest()).values().stream())
                .map(Position::symbol)
                .distinct();
    }
}
