package dev.astrolabe.simulator.okx;

import dev.astrolabe.exchange.ExchangeClient;
import dev.astrolabe.exchange.model.MarginMode;
import dev.astrolabe.exchange.model.PositionMode;
import dev.astrolabe.exchange.model.PositionSide;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.simulator.SimulatedAccount.OkxKey;
import dev.astrolabe.simulator.venue.VenueAccount;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One user: an account of the venue, its key, and what only this protocol knows of it. Guarded by the venue's lock. */
final class OkxUser {

    private static final long FIRST_UID = 44_000_000_000_000_001L;

    private final VenueAccount account;
    private final OkxKey key;
    private final String uid;
    private final OrderLedger orders = new OrderLedger();
    private final AlgoBook algos = new AlgoBook();
    private final PositionLedger positions = new PositionLedger();
    private final Bills bills = new Bills();
    private final List<FillNote> fills = new ArrayList<>();
    private final Map<String, Countdown> countdowns = new LinkedHashMap<>();

    OkxUser(VenueAccount account, OkxKey key, int number) {
        this.account = account;
        this.key = key;
        this.uid = Long.toString(FIRST_UID + number);
    }

    String id() {
        return account.id();
    }

    String uid() {
        return uid;
    }

    VenueAccount account() {
        return account;
    }

    OkxKey key() {
        return key;
    }

    OrderLedger orders() {
        return orders;
    }

    AlgoBook algos() {
        return algos;
    }

    PositionLedger positions() {
        return positions;
    }

    Bills bills() {
        return bills;
    }

    /** Every fill, oldest first. */
    List<FillNote> fills() {
        return fills;
    }

    /** Running "cancel all after" timers by their tags. */
    Map<String, Countdown> countdowns() {
        return countdowns;
    }

    ExchangeClient client(Symbol symbol) {
        return account.client(symbol);
    }

    /** Whether a position of long_short_mode stands in the slot of an order. */
    boolean holds(Symbol symbol, Optional<PositionSide> slot) {
        return slot.isPresent()
                && positions.of(symbol, PositionLedger.posSide(slot)).isPresent();
    }

    boolean isHedged() {
        return account.positionMode() == PositionMode.HEDGE;
    }

    String posMode() {
        return isHedged() ? "long_short_mode" : "net_mode";
    }

    String mgnMode(Symbol symbol) {
        return client(symbol).account().marginMode(symbol) == MarginMode.ISOLATED ? "isolated" : "cross";
    }

    String leverage(Symbol symbol) {
        return Text.of(client(symbol).account().leverage(symbol).leverage());
    }
}
