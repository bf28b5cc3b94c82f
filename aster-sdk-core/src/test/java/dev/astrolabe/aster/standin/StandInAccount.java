package dev.astrolabe.aster.standin;

import static dev.astrolabe.aster.standin.StandInMarket.num;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The account half of a small AsterDex: fills, positions, wallet and settings. */
final class StandInAccount {

    private static final BigDecimal MAKER = num("0.0002");
    private static final BigDecimal TAKER = num("0.0004");

    /** A position slot, in the venue's unit. */
    static final class Slot {
        BigDecimal amount = BigDecimal.ZERO;
        BigDecimal entry = BigDecimal.ZERO;
        BigDecimal addedMargin = BigDecimal.ZERO;
    }

    private final StandInMarket market;
    private final Clock clock;
    private final StandInBook book;
    private final Map<String, Map<String, Slot>> slots = new LinkedHashMap<>();
    private final Map<String, Integer> leverages = new LinkedHashMap<>();
    private final Map<String, String> marginTypes = new LinkedHashMap<>();
    private final List<Map<String, Object>> fills = new ArrayList<>();
    private final List<Map<String, Object>> income = new ArrayList<>();
    private BigDecimal wallet = num("10000");
    private long walletChanged;
    private boolean hedge;
    private long lastId = 1000;

    StandInAccount(StandInMarket market, Clock clock) {
        this.market = market;
        this.clock = clock;
        this.book = new StandInBook(market, this, clock);
    }

    StandInBook book() {
        return book;
    }

    /** The next number of an order, a fill or a booking. */
    long nextId() {
        return ++lastId;
    }

    void fill(StandInOrder order, BigDecimal price, boolean maker) {
        boolean reduces = order.reduceOnly || order.closePosition;
        BigDecimal quantity = reduces ? reducible(order) : order.quantity;
        if (quantity.signum() == 0) {
            order.status = "EXPIRED";
            return;
        }
        BigDecimal realized = book(slot(order.symbol, order.slot), order.buy ? quantity : quantity.negate(), price);
        BigDecimal fee = quantity.multiply(price).multiply(maker ? MAKER : TAKER);
        long trade = nextId();
        order.status = "FILLED";
        order.filled = quantity;
        order.average = price;
        order.updated = clock.millis();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", trade);
        row.put("orderId", order.id);
        row.put("symbol", order.symbol);
        row.put("buyer", order.buy);
        row.put("maker", maker);
        row.put("commission", fee.negate());
        row.put("commissionAsset", "USDT");
        row.put("price", price);
        row.put("qty", quantity);
        row.put("quoteQty", quantity.multiply(price));
        row.put("realizedPnl", realized);
        row.put("side", order.buy ? "BUY" : "SELL");
        row.put("positionSide", order.slot);
        row.put("time", clock.millis());
        fills.add(row);
        credit(order.symbol, "COMMISSION", fee.negate(), trade);
        if (realized.signum() != 0) {
            credit(order.symbol, "REALIZED_PNL", realized, trade);
        }
    }

    private void credit(String symbol, String type, BigDecimal amount, long trade) {
        wallet = wallet.add(amount);
        walletChanged = clock.millis();
        income.add(Map.of(
                "symbol",
                symbol,
                "incomeType",
                type,
                "income",
                amount,
                "asset",
                "USDT",
                "info",
                type,
                "time",
                clock.millis(),
                "tranId",
                Long.toString(nextId()),
                "tradeId",
                Long.toString(trade)));
    }

    private static BigDecimal book(Slot slot, BigDecimal signed, BigDecimal price) {
        BigDecimal before = slot.amount;
        BigDecimal after = before.add(signed);
        BigDecimal realized = BigDecimal.ZERO;
        if (before.signum() * signed.signum() >= 0) {
            slot.entry = before.abs()
                    .multiply(slot.entry)
                    .add(signed.abs().multiply(price))
                    .divide(after.abs(), MathContext.DECIMAL64);
        } else {
            BigDecimal closed = before.abs().min(signed.abs());
            realized = price.subtract(slot.entry).multiply(closed).multiply(BigDecimal.valueOf(before.signum()));
            if (after.signum() == 0) {
                slot.entry = BigDecimal.ZERO;
                slot.addedMargin = BigDecimal.ZERO;
            } else if (after.signum() != before.signum()) {
                slot.entry = price;
            }
        }
        slot.amount = after;
        return realized;
    }

    BigDecimal reducible(StandInOrder order) {
        BigDecimal held = slot(order.symbol, order.slot).amount;
        if (held.signum() == 0 || (held.signum() > 0) == order.buy) {
            return BigDecimal.ZERO;
        }
        return order.closePosition ? held.abs() : held.abs().min(order.quantity);
    }

    private Slot slot(String symbol, String side) {
        return slots.computeIfAbsent(symbol, any -> new LinkedHashMap<>()).computeIfAbsent(side, any -> new Slot());
    }

    List<Map<String, Object>> fills() {
        return fills;
    }

    List<Map<String, Object>> income() {
        return income;
    }

    int leverage(String symbol) {
        return leverages.getOrDefault(symbol, 10);
    }

    private String marginType(String symbol) {
        return marginTypes.getOrDefault(symbol, "cross");
    }

