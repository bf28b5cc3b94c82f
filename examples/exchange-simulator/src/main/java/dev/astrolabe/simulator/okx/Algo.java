package dev.astrolabe.simulator.okx;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One algo order: what was asked for, and the one or two conditional orders of the engine that watch the price for it. */
final class Algo {

    /** Which part of it an order of the engine is. */
    enum Leg {
        TAKE_PROFIT("tp"),
        STOP_LOSS("sl"),
        WHOLE("");

        private final String word;

        Leg(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    private final OkxInstrument instrument;
    private final Map<String, Leg> legs = new LinkedHashMap<>();
    private final Instant createdAt;
    private final String last;
    private Params words;
    private String id = "";
    private String state = "live";
    private Instant updatedAt;
    private String orderId = "";
    private String linkedOrderId = "";
    private Leg fired = Leg.WHOLE;
    private String actualSize = "0";
    private String actualPrice = "";
    private String triggerTime = "";
    private String failCode = "";
    private String requestId = "";

    Algo(OkxInstrument instrument, Params words, Instant now) {
        this.instrument = instrument;
        this.words = words;
        this.createdAt = now;
        this.updatedAt = now;
        this.last = Text.of(instrument.last());
    }

    OkxInstrument instrument() {
        return instrument;
    }

    /** What was asked for, in the words of the request. */
    Params words() {
        return words;
    }

    String word(String name) {
        return words.textOr(name, "");
    }

    void reword(Params changed, String newRequestId, Instant now) {
        words = changed;
        requestId = newRequestId;
        updatedAt = now;
    }

    /** Empty until its first leg is placed. */
    String id() {
        return id;
    }

    String clientId() {
        return word("algoClOrdId");
    }

    String ordType() {
        return word("ordType");
    }

    boolean isTrailing() {
        return ordType().equals("move_order_stop");
    }

    boolean closesAll() {
        return words.has("closeFraction");
    }

    boolean endsWithPosition() {
        return closesAll() || words.flag("cxlOnClosePos");
    }

    /** Names one that the engine never saw. */
    void name(String algoId) {
        id = algoId;
    }

    void add(String engineId, Leg leg) {
        legs.put(engineId, leg);
        id = id.isEmpty() ? Ids.algo(engineId) : id;
    }

    Leg leg(String engineId) {
        return legs.getOrDefault(engineId, Leg.WHOLE);
    }

    void drop(String engineId) {
        legs.remove(engineId);
    }

    /** The engine's ids of its legs. */
    List<String> legs() {
        return new ArrayList<>(legs.keySet());
    }

    boolean isLive() {
        return state.equals("live");
    }

    String state() {
        return state;
    }

    void end(String newState, Instant now) {
        state = newState;
        updatedAt = now;
    }

    void fire(Leg leg, String newOrderId, String size, Instant now) {
        fired = leg;
        orderId = newOrderId;
        actualSize = size;
        triggerTime = Text.of(now);
        end("effective", now);
    }

    void fail(String code, Instant now) {
        failCode = code;
        end("order_failed", now);
    }

    void setActualPrice(String price) {
        actualPrice = price;
    }

    void link(String parentOrderId) {
        linkedOrderId = parentOrderId;
    }

    String linkedOrderId() {
        return linkedOrderId;
    }

    String orderId() {
        return orderId;
    }

    String actualSide() {
        return fired.word();
    }

    String actualSize() {
        return actualSize;
    }

    String actualPrice() {
        return actualPrice;
    }

    String triggerTime() {
        return triggerTime;
    }

    String failCode() {
        return failCode;
    }

    String requestId() {
        return requestId;
    }

    String last() {
        return last;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }
}
