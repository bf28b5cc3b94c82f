package dev.astrolabe.simulator.aster;

import dev.astrolabe.exchange.ExchangeClient;
import dev.astrolabe.exchange.model.Fill;
import dev.astrolabe.exchange.model.Income;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.Liquidity;
import dev.astrolabe.exchange.model.Order;
import dev.astrolabe.exchange.model.OrderStatus;
import dev.astrolabe.exchange.model.OrderType;
import dev.astrolabe.exchange.model.Position;
import dev.astrolabe.exchange.model.PositionSide;
import dev.astrolabe.exchange.model.Side;
import dev.astrolabe.simulator.aster.Holdings.Slot;
import dev.astrolabe.simulator.market.Market;
import dev.astrolabe.simulator.venue.SimulatedVenue;
import dev.astrolabe.simulator.venue.VenueAccount;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Events of accounts, as the venue writes them (docs: futures v3, "User Data Streams"). */
final class UserEvents {

    private final SimulatedVenue venue;
    private final NativeOrders natives;
    private final OrderViews views;
    private final Map<String, BigDecimal> realized = new HashMap<>();

    UserEvents(SimulatedVenue venue, NativeOrders natives, OrderViews views) {
        this.venue = venue;
        this.natives = natives;
        this.views = views;
    }

    private Map<String, Object> event(String type, Instant time) {
        Map<String, Object> event = Feeds.event(type, venue.now());
        event.put("T", time.toEpochMilli());
        return event;
    }

    Map<String, Object> order(VenueAccount account, Order order, @Nullable Fill fill) {
        Instant time = fill == null ? order.updatedAt().orElse(venue.now()) : fill.time();
        Map<String, Object> event = event("ORDER_TRADE_UPDATE", time);
        Instrument instrument = views.instrument(order);
        NativeOrder facts = natives.of(order);
        boolean forced = order.type() == OrderType.LIQUIDATION;
        Map<String, Object> o = terms(account, order, facts);
        o.put("x", execution(order, fill));
        o.put("X", Words.of(order.status()));
        o.put("i", Long.parseLong(order.orderId()));
        o.put("l", fill == null ? "0" : Figures.quantity(instrument, fill.quantity()));
        o.put("z", views.executed(order));
        o.put("L", fill == null ? "0" : Figures.price(instrument, fill.price()));
        if (fill != null) {
            o.put("N", fill.feeAsset());
            o.put("n", Figures.money(fill.fee()));
        }
        o.put("T", time.toEpochMilli());
        o.put("t", fill == null ? 0L : Long.parseLong(fill.tradeId()));
        o.put("b", openNotional(account, order, Side.BUY));
        o.put("a", openNotional(account, order, Side.SELL));
        o.put("m", fill != null && fill.liquidity() == Liquidity.MAKER);
        o.put("R", order.reduceOnly());
        o.put("wt", facts.workingType());
        o.put("ot", forced ? "LIQUIDATION" : Words.of(order.type()));
        o.put("ps", Words.positionSide(order));
        o.put("cp", order.closePosition());
        if (order.type() == OrderType.TRAILING_STOP_MARKET) {
            o.put("AP", views.activation(order));
            o.put("cr", OrderViews.rate(order));
        }
        o.put(
                "rp",
                Figures.money(
                        fill == null ? BigDecimal.ZERO : fill.realizedPnl().orElse(BigDecimal.ZERO)));
        event.put("o", o);
        return event;
    }

    /** What was ordered. */
    private Map<String, Object> terms(VenueAccount account, Order order, NativeOrder facts) {
        Map<String, Object> o = new LinkedHashMap<>();
        o.put("s", order.venueSymbol());
        o.put("c", natives.clientId(order));
        o.put("S", order.side().name());
        o.put("o", order.type() == OrderType.LIQUIDATION ? "LIQUIDATION" : views.type(account, order));
        o.put("f", facts.timeInForce());
        o.put("q", views.quantity(order));
        o.put("p", views.price(order));
        o.put("ap", views.average(order));
        o.put("sp", views.stopPrice(order));
        return o;
    }

    private static String execution(Order order, @Nullable Fill fill) {
        if (fill != null) {
            return order.type() == OrderType.LIQUIDATION ? "CALCULATED" : "TRADE";
        }
        return order.status() == OrderStatus.CANCELED || order.status() == OrderStatus.EXPIRED
                ? order.status().name()
                : "NEW";
    }

