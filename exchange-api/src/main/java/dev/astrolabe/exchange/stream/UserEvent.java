package dev.astrolabe.exchange.stream;

import dev.astrolabe.exchange.model.Balance;
import dev.astrolabe.exchange.model.Fill;
import dev.astrolabe.exchange.model.Order;
import dev.astrolabe.exchange.model.Position;
import dev.astrolabe.exchange.model.PositionSide;
import dev.astrolabe.exchange.model.Symbol;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What happened to the account.
 *
 * @since 0.1
 */
public sealed interface UserEvent {

    /**
     * When it happened.
     *
     * @return the venue's time
     */
    Instant time();

    /**
     * An order changed.
     *
     * @param order the order as it stands now
     * @param time when it changed
     */
    record OrderChanged(Order order, Instant time) implements UserEvent {}

    /**
     * An order was filled, partly or wholly.
     *
     * @param fill the execution
     * @param time when it happened
     */
    record Filled(Fill fill, Instant time) implements UserEvent {}

    /**
     * A position was opened or changed.
     *
     * @param position the position as it stands now
     * @param time when it changed
     */
    record PositionChanged(Position position, Instant time) implements UserEvent {}

    /** A position was closed. */
    final class PositionClosed implements UserEvent {
        private final Symbol symbol;
        private final @Nullable PositionSide side;
        private final Instant time;

        /**
         * A closed position.
         *
         * @param symbol the instrument
         * @param side the slot in hedge mode; null in one-way mode
         * @param time when it was closed
         */
        public PositionClosed(Symbol symbol, @Nullable PositionSide side, Instant time) {
            this.symbol = symbol;
            this.side = side;
            this.time = time;
        }

        /**
         * The instrument.
         *
         * @return its symbol
         */
        public Symbol symbol() {
            return symbol;
        }

        /**
         * The slot in hedge mode.
         *
         * @return the slot; empty in one-way mode
         */
        public Optional<PositionSide> side() {
            return Optional.ofNullable(side);
        }

        @Override
        public Instant time() {
            return time;
        }

        @Override
        public String toString() {
            return "PositionClosed[" + symbol + (side == null ? "" : " " + side) + " at " + time + "]";
        }
    }

    /**
     * A balance changed.
     *
     * @param balance the balance as it stands now
     * @param time when it changed
     */
    record BalanceChanged(Balance balance, Instant time) implements UserEvent {}

    /**
     * Account settings changed: leverage, margin mode or position mode. Read them again.
     *
     * @param what the venue's word for what changed
     * @param time when it changed
     */
    record SettingsChanged(String what, Instant time) implements UserEvent {}

    /**
     * The venue warns that positions are near their liquidation.
     *
     * @param what the venue's own words
     * @param time when it was sent
     */
    record MarginCall(String what, Instant time) implements UserEvent {}

    /**
     * Events may have been missed in this time. The client reads orders, fills, positions and balances again and reports
     * them behind this event.
     *
     * @param from the last event before the gap
     * @param time the end of the gap
     * @param why what interrupted the stream
     */
    record Gap(Instant from, Instant time, String why) implements UserEvent {}
}
