package dev.astrolabe.okx.standin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.astrolabe.exchange.model.MarginMode;
import dev.astrolabe.exchange.model.PositionMode;
import dev.astrolabe.exchange.model.PositionSide;
import dev.astrolabe.exchange.testkit.engine.Engine;
import dev.astrolabe.exchange.testkit.engine.Holding;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The settings of a small OKX: leverage, modes, margin and fees. */
final class SettingsDesk {

    private final Engine engine;
    private final OrderDesk orders;
    private final AlgoDesk algos;
    private final Clock clock;

    SettingsDesk(Engine engine, OrderDesk orders, AlgoDesk algos, Clock clock) {
        this.engine = engine;
        this.orders = orders;
        this.algos = algos;
        this.clock = clock;
    }

    List<Map<String, Object>> leverages(Call call) {
        String mode = mode(call.require("mgnMode"));
        List<Map<String, Object>> rows = new ArrayList<>();
        for (String instId : call.require("instId").split(",", -1)) {
            Listing listing = MarketDesk.listing(instId);
            for (String side : orders.hedge() ? List.of("long", "short") : List.of("net")) {
                rows.add(Rows.of(
                        "instId", instId,
                        "mgnMode", mode,
                        "posSide", side,
                        "ccy", "",
                        "lever", engine.purse().leverage(listing.symbol(), margin(mode), slot(side))));
            }
        }
        return rows;
    }

    private static String mode(String text) {
        if (!text.equals("cross") && !text.equals("isolated")) {
            throw Refusal.of("51000", "Parameter mgnMode error");
        }
        return text;
    }

    private static MarginMode margin(String mode) {
        return mode.equals("isolated") ? MarginMode.ISOLATED : MarginMode.CROSS;
    }

    private static PositionSide slot(String posSide) {
        return switch (posSide) {
            case "long" -> PositionSide.LONG;
            case "short" -> PositionSide.SHORT;
            default -> null;
        };
    }

    List<Map<String, Object>> setLeverage(JsonNode body) {
        Listing listing = MarketDesk.listing(OrderForm.text(body, "instId"));
        String mode = mode(OrderForm.text(body, "mgnMode"));
        BigDecimal leverage = OrderForm.number(body, "lever");
        String side = OrderForm.optional(body, "posSide");
        boolean sided = mode.equals("isolated") && orders.hedge();
        if (sided && slot(side) == null) {
            throw Refusal.of("51000", "Parameter posSide error");
        }
        if (leverage.compareTo(BigDecimal.ONE) < 0 || leverage.compareTo(new BigDecimal("100")) > 0) {
            throw Refusal.of("59102", "Leverage exceeds the maximum limit. Please lower the leverage.");
        }
        engine.purse().leverage(listing.symbol(), margin(mode), sided ? slot(side) : null, leverage.intValueExact());
        return List.of(Rows.of("lever", leverage, "mgnMode", mode, "instId", listing.instId(), "posSide", side));
    }

    List<Map<String, Object>> setPositionMode(JsonNode body) {
        String wanted = OrderForm.text(body, "posMode");
        if (!wanted.equals("net_mode") && !wanted.equals("long_short_mode")) {
            throw Refusal.of("51000", "Parameter posMode error");
        }
        PositionMode mode = wanted.equals("net_mode") ? PositionMode.ONE_WAY : PositionMode.HEDGE;
        boolean busy = !engine.purse().positions().isEmpty()
                || orders.orders().stream().anyMatch(each -> each.live.isOpen())
                || algos.algos().stream().anyMatch(Algo::isLive);
        if (busy && mode != engine.purse().mode()) {
            throw Refusal.of("59000", "Setting failed. Cancel any open orders or positions first.");
        }
        engine.purse().mode(mode);
        return List.of(Rows.of("posMode", wanted));
    }

    List<Map<String, Object>> adjustMargin(JsonNode body) {
        Listing listing = MarketDesk.listing(OrderForm.text(body, "instId"));
        String side = OrderForm.text(body, "posSide");
        String type = OrderForm.text(body, "type");
        BigDecimal amount = OrderForm.number(body, "amt");
        if (!List.of("add", "reduce").contains(type) || orders.hedge() == (slot(side) == null)) {
            throw Refusal.of("51000", "Parameter type or posSide error");
        }
        Holding holding = engine.purse().holding(listing.symbol(), slot(side), MarginMode.ISOLATED);
        if (holding.isFlat()) {
            throw Refusal.of("59300", "Margin call failed. Position does not exist.");
        }
        holding.addMargin(type.equals("add") ? amount : amount.negate());
        return List.of(Rows.of(
                "amt",
                amount,
                "ccy",
                "USDT",
                "instId",
                listing.instId(),
                "leverage",
                "",
                "posSide",
                side,
                "type",
                type));
    }

    List<Map<String, Object>> fees(Call call) {
        String type = call.require("instType");
        List<Map<String, Object>> groups = List.of(
                Rows.of("groupId", "4", "maker", "-0.0002", "taker", "-0.0004", "rpiMaker", "", "elpMaker", ""));
        Map<String, Object> row = Rows.of(
                "category",
                "1",
                "feeGroup",
                groups,
                "fiat",
                List.of(),
                "instType",
                type,
                "level",
                "Lv1",
                "ruleType",
                "normal",
                "ts",
                clock.instant());
        return List.of(Rows.empty(row, """
                delivery exercise maker makerU makerUSDC settle taker takerU takerUSDC"""));
    }
}
