package dev.astrolabe.agents.paper;

import dev.astrolabe.exchange.model.Liquidity;
import dev.astrolabe.exchange.model.OrderRequest;
import dev.astrolabe.exchange.model.OrderType;
import dev.astrolabe.exchange.model.PositionMode;
import dev.astrolabe.exchange.model.PositionSide;
import java.math.BigDecimal;
import java.util.Collection;

/** The venue's own orders: they close a position whether its account wants it or not, and pay no trading fee. */
final class ForcedOrders {

    /** Why the venue closes. It is the raw type of the order, and in its client id as AsterDex gives it. */
    enum Cause {
        /** The position was no longer backed. */
        LIQUIDATION("autoclose-"),
        /** The other side of a liquidation was (docs: futures v3, "User's Force Orders"). */
        ADL("adl_autoclose"),
        /** The contract has expired. */
        DELIVERY("delivery-");

        private final String id;

        Cause(String id) {
            this.id = id;
        }
    }

    private final Venue venue;
    private final Settlement settlement;

    ForcedOrders(Venue venue, Settlement settlement) {
        this.venue = venue;
        this.settlement = settlement;
    }

    /** An order against a position, yet to be filled. */
    PaperOrder open(Holding holding, PaperPosition position, BigDecimal units, Cause cause) {
        PositionSide direction = PositionSide.ofSign(position.quantity().signum());
        boolean hedge = holding.portfolio().positionMode() == PositionMode.HEDGE;
        PaperMarket market = holding.market();
        OrderRequest request = market.contract()
                .sized(OrderRequest.builder(market.instrument().symbol(), direction.closing(), OrderType.MARKET), units)
                .positionSide(hedge ? direction : null)
                .reduceOnly(!hedge)
                .build();
        String clientOrderId = cause.id.endsWith("-") ? cause.id + venue.nextId() : cause.id;
        PaperOrder order = settlement.open(holding, request, OrderType.LIQUIDATION, clientOrderId);
        order.setRawType(cause.name());
        venue.notices().changed(order);
        venue.notices().tell();
        return order;
    }

    /** Closes so much of a position at the mark price, past the book. */
    PaperOrder closeAtMark(Holding holding, PaperPosition position, BigDecimal units, Cause cause) {
        PaperOrder order = open(holding, position, units, cause);
        settlement.fill(order, new Execution(holding.market().mark(), units), Liquidity.UNKNOWN);
        return order;
    }

    void cancel(Collection<PaperOrder> orders) {
        settlement.cancel(orders);
    }
}
