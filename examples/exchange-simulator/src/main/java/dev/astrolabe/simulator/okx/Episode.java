package dev.astrolabe.simulator.okx;

import java.math.BigDecimal;
import java.time.Instant;

/** One position from its opening to its end, in contracts, for what the engine's view of a position does not tell. */
final class Episode {

    private final String id;
    private final OkxInstrument instrument;
    private final String posSide;
    private final boolean isLong;
    private final String mgnMode;
    private final String leverage;
    private final Instant openedAt;
    private BigDecimal held = BigDecimal.ZERO;
    private BigDecimal most = BigDecimal.ZERO;
    private final Average opened;
    private final Average closed;
    private BigDecimal pnl = BigDecimal.ZERO;
    private BigDecimal fee = BigDecimal.ZERO;
    private BigDecimal funding = BigDecimal.ZERO;
    private BigDecimal penalty = BigDecimal.ZERO;
    private Instant updatedAt;
    private String tradeId = "";
    private String ending = "normal";

    Episode(
            String id,
            OkxInstrument instrument,
            String posSide,
            boolean isLong,
            String mgnMode,
            String leverage,
            Instant openedAt) {
        this.id = id;
        this.instrument = instrument;
        this.posSide = posSide;
        this.isLong = isLong;
        this.mgnMode = mgnMode;
        this.leverage = leverage;
        this.openedAt = openedAt;
        this.updatedAt = openedAt;
        this.opened = new Average(instrument.inverse());
        this.closed = new Average(instrument.inverse());
    }

    void open(BigDecimal contracts, BigDecimal price) {
        held = held.add(contracts);
        most = most.max(held);
        opened.add(contracts, price);
    }

    void close(BigDecimal contracts, BigDecimal price, String category) {
        held = held.subtract(contracts);
        closed.add(contracts, price);
        ending = category;
    }

    void account(BigDecimal morePnl, BigDecimal moreFee, String trade, Instant now) {
        pnl = pnl.add(morePnl);
        fee = fee.add(moreFee);
        tradeId = trade;
        updatedAt = now;
    }

    void addFunding(BigDecimal amount, Instant now) {
        funding = funding.add(amount);
        updatedAt = now;
    }

    void addPenalty(BigDecimal amount, Instant now) {
        penalty = penalty.add(amount);
        updatedAt = now;
    }

    boolean isFlat() {
        return held.signum() <= 0;
    }

    String id() {
        return id;
    }

    OkxInstrument instrument() {
        return instrument;
    }

    String posSide() {
        return posSide;
    }

    String direction() {
        return isLong ? "long" : "short";
    }

    boolean isLong() {
        return isLong;
    }

    String mgnMode() {
        return mgnMode;
    }

    String leverage() {
        return leverage;
    }

    BigDecimal held() {
        return held;
    }

    BigDecimal most() {
        return most;
    }

    Average opened() {
        return opened;
    }

    Average closed() {
        return closed;
    }

    BigDecimal pnl() {
        return pnl;
    }

    BigDecimal fee() {
        return fee;
    }

    BigDecimal funding() {
        return funding;
    }

    BigDecimal penalty() {
        return penalty;
    }

    BigDecimal realized() {
        return pnl.add(fee).add(funding).add(penalty);
    }

    /** What it made, over the margin that its opening took. */
    BigDecimal ratio() {
        BigDecimal price = opened.price();
        if (price.signum() == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal worth = instrument.worth(opened.contracts(), price);
        BigDecimal cost = instrument.inverse() ? Text.ratio(worth, price) : worth;
        return Text.ratio(realized().multiply(new BigDecimal(leverage)), cost);
    }

    Instant openedAt() {
        return openedAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    String tradeId() {
        return tradeId;
    }

    /** What the history says of its end, whole or in part (docs: OKX v5, "Get positions history", type). */
    String kindOfEnd() {
        return switch (ending) {
            case "full_liquidation" -> isFlat() ? "3" : "4";
            case "adl" -> isFlat() ? "6" : "5";
            default -> isFlat() ? "2" : "1";
        };
    }
}
