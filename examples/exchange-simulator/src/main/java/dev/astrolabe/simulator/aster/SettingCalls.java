package dev.astrolabe.simulator.aster;

import static dev.astrolabe.simulator.aster.Security.SIGNED;

import dev.astrolabe.exchange.Account;
import dev.astrolabe.exchange.error.Reason;
import dev.astrolabe.exchange.error.RejectedException;
import dev.astrolabe.exchange.model.LeverageSetting;
import dev.astrolabe.exchange.model.MarginMode;
import dev.astrolabe.exchange.model.Position;
import dev.astrolabe.exchange.model.PositionMode;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.simulator.market.Market;
import dev.astrolabe.simulator.venue.SimulatedVenue;
import dev.astrolabe.simulator.venue.VenueAccount;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Modes of an account, leverage and margin type of a symbol (docs: futures v3, "Change Position Mode" and after). */
final class SettingCalls {

    private static final int MOST_LEVERAGE = 125;
    private static final Set<String> PREVENTIONS = Set.of("EXPIRE_TAKER", "EXPIRE_MAKER", "EXPIRE_BOTH");

    private final SimulatedVenue venue;
    private final Catalogue catalogue;
    private final Set<String> multiAssets = new HashSet<>();
    private final Map<String, String> preventions = new HashMap<>();

    SettingCalls(SimulatedVenue venue, Catalogue catalogue) {
        this.venue = venue;
        this.catalogue = catalogue;
    }

    void register(Routes routes) {
        routes.add("POST", "positionSide/dual", SIGNED, 1, this::setPositionMode);
        routes.add("GET", "positionSide/dual", SIGNED, 30, call -> Map.of("dualSidePosition", isHedge(call.account())));
        routes.add("POST", "multiAssetsMargin", SIGNED, 1, this::setMultiAssets);
        routes.add(
                "GET",
                "multiAssetsMargin",
                SIGNED,
                30,
                call -> Map.of("multiAssetsMargin", isMultiAssets(call.account())));
        routes.add("POST", Routes.V3, "stpMode", SIGNED, any -> 1, this::setPrevention);
        routes.add(
                "GET",
                Routes.V3,
                "stpMode",
                SIGNED,
                any -> 30,
                call -> Map.of(
                        "stpMode", preventions.getOrDefault(call.account().id(), "EXPIRE_TAKER")));
        routes.add("POST", "leverage", SIGNED, 1, this::setLeverage);
        routes.add("POST", "marginType", SIGNED, 1, this::setMarginType);
    }

    static boolean isHedge(VenueAccount account) {
        return account.positionMode() == PositionMode.HEDGE;
    }

    /** The mode is kept and told; margin stays that of each asset. */
    boolean isMultiAssets(VenueAccount account) {
        return multiAssets.contains(account.id());
    }

    private Object setPositionMode(Call call) {
        VenueAccount account = call.account();
        PositionMode mode = call.parameters().flag("dualSidePosition") ? PositionMode.HEDGE : PositionMode.ONE_WAY;
        if (mode == account.positionMode()) {
            throw ErrorCode.SAME_POSITION_MODE.with();
        }
        boolean open = account.clients().values().stream()
                .anyMatch(client -> !client.trading().openOrders().isEmpty());
        if (open) {
            throw ErrorCode.MODE_OPEN_ORDERS.with();
        }
        if (!account.positions().isEmpty()) {
            throw ErrorCode.MODE_POSITION.with();
        }
        account.setPositionMode(mode);
        venue.settingsChanged(account, null);
        return OrderCalls.success();
    }

    private Object setMultiAssets(Call call) {
        VenueAccount account = call.account();
        boolean on = call.parameters().flag("multiAssetsMargin");
        if (on ? multiAssets.add(account.id()) : multiAssets.remove(account.id())) {
            venue.settingsChanged(account, null);
        }
        return OrderCalls.success();
    }

    private Object setPrevention(Call call) {
        String mode = call.parameters().text("stpMode");
        if (!PREVENTIONS.contains(mode)) {
            throw ErrorCode.INVALID_PARAMETER.with("stpMode");
        }
        preventions.put(call.account().id(), mode);
        return OrderCalls.success();
    }

    private Object setLeverage(Call call) {
        Market market = catalogue.market(call.parameters());
        Symbol symbol = market.instrument().symbol();
        long leverage = call.parameters().number("leverage");
        if (leverage < 1 || leverage > MOST_LEVERAGE) {
            throw ErrorCode.INVALID_LEVERAGE.with(leverage);
        }
        Account account = call.account().client(symbol).account();
        BigDecimal before = account.leverage(symbol).leverage();
        boolean lowers = before.compareTo(BigDecimal.valueOf(leverage)) > 0;
        if (lowers
                && account.marginMode(symbol) == MarginMode.ISOLATED
                && !account.positions(symbol).isEmpty()) {
            throw ErrorCode.ISOLATED_LEVERAGE.with();
        }
        LeverageSetting setting = set(account, symbol, (int) leverage);
        venue.settingsChanged(call.account(), symbol);
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("leverage", setting.leverage().intValue());
        row.put("maxNotionalValue", Figures.plain(setting.maxNotional().orElse(BigDecimal.ZERO)));
        row.put("symbol", market.instrument().venueSymbol());
        return row;
    }

    private static LeverageSetting set(Account account, Symbol symbol, int leverage) {
        try {
            return account.setLeverage(symbol, leverage);
        } catch (RejectedException e) {
            if (e.reason() == Reason.INSUFFICIENT_FUNDS) {
                throw ErrorCode.MIN_LEVERAGE_RATIO.with();
            }
            boolean tooHigh = account.riskTiers(symbol).stream()
                    .allMatch(tier -> tier.maxLeverage().intValue() < leverage);
            throw tooHigh || account.positions(symbol).isEmpty()
                    ? ErrorCode.INVALID_LEVERAGE.with(leverage)
                    : ErrorCode.MAX_LEVERAGE_RATIO.with();
        }
    }

    private Object setMarginType(Call call) {
        Market market = catalogue.market(call.parameters());
        Symbol symbol = market.instrument().symbol();
        MarginMode mode = switch (call.parameters().text("marginType")) {
            case "ISOLATED" -> MarginMode.ISOLATED;
            case "CROSSED" -> MarginMode.CROSS;
            default -> throw ErrorCode.INVALID_PARAMETER.with("marginType");
        };
        Account account = call.account().client(symbol).account();
        if (account.marginMode(symbol) == mode) {
            throw ErrorCode.SAME_MARGIN_TYPE.with();
        }
        if (!call.account().client(symbol).trading().openOrders(symbol).isEmpty()) {
            throw ErrorCode.OPEN_ORDERS_EXIST.with();
        }
        for (Position position : account.positions(symbol)) {
            if (position.quantity().signum() != 0) {
                throw ErrorCode.POSITION_EXISTS.with();
            }
        }
        account.setMarginMode(symbol, mode);
        venue.settingsChanged(call.account(), symbol);
        return OrderCalls.success();
    }
}
