package dev.astrolabe.okx.standin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.astrolabe.exchange.model.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** An order that waits for a price, in the venue's words. Guarded by the stand-in. */
final class Algo {

    /**
     * What fires.
     *
     * @param leg {@code tp}, {@code sl}, or empty
     * @param price the limit of the order that is placed; null where it is a market order
     * @param source what the order says of where it comes from
     */
    record Shot(String leg, BigDecimal price, String source) {}

    private static final List<String> COPIED = List.of(
            "activePx",
            "amendPxOnTriggerType",
            "callbackRatio",
            "callbackSpread",
            "closeFraction",
            "chaseType",
            "chaseVal",
            "maxChaseType",
            "maxChaseVal",
            "pxLimit",
            "pxSpread",
            "pxVar",
            "slOrdPx",
            "slTriggerPx",
            "slTriggerPxType",
            "szLimit",
            "timeInterval",
            "tpOrdPx",
            "tpTriggerPx",
            "tpTriggerPxType",
            "triggerPx",
            "triggerPxType");

    final long id;
    final String clientId;
    final OrderForm form;
    final Instant created;
    final Map<String, String> asked = new LinkedHashMap<>();
    private final BigDecimal placedAt;
    private BigDecimal extreme;
    private boolean active;
    Instant updated;
    Instant seenFrom = Instant.MIN;
    String state = "live";
    String orderId = "";
    String failCode = "";
    private String actualSide = "";
    private String actualPrice = "";
    private Instant triggered;

    Algo(long id, String clientId, OrderForm form, JsonNode body, BigDecimal price, Instant now) {
        this.id = id;
        this.clientId = clientId;
        this.form = form;
        this.created = now;
        this.updated = now;
        this.placedAt = price;
        for (String name : COPIED) {
            asked.put(name, body.path(name).asText(""));
        }
        asked.put("ordPx", body.path("orderPx").asText(""));
        this.active = number("activePx").isEmpty();
        this.extreme = price;
    }

    boolean isLive() {
        return state.equals("live");
    }

    private Optional<BigDecimal> number(String name) {
        String text = asked.getOrDefault(name, "");
        return text.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(text));
    }

    /** What a price fires of it. */
    Optional<Shot> firedBy(BigDecimal price) {
        return switch (form.ordType()) {
            case "conditional", "oco" -> leg("sl", price).or(() -> leg("tp", price));
            case "trigger" ->
                number("triggerPx").filter(at -> crossed(at, price)).map(at -> shot("", "ordPx", "6"));
            case "move_order_stop" -> trails(price) ? Optional.of(new Shot("", null, "25")) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private Optional<Shot> leg(String leg, BigDecimal price) {
        boolean rising = leg.equals("tp") == (form.side() == Side.SELL);
        return number(leg + "TriggerPx")
                .filter(at -> rising ? price.compareTo(at) >= 0 : price.compareTo(at) <= 0)
                .map(at -> shot(leg, leg + "OrdPx", "7"));
    }

    private Shot shot(String leg, String field, String source) {
        return new Shot(leg, number(field).filter(limit -> limit.signum() > 0).orElse(null), source);
    }

    private boolean crossed(BigDecimal at, BigDecimal price) {
        return at.compareTo(placedAt) >= 0 ? price.compareTo(at) >= 0 : price.compareTo(at) <= 0;
    }

    /** It follows from its activation on, and fires on the way back. */
    private boolean trails(BigDecimal price) {
        boolean sell = form.side() == Side.SELL;
        BigDecimal start = number("activePx").orElse(price);
        if (!active && (sell ? price.compareTo(start) >= 0 : price.compareTo(start) <= 0)) {
            active = true;
            extreme = price;
        }
        if (!active) {
            return false;
        }
        extreme = sell ? extreme.max(price) : extreme.min(price);
        BigDecimal away = number("callbackSpread")
                .orElseGet(() -> extreme.multiply(number("callbackRatio").orElseThrow()));
        BigDecimal trigger = sell ? extreme.subtract(away) : extreme.add(away);
        return sell ? price.compareTo(trigger) <= 0 : price.compareTo(trigger) >= 0;
    }

    void end(String how, Instant now) {
        state = how;
        updated = now;
    }

    void fired(Shot shot, String order, BigDecimal price, Instant now) {
        orderId = order;
        actualSide = shot.leg();
        actualPrice = Rows.text(price);
        triggered = now;
        end("effective", now);
    }

    void failed(String code, Instant now) {
        failCode = code;
        triggered = now;
        end("order_failed", now);
    }

    Map<String, Object> row(BigDecimal last, String leverage) {
        Map<String, Object> row = Rows.of(
                "algoId",
                id,
                "algoClOrdId",
                clientId,
                "actualPx",
                actualPrice,
                "actualSide",
                actualSide,
                "actualSz",
                orderId.isEmpty() || form.size() == null ? "0" : form.size(),
                "attachAlgoOrds",
                List.of(),
                "cTime",
                created,
                "failCode",
                failCode,
                "instId",
                form.listing().instId(),
                "instType",
                "SWAP",
                "last",
                last,
                "lever",
                leverage,
                "linkedOrd",
                Map.of("ordId", ""),
                "ordId",
                orderId,
                "ordIdList",
                orderId.isEmpty() ? List.of() : List.of(orderId),
                "ordType",
                form.ordType(),
                "posSide",
                form.posSide(),
                "reduceOnly",
                Boolean.toString(form.reduceOnly()),
                "side",
                form.side().name().toLowerCase(Locale.ROOT),
                "state",
                state,
                "sz",
                form.size(),
                "tag",
                form.tag(),
                "tdMode",
                form.tdMode(),
                "triggerTime",
                triggered,
                "uTime",
                updated);
        row.putAll(asked);
        row.put("advChaseParams", List.of());
        row.put("subAlgoIdList", List.of());
        row.put("triggerParams", List.of());
        return Rows.empty(row, """
                advanceOrdType aggressiveness ccy clOrdId isTradeBorrowMode lmtOrderNumber moveTriggerPx
                quickMgnType tgtCcy tradeQuoteCcy""");
    }
}
