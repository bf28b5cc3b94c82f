package dev.astrolabe.simulator.venue;

import dev.astrolabe.exchange.ExchangeClient;
import dev.astrolabe.exchange.model.Balance;
import dev.astrolabe.exchange.model.Fill;
import dev.astrolabe.exchange.model.Income;
import dev.astrolabe.exchange.model.Order;
import dev.astrolabe.exchange.model.Position;
import dev.astrolabe.exchange.model.PositionMode;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.simulator.SimulatedAccount;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One account at a venue. The engine keeps one wallet for each settle asset, as a venue's single-currency margin does; this is all of
 * them together, and their whole history. Guarded by its venue's lock.
 *
 * @since 0.1
 */
public final class VenueAccount {

    private final SimulatedAccount terms;
    private final Map<String, ExchangeClient> clients = new LinkedHashMap<>();
    private final Map<String, Order> orders = new LinkedHashMap<>();
    private final Map<String, String> newestByClientId = new HashMap<>();
    private final Set<String> triggered = new HashSet<>();
    private final List<Fill> fills = new ArrayList<>();
    private final List<Income> incomes = new ArrayList<>();

    VenueAccount(SimulatedAccount terms) {
        this.terms = terms;
    }

    void add(String asset, ExchangeClient client) {
        clients.put(asset, client);
    }

    /**
     * Its id.
     *
     * @return as the control port and the journal call it
     */
    public String id() {
        return terms.id();
    }

    /**
     * Its credentials and first deposits.
     *
     * @return the terms of its opening
     */
    public SimulatedAccount terms() {
        return terms;
    }

    /**
     * The engine's account for a settle asset.
     *
     * @param asset one of {@link #assets()}
     * @return its id in {@link SimulatedVenue#engine()}
     */
    public String walletId(String asset) {
        return terms.id() + ":" + asset;
    }

    /**
     * The engine's client for an instrument.
     *
     * @param symbol a listed instrument
     * @return the client whose wallet it settles in
     * @throws IllegalArgumentException if it settles in nothing that is traded here
     */
    public ExchangeClient client(Symbol symbol) {
        String asset = symbol.settle().orElse("");
        ExchangeClient client = clients.get(asset);
        if (client == null) {
            throw new IllegalArgumentException(symbol + " settles in '" + asset + "', not in one of " + assets());
        }
        return client;
    }

    /**
     * The engine's clients.
     *
     * @return by settle asset
     */
    public Map<String, ExchangeClient> clients() {
        return Map.copyOf(clients);
    }

    /**
     * The settle assets.
     *
     * @return in the order of the venue's listing
     */
    public List<String> assets() {
        return List.copyOf(clients.keySet());
    }

    /**
     * The balances of all wallets.
     *
     * @return one an asset
     */
    public List<Balance> balances() {
        return clients.values().stream()
                .flatMap(client -> client.account().balances().stream())
                .toList();
    }

    /**
     * The positions of all wallets.
     *
     * @return those that are not flat
     */
    public List<Position> positions() {
        return clients.values().stream()
                .flatMap(client -> client.account().positions().stream())
                .toList();
    }

    /**
     * The position mode, the same in all wallets.
     *
     * @return the mode
     */
    public PositionMode positionMode() {
        return clients.values().iterator().next().account().positionMode();
    }

    /**
     * Sets the position mode of all wallets.
     *
     * @param mode the mode
     * @throws dev.astrolabe.exchange.error.RejectedException if there are orders or positions
     */
    public void setPositionMode(PositionMode mode) {
        List<ExchangeClient> changed = new ArrayList<>();
        PositionMode before = positionMode();
        try {
            for (ExchangeClient client : clients.values()) {
                client.account().setPositionMode(mode);
                changed.add(client);
            }
        } catch (RuntimeException e) {
            changed.forEach(client -> client.account().setPositionMode(before));
            throw e;
        }
    }

    /**
     * Every order, open or not.
     *
     * @return in the order of their acceptance
     */
    public List<Order> orders() {
        return List.copyOf(orders.values());
    }

    /**
     * An order by the venue's id.
     *
     * @param orderId the id
     * @return the order as it is now; empty where there is none
     */
    public Optional<Order> order(String orderId) {
        return Optional.ofNullable(orders.get(orderId));
    }

    /**
     * The newest order with a client id.
     *
     * @param clientOrderId the id
     * @return the order as it is now; empty where there is none
     */
    public Optional<Order> orderOfClient(String clientOrderId) {
        return Optional.ofNullable(newestByClientId.get(clientOrderId)).map(orders::get);
    }

    /**
     * Whether a conditional order has fired.
     *
     * @param orderId the venue's id
     * @return true once it has
     */
    public boolean isTriggered(String orderId) {
        return triggered.contains(orderId);
    }

    /**
     * Every fill.
     *
     * @return oldest first
     */
    public List<Fill> fills() {
        return List.copyOf(fills);
    }

    /**
     * Every change of a wallet.
     *
     * @return oldest first
     */
    public List<Income> incomes() {
        return List.copyOf(incomes);
    }

    void note(Order order) {
        String id = order.orderId();
        if (orders.put(id, order) == null) {
            order.clientOrderId().ifPresent(client -> newestByClientId.put(client, id));
        }
    }

    void noteTriggered(Order order) {
        note(order);
        triggered.add(order.orderId());
    }

    void note(Fill fill) {
        fills.add(fill);
    }

    void note(Income income) {
        incomes.add(income);
    }
}
