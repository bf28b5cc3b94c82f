package dev.astrolabe.agents.paper;

import dev.astrolabe.exchange.model.Fill;
import dev.astrolabe.exchange.model.Income;
import dev.astrolabe.exchange.model.OrderRef;
import dev.astrolabe.exchange.model.PositionMode;
import dev.astrolabe.exchange.model.Symbol;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One account: its wallet, what it holds in each market, and its history. */
final class Portfolio {

    private final String id;
    private final String name;
    private final String asset;
    private final Map<Symbol, Holding> holdings = new TreeMap<>();
    private final Map<String, PaperOrder> byOrderId = new HashMap<>();
    private final Map<String, PaperOrder> byClientOrderId = new HashMap<>();
    private final History<PaperOrder> orders;
    private final History<Fill> fills;
    private final History<Income> incomes;
    private BigDecimal wallet = BigDecimal.ZERO;
    private PositionMode positionMode = PositionMode.ONE_WAY;

    Portfolio(String id, String name, String asset, int historyLimit) {
        this.id = id;
        this.name = name;
        this.asset = asset;
        this.orders = new History<>(historyLimit, PaperOrder::createdAt, PaperOrder::symbol);
        this.fills = new History<>(historyLimit, Fill::time, Fill::symbol);
        this.incomes = new History<>(
                historyLimit, Income::time, income -> income.symbol().orElse(null));
    }

    String id() {
        return id;
    }

    String name() {
        return name;
    }

    String asset() {
        return asset;
    }

    BigDecimal wallet() {
        return wallet;
    }

    PositionMode positionMode() {
        return positionMode;
    }

    void setPositionMode(PositionMode mode) {
        positionMode = mode;
    }

    /** What it has in a market, made at the first use. */
    Holding holding(PaperMarket market) {
        return holdings.computeIfAbsent(market.instrument().symbol(), symbol -> new Holding(this, market));
    }

    Collection<Holding> holdings() {
        return holdings.values();
    }

    List<PaperOrder> openOrders() {
        List<PaperOrder> open = new ArrayList<>();
        for (Holding holding : holdings.values()) {
            open.addAll(holding.open());
        }
        return open;
    }

    /** Books an income: the wallet changes by exactly what the history says. */
    void book(Income income) {
        // A share of a cost has 18 decimals; what is sold off whole leaves zeros, which every sum would carry along.
        wallet = Money.plain(wallet.add(income.amount()));
        incomes.add(income);
    }

    void record(Fill fill) {
        fills.add(fill);
    }

    void record(PaperOrder order) {
        byOrderId.put(order.id(), order);
        byClientOrderId.put(order.clientOrderId(), order);
        PaperOrder oldest = orders.add(order);
        if (oldest != null && !oldest.isOpen()) {
            byOrderId.remove(oldest.id(), oldest);
            byClientOrderId.remove(oldest.clientOrderId(), oldest);
        }
    }

    /** The order of a reference, open or closed; of several with one client id the newest. */
    @Nullable
    PaperOrder find(OrderRef ref) {
        PaperOrder order = ref.orderId().map(byOrderId::get).orElse(null);
        if (ref.orderId().isEmpty()) {
            order = ref.clientOrderId().map(byClientOrderId::get).orElse(null);
        }
        return order != null && order.symbol().equals(ref.symbol()) ? order : null;
    }

    /** Whether an open order has this client id. */
    boolean isInUse(String clientOrderId) {
        PaperOrder order = byClientOrderId.get(clientOrderId);
        return order != null && order.isOpen();
    }

    boolean knows(String clientOrderId) {
        return byClientOrderId.containsKey(clientOrderId);
    }

    History<PaperOrder> orders() {
        return orders;
    }

    History<Fill> fills() {
        return fills;
    }

    History<Income> incomes() {
        return incomes;
    }
}
