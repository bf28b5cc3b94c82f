package dev.astrolabe.okx.standin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.astrolabe.exchange.model.MarginMode;
import dev.astrolabe.exchange.model.OrderRequest;
import dev.astrolabe.exchange.model.OrderType;
import dev.astrolabe.exchange.model.PositionSide;
import dev.astrolabe.exchange.model.Side;
import dev.astrolabe.exchange.model.TimeInForce;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What an order asks for, checked as the venue checks it: numbers are texts, flags are not, and the mode of the account decides about
 * the position side.
 *
 * @param size in contracts; null where the whole position is meant
 * @param price null where there is none
 */
record OrderForm(
        Listing listing,
        String tdMode,
        Side side,
        String posSide,
        String ordType,
        BigDecimal size,
        BigDecimal price,
        String clientId,
        String tag,
        boolean reduceOnly,
        String stpMode,
        boolean hedge) {

    private static final Set<String> PRICED = Set.of("limit", "post_only", "fok", "ioc", "rpi");
    private static final Set<String> MARKET = Set.of("market", "optimal_limit_ioc");
    private static final Set<String> RETIRED =
            Set.of("tpTriggerPx", "tpOrdPx", "tpTriggerPxType", "slTriggerPx", "slOrdPx", "slTriggerPxType");

    /** A plain order. */
    static OrderForm of(JsonNode body, boolean hedge, Listing listing) {
        if (RETIRED.stream().anyMatch(body::has)) {
            throw Refusal.item("54070", "Parameters of attached orders are outdated; use attachAlgoOrds.");
        }
        String type = text(body, "ordType");
        boolean priced = PRICED.contains(type);
        if (!priced && !MARKET.contains(type)) {
            throw Refusal.parameter("ordType");
        }
        BigDecimal size = size(body, "sz", listing);
        BigDecimal price = priced ? price(body, "px", listing) : null;
        String stp = optional(body, "stpMode");
        if (!Set.of("", "cancel_maker", "cancel_taker", "cancel_both").contains(stp)) {
            throw Refusal.parameter("stpMode");
        }
        if (type.equals("fok") && stp.equals("cancel_both")) {
            throw Refusal.item("50016", "FOK orders don't support cancel_both.");
        }
        return form(body, hedge, listing, type, size, price, stp.isEmpty() ? "cancel_maker" : stp);
    }

    /** What an order that waits for a trigger has in common with one that does not. */
    static OrderForm ofAlgo(JsonNode body, boolean hedge, Listing listing) {
        boolean whole = body.has("closeFraction");
        if (whole && (!text(body, "closeFraction").equals("1") || body.has("sz"))) {
            throw Refusal.parameter("closeFraction");
        }
        BigDecimal size = whole ? null : size(body, "sz", listing);
        return form(body, hedge, listing, text(body, "ordType"), size, null, "cancel_maker");
    }

    private static OrderForm form(
            JsonNode body, boolean hedge, Listing listing, String type, BigDecimal size, BigDecimal price, String stp) {
        String mode = text(body, "tdMode");
        if (!mode.equals("cross") && !mode.equals("isolated")) {
            throw Refusal.parameter("tdMode");
        }
        String side = text(body, "side");
        if (!side.equals("buy") && !side.equals("sell")) {
            throw Refusal.parameter("side");
        }
        String posSide = optional(body, "posSide");
        if (hedge
                ? !posSide.equals("long") && !posSide.equals("short")
                : !posSide.isEmpty() && !posSide.equals("net")) {
            throw Refusal.parameter("posSide");
        }
        if (body.has("reduceOnly") && !body.get("reduceOnly").isBoolean()) {
            throw Refusal.parameter("reduceOnly");
        }
        return new OrderForm(
                listing,
                mode,
                side.equals("buy") ? Side.BUY : Side.SELL,
                hedge ? posSide : "net",
                type,
                size,
                price,
                word(body, "clOrdId", 32),
                word(body, "tag", 16),
                !hedge && body.path("reduceOnly").asBoolean(),
                stp,
                hedge);
    }

    static String text(JsonNode body, String name) {
        String value = optional(body, name);
        if (value.isEmpty()) {
            throw Refusal.item("51000", "Parameter " + name + " can not be empty.");
        }
        return value;
    }

    static String optional(JsonNode body, String name) {
        JsonNode node = body.path(name);
        if (node.isMissingNode()) {
            return "";
        }
        if (!node.isTextual()) {
            throw Refusal.parameter(name);
        }
        return node.asText();
    }

    static String word(JsonNode body, String name, int longest) {
        String value = optional(body, name);
        if (!value.matches("[A-Za-z0-9]{0," + longest + "}")) {
            throw Refusal.parameter(name);
        }
        return value;
    }

    static BigDecimal number(JsonNode body, String name) {
        String value = text(body, name);
        if (!value.matches("\\d+(\\.\\d+)?")) {
            throw Refusal.parameter(name);
        }
        return new BigDecimal(value);
    }

    static BigDecimal size(JsonNode body, String name, Listing listing) {
        BigDecimal size = number(body, name);
        if (size.compareTo(listing.lot()) < 0) {
            throw Refusal.item("51020", "Your order should meet or exceed the minimum order amount.");
        }
        if (size.remainder(listing.lot()).signum() != 0) {
            throw Refusal.item("51121", "Order quantity must be a multiple of the lot size.");
        }
        if (size.compareTo(listing.maxSize()) > 0) {
            throw Refusal.item("51202", "Order amount exceeds the maximum.");
        }
        return size;
    }

    static BigDecimal price(JsonNode body, String name, Listing listing) {
        BigDecimal price = number(body, name);
        if (price.signum() == 0 || price.remainder(listing.tick()).signum() != 0) {
            throw Refusal.parameter(name);
        }
        return price;
    }

    MarginMode marginMode() {
        return tdMode.equals("isolated") ? MarginMode.ISOLATED : MarginMode.CROSS;
    }

    /** The slot of the position; null in net mode. */
    PositionSide slot() {
        return !hedge ? null : posSide.equals("long") ? PositionSide.LONG : PositionSide.SHORT;
    }

    /** Whether it can but make a position smaller. */
    boolean closes() {
        return hedge ? (side == Side.BUY) == posSide.equals("short") : reduceOnly;
    }

    /** The same as another order of that size. */
    OrderForm as(String type, BigDecimal amount, BigDecimal limit) {
        return new OrderForm(listing, tdMode, side, posSide, type, amount, limit, "", tag, reduceOnly, stpMode, hedge);
    }

    /** In the engine's terms. */
    OrderRequest request() {
        boolean market = MARKET.contains(ordType);
        return OrderRequest.builder(listing.symbol(), side, market ? OrderType.MARKET : OrderType.LIMIT)
                .quantity(listing.toBase(size))
                .price(price)
                .timeInForce(market ? null : timeInForce())
                .positionSide(slot())
                .marginMode(marginMode())
                .reduceOnly(closes())
                .build();
    }

    private TimeInForce timeInForce() {
        return switch (ordType) {
            case "post_only" -> TimeInForce.POST_ONLY;
            case "fok" -> TimeInForce.FOK;
            case "ioc" -> TimeInForce.IOC;
            case "rpi" -> TimeInForce.RPI;
            default -> TimeInForce.GTC;
        };
    }

    /** What is sent with the order and waits for it to be filled. */
    static List<JsonNode> attached(JsonNode body) {
        List<JsonNode> rows = new ArrayList<>();
        body.path("attachAlgoOrds").forEach(rows::add);
        return rows;
    }
}