    BigDecimal marginOf(StandInOrder order) {
        BigDecimal held = slot(order.symbol, order.slot).amount;
        boolean reduces = held.signum() != 0 && (held.signum() > 0) != order.buy;
        BigDecimal opening = reduces ? order.quantity.subtract(held.abs()).max(BigDecimal.ZERO) : order.quantity;
        BigDecimal price = order.price.signum() == 0 ? market.price(order.symbol) : order.price;
        return opening.multiply(price).divide(BigDecimal.valueOf(leverage(order.symbol)), MathContext.DECIMAL64);
    }

    private BigDecimal profit(String symbol, Slot slot) {
        return market.price(symbol).subtract(slot.entry).multiply(slot.amount);
    }

    private BigDecimal unrealized() {
        BigDecimal sum = BigDecimal.ZERO;
        for (Map.Entry<String, Map<String, Slot>> entry : slots.entrySet()) {
            for (Slot slot : entry.getValue().values()) {
                sum = sum.add(profit(entry.getKey(), slot));
            }
        }
        return sum;
    }

    private BigDecimal inUse() {
        BigDecimal sum = BigDecimal.ZERO;
        for (Map.Entry<String, Map<String, Slot>> entry : slots.entrySet()) {
            for (Slot slot : entry.getValue().values()) {
                BigDecimal notional = slot.amount.abs().multiply(market.price(entry.getKey()));
                sum = sum.add(notional.divide(BigDecimal.valueOf(leverage(entry.getKey())), MathContext.DECIMAL64));
            }
        }
        for (StandInOrder order : book.orders()) {
            if (order.open() && !order.waitsForTrigger()) {
                sum = sum.add(marginOf(order));
            }
        }
        return sum;
    }

    BigDecimal wallet() {
        return wallet;
    }

    BigDecimal available() {
        return wallet.add(unrealized()).subtract(inUse());
    }

    Object account() {
        Map<String, Object> usdt = new LinkedHashMap<>();
        usdt.put("asset", "USDT");
        usdt.put("walletBalance", wallet);
        usdt.put("unrealizedProfit", unrealized());
        usdt.put("marginBalance", wallet.add(unrealized()));
        usdt.put("initialMargin", inUse());
        usdt.put("availableBalance", available());
        usdt.put("updateTime", walletChanged);
        return Map.of("feeTier", 0, "canTrade", true, "assets", List.of(usdt), "positions", List.of());
    }

    List<Map<String, Object>> balances() {
        return List.of(Map.of(
                "accountAlias",
                "SgsR",
                "asset",
                "USDT",
                "balance",
                wallet,
                "crossWalletBalance",
                wallet,
                "crossUnPnl",
                unrealized(),
                "availableBalance",
                available(),
                "maxWithdrawAmount",
                available(),
                "marginAvailable",
                true,
                "updateTime",
                clock.millis()));
    }

    List<Map<String, Object>> positions(String wanted) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (String symbol : StandInMarket.SYMBOLS) {
            if (wanted == null || wanted.equals(symbol)) {
                for (String side : hedge ? List.of("LONG", "SHORT") : List.of("BOTH")) {
                    rows.add(positionRow(symbol, side, slot(symbol, side)));
                }
            }
        }
        return rows;
    }

    private Map<String, Object> positionRow(String symbol, String side, Slot slot) {
        boolean isolated = marginType(symbol).equals("isolated");
        BigDecimal margin = slot.amount
                .abs()
                .multiply(slot.entry)
                .divide(BigDecimal.valueOf(leverage(symbol)), MathContext.DECIMAL64)
                .add(slot.addedMargin);
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("symbol", symbol);
        row.put("positionSide", side);
        row.put("positionAmt", slot.amount);
        row.put("entryPrice", slot.entry);
        row.put("markPrice", market.price(symbol));
        row.put("unRealizedProfit", profit(symbol, slot));
        row.put("liquidationPrice", "0");
        row.put("leverage", Integer.toString(leverage(symbol)));
        row.put("maxNotionalValue", "20000000");
        row.put("marginType", marginType(symbol));
        row.put("isolatedMargin", isolated ? margin : BigDecimal.ZERO);
        row.put("isAutoAddMargin", "false");
        row.put("updateTime", slot.amount.signum() == 0 ? 0 : clock.millis());
        return row;
    }

    Object setLeverage(String symbol, int leverage) {
        leverages.put(symbol, leverage);
        return Map.of("symbol", symbol, "leverage", leverage, "maxNotionalValue", "1000000");
    }

    void setMarginType(String symbol, String type) {
        String word = type.equals("ISOLATED") ? "isolated" : "cross";
        if (marginType(symbol).equals(word)) {
            throw new Refusal(-4046, "No need to change margin type.");
        }
        marginTypes.put(symbol, word);
    }

    boolean hedge() {
        return hedge;
    }

    void setHedge(boolean wanted) {
        if (hedge == wanted) {
            throw new Refusal(-4059, "No need to change position side.");
        }
        hedge = wanted;
    }

    void addMargin(String symbol, String side, BigDecimal amount) {
        Slot slot = slot(symbol, side == null ? "BOTH" : side);
        if (slot.amount.signum() == 0) {
            throw new Refusal(-4054, "Cannot add position margin: position is 0.");
        }
        slot.addedMargin = slot.addedMargin.add(amount);
    }
}
