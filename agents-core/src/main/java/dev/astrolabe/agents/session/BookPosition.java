package dev.astrolabe.agents.session;

import dev.astrolabe.agents.OwnPosition;
import dev.astrolabe.agents.market.Listing;
import dev.astrolabe.exchange.model.OrderRef;
import dev.astrolabe.exchange.model.PositionSide;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One open position in the books of an agent, from its first fill until it is flat. Changed by the session's thread alone. */
final class BookPosition {

    private final Listing listing;
    private final Instant openedAt;
    private final int leverage;
    private final RoundTrip roundTrip;
    private BigDecimal signedQuantity = BigDecimal.ZERO;
    private BigDecimal cost = BigDecimal.ZERO;
    private BigDecimal bestPrice;
    private int barsHeld;
    private @Nullable RestingExit stop;
    private @Nullable RestingExit takeProfit;

    /** An order that waits at the venue to take the position off. */
    record RestingExit(OrderRef ref, BigDecimal price, BigDecimal quantity) {}

    BookPosition(Listing listing, Instant openedAt, BigDecimal price, int leverage, RoundTrip roundTrip) {
        this.listing = listing;
        this.openedAt = openedAt;
        this.leverage = leverage;
        this.roundTrip = roundTrip;
        this.bestPrice = price;
    }

    /** Changes quantity and cost; the cost of what is taken off leaves in proportion, and the rest keeps the remainder. */
    void apply(BigDecimal signedFill, BigDecimal price) {
        if (signedQuantity.signum() * signedFill.signum() >= 0) {
            cost = cost.add(signedFill.multiply(price));
        } else {
            BigDecimal share = cost.multiply(signedFill.negate())
                    .divide(signedQuantity, AgentBook.MONEY_SCALE, RoundingMode.HALF_EVEN);
            cost = cost.subtract(share);
        }
        signedQuantity = signedQuantity.add(signedFill);
    }

    void mark(BigDecimal price) {
        boolean better = signedQuantity.signum() > 0 ? price.compareTo(bestPrice) > 0 : price.compareTo(bestPrice) < 0;
        if (better) {
            bestPrice = price;
        }
    }

    void barClosed() {
        barsHeld++;
    }

    void stoppedBy(RestingExit newStop) {
        stop = newStop;
    }

    void takenBy(RestingExit newTakeProfit) {
        takeProfit = newTakeProfit;
    }

    Optional<RestingExit> stop() {
        return Optional.ofNullable(stop);
    }

    Optional<RestingExit> takeProfit() {
        return Optional.ofNullable(takeProfit);
    }

    Listing listing() {
        return listing;
    }

    RoundTrip roundTrip() {
        return roundTrip;
    }

    boolean isFlat() {
        return signedQuantity.signum() == 0;
    }

    BigDecimal signedQuantity() {
        return signedQuantity;
    }

    BigDecimal quantity() {
        return signedQuantity.abs();
    }

    PositionSide side() {
        return PositionSide.ofSign(signedQuantity.signum());
    }

    int leverage() {
        return leverage;
    }

    BigDecimal entryPrice() {
        return cost.divide(signedQuantity, MathContext.DECIMAL64);
    }

    BigDecimal margin() {
        return cost.abs().divide(BigDecimal.valueOf(leverage), AgentBook.MONEY_SCALE, RoundingMode.UP);
    }

    BigDecimal value(BigDecimal mark) {
        return signedQuantity.multiply(mark);
    }

    OwnPosition view(BigDecimal mark) {
        return OwnPosition.builder()
                .listing(listing)
                .side(side())
                .quantity(quantity())
                .entryPrice(entryPrice())
                .leverage(leverage)
                .margin(margin())
                .stopPrice(stop == null ? null : stop.price())
                .openedAt(openedAt)
                .barsHeld(barsHeld)
                .bestPrice(bestPrice)
                .unrealizedPnl(value(mark).subtract(cost))
                .build();
    }
}