    private static String openNotional(VenueAccount account, Order order, Side side) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Order open : account.client(order.symbol()).trading().openOrders(order.symbol())) {
            BigDecimal price = open.price().orElse(BigDecimal.ZERO);
            if (open.side() == side) {
                sum = sum.add(price.multiply(open.remainingQuantity().orElse(BigDecimal.ZERO)));
            }
        }
        return Figures.plain(sum);
    }

    /** What a fill did to the wallet and to the slots of its symbol. */
    Map<String, Object> filled(VenueAccount account, Order order, Fill fill) {
        Market market = market(order);
        String slot = fill.positionSide().map(PositionSide::name).orElse("BOTH");
        realized.merge(key(account, market, slot), fill.realizedPnl().orElse(BigDecimal.ZERO), BigDecimal::add);
        return account(account, fill.time(), "ORDER", fill.feeAsset(), BigDecimal.ZERO, List.of(market));
    }

    /** A wallet changed by anything but a fill. */
    Map<String, Object> booked(VenueAccount account, Income income) {
        boolean in = income.amount().signum() > 0;
        List<Market> markets = income.symbol().flatMap(venue::market).stream()
                .filter(market ->
                        Holdings.slots(account, List.of(market)).stream().anyMatch(Slot::isolated))
                .toList();
        String reason = switch (income.type()) {
            case TRANSFER -> in ? "DEPOSIT" : "WITHDRAW";
            case FUNDING -> "FUNDING_FEE";
            case LIQUIDATION -> "INSURANCE_CLEAR";
            default -> "ADJUSTMENT";
        };
        return account(account, income.time(), reason, income.asset(), income.amount(), markets);
    }

    Map<String, Object> marginChanged(VenueAccount account, Market market, String reason) {
        String asset = Catalogue.marginAsset(market.instrument());
        return account(account, venue.now(), reason, asset, BigDecimal.ZERO, List.of(market));
    }

    private Map<String, Object> account(
            VenueAccount account, Instant time, String reason, String asset, BigDecimal change, List<Market> markets) {
        Map<String, Object> a = new LinkedHashMap<>();
        a.put("m", reason);
        a.put("B", List.of(balance(account, asset, change)));
        List<Object> positions = new ArrayList<>();
        for (Slot slot : Holdings.slots(account, markets)) {
            positions.add(position(account, slot));
        }
        a.put("P", positions);
        Map<String, Object> event = event("ACCOUNT_UPDATE", time);
        event.put("a", a);
        return event;
    }

    private static Map<String, Object> balance(VenueAccount account, String asset, BigDecimal change) {
        ExchangeClient client = account.clients().get(asset);
        BigDecimal wallet = BigDecimal.ZERO;
        BigDecimal isolated = BigDecimal.ZERO;
        if (client != null) {
            wallet = client.account().balances().get(0).wallet();
            for (Position position : client.account().positions()) {
                isolated = isolated.add(position.isolatedMargin().orElse(BigDecimal.ZERO));
            }
        }
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("a", asset);
        row.put("wb", Figures.money(wallet));
        row.put("cw", Figures.money(wallet.subtract(isolated)));
        row.put("bc", Figures.money(change));
        return row;
    }

    private Map<String, Object> position(VenueAccount account, Slot slot) {
        Map<String, Object> row = new LinkedHashMap<>();
        BigDecimal gain = realized.getOrDefault(key(account, slot.market(), slot.name()), BigDecimal.ZERO);
        row.put("s", slot.instrument().venueSymbol());
        row.put("pa", Figures.quantity(slot.instrument(), slot.quantity()));
        row.put("ep", slot.entryPrice());
        row.put("cr", Figures.money(gain));
        row.put("up", Figures.money(slot.unrealized()));
        row.put("mt", slot.isolated() ? "isolated" : "cross");
        row.put("iw", Figures.money(slot.isolatedWallet()));
        row.put("ps", slot.name());
        return row;
    }

    Map<String, Object> leverage(Market market, BigDecimal leverage) {
        Map<String, Object> ac = new LinkedHashMap<>();
        ac.put("s", market.instrument().venueSymbol());
        ac.put("l", leverage.intValue());
        Map<String, Object> event = event("ACCOUNT_CONFIG_UPDATE", venue.now());
        event.put("ac", ac);
        return event;
    }

    Map<String, Object> modes(boolean multiAssets, boolean hedge) {
        Map<String, Object> ai = new LinkedHashMap<>();
        ai.put("j", multiAssets);
        ai.put("f", false);
        ai.put("d", hedge);
        Map<String, Object> event = event("ACCOUNT_CONFIG_UPDATE", venue.now());
        event.put("ai", ai);
        return event;
    }

    /** What a forced order tells everyone. */
    Map<String, Object> forced(Order order, Fill fill) {
        Instrument instrument = views.instrument(order);
        Map<String, Object> o = new LinkedHashMap<>();
        o.put("s", order.venueSymbol());
        o.put("S", order.side().name());
        o.put("o", "LIMIT");
        o.put("f", "IOC");
        o.put("q", views.quantity(order));
        o.put("p", Figures.price(instrument, fill.price()));
        o.put("ap", views.average(order));
        o.put("X", Words.of(order.status()));
        o.put("l", Figures.quantity(instrument, fill.quantity()));
        o.put("z", views.executed(order));
        o.put("T", fill.time().toEpochMilli());
        Map<String, Object> event = Feeds.event("forceOrder", venue.now());
        event.put("o", o);
        return event;
    }

    private Market market(Order order) {
        return venue.market(order.symbol())
                .orElseThrow(() -> new IllegalStateException(order.symbol() + " is not listed any more"));
    }

    private static String key(VenueAccount account, Market market, String slot) {
        return account.id() + " " + market.instrument().venueSymbol() + " " + slot;
    }
}
