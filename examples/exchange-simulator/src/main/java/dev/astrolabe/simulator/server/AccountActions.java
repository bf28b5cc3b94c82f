package dev.astrolabe.simulator.server;

import dev.astrolabe.exchange.ExchangeClient;
import dev.astrolabe.exchange.error.ExchangeException;
import dev.astrolabe.exchange.model.Order;
import dev.astrolabe.exchange.model.OrderAck;
import dev.astrolabe.exchange.model.OrderRequest;
import dev.astrolabe.exchange.model.PositionMode;
import dev.astrolabe.exchange.model.PositionSide;
import dev.astrolabe.exchange.model.Side;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.simulator.market.Market;
import dev.astrolabe.simulator.venue.SimulatedVenue;
import dev.astrolabe.simulator.venue.VenueAccount;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What happens to an account from outside: by the venue, or by its owner with another program. */
final class AccountActions {

    private static final String SYMBOL = "a symbol such as BTC/USDT:USDT, or the venue's own name of it";

    private AccountActions() {}

    /** Does an action; empty where there is none of that name. */
    static Optional<Object> act(String action, SimulatedVenue venue, VenueAccount account, String body) {
        return switch (action) {
            case "liquidate" -> Optional.of(liquidate(venue, account, body));
            case "deleverage" -> Optional.of(deleverage(venue, account, body));
            case "trade" -> Optional.of(trade(venue, account, body));
            case "position-mode" -> Optional.of(positionMode(venue, account, body));
            case "transfer" -> Optional.of(transfer(venue, account, body));
            case "cancel-all" -> Optional.of(cancelAll(venue, account, body));
            default -> Optional.empty();
        };
    }

    private static Object liquidate(SimulatedVenue venue, VenueAccount account, String body) {
        ControlForm form = ControlForm.of(body, "venue", "symbol", "side");
        Symbol symbol = symbol(venue, form);
        PositionSide side = form.required("side", PositionSide.class);
        return done(venue, () -> order(venue.engine().liquidate(wallet(account, symbol), symbol, side)));
    }

    private static Object deleverage(SimulatedVenue venue, VenueAccount account, String body) {
        ControlForm form = ControlForm.of(body, "venue", "symbol", "side", "quantity");
        Symbol symbol = symbol(venue, form);
        PositionSide side = form.required("side", PositionSide.class);
        BigDecimal quantity = form.positive("quantity", "a quantity");
        return done(venue, () -> order(venue.engine().deleverage(wallet(account, symbol), symbol, side, quantity)));
    }

    private static Object order(Order order) {
        return AccountBooks.order(order);
    }

    private static Object trade(SimulatedVenue venue, VenueAccount account, String body) {
        ControlForm form = ControlForm.of(body, "venue", "symbol", "side", "quantity", "positionSide", "reduceOnly");
        Symbol symbol = symbol(venue, form);
        OrderRequest.Builder order =
                OrderRequest.market(symbol, form.required("side", Side.class), form.positive("quantity", "a quantity"))
                        .toBuilder();
        form.choice("positionSide", PositionSide.class).ifPresent(order::positionSide);
        if (form.flag("reduceOnly")) {
            order.reduceOnly(true);
        }
        return done(venue, () -> {
            OrderAck ack = client(account, symbol).trading().place(order.build());
            return Map.of("orderId", ack.ref().orderId().orElse(""));
        });
    }

    private static Object positionMode(SimulatedVenue venue, VenueAccount account, String body) {
        ControlForm form = ControlForm.of(body, "venue", "mode");
        PositionMode mode = form.required("mode", PositionMode.class);
        return done(venue, () -> {
            account.setPositionMode(mode);
            venue.settingsChanged(account, null);
            return Map.of("mode", mode.name());
        });
    }

    private static Object transfer(SimulatedVenue venue, VenueAccount account, String body) {
        ControlForm form = ControlForm.of(body, "venue", "asset", "amount");
        String asset = form.text("asset", "one of " + account.assets());
        if (!account.assets().contains(asset)) {
            throw ControlRefusal.invalid("asset", asset, "one of " + account.assets());
        }
        String allowed = "an amount: above 0 comes in, below 0 goes out";
        BigDecimal amount = form.decimal("amount", allowed);
        if (amount.signum() == 0) {
            throw ControlRefusal.invalid("amount", amount.toPlainString(), allowed);
        }
        return done(venue, () -> {
            venue.engine().transfer(account.walletId(asset), amount);
            return Map.of("asset", asset, "amount", amount.toPlainString());
        });
    }

    private static Object cancelAll(SimulatedVenue venue, VenueAccount account, String body) {
        ControlForm form = ControlForm.of(body, "venue", "symbol");
        Optional<Symbol> only = form.text("symbol").map(any -> symbol(venue, form));
        return done(venue, () -> {
            List<String> canceled = new ArrayList<>();
            for (ExchangeClient client : account.clients().values()) {
                for (Order order : client.trading().openOrders()) {
                    if (only.isEmpty() || only.orElseThrow().equals(order.symbol())) {
                        client.trading().cancel(order.ref());
                        canceled.add(order.orderId());
                    }
                }
            }
            return Map.of("canceled", canceled);
        });
    }

    /** What the engine refuses is the caller's mistake here. */
    private static Object done(SimulatedVenue venue, Supplier<Object> action) {
        try {
            return venue.call(action);
        } catch (ExchangeException | IllegalArgumentException e) {
            throw ControlRefusal.refused(String.valueOf(e.getMessage()));
        }
    }

    static Symbol symbol(SimulatedVenue venue, ControlForm form) {
        String name = form.text("symbol", SYMBOL);
        return venue.call(() -> venue.markets().all().stream()
                .map(Market::instrument)
                .filter(each -> each.venueSymbol().equals(name)
                        || each.symbol().toString().equals(name))
                .map(each -> each.symbol())
                .findFirst()
                .orElseThrow(() -> ControlRefusal.invalid("symbol", name, "one of " + names(venue))));
    }

    private static List<String> names(SimulatedVenue venue) {
        return venue.markets().all().stream()
                .map(market -> market.instrument().venueSymbol())
                .toList();
    }

    private static String wallet(VenueAccount account, Symbol symbol) {
        return account.walletId(symbol.settle().orElse(""));
    }

    private static ExchangeClient client(VenueAccount account, Symbol symbol) {
        return account.client(symbol);
    }
}
