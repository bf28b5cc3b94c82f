package dev.astrolabe.agents.gate;

import dev.astrolabe.agents.OwnPosition;
import dev.astrolabe.agents.Proposal;
import dev.astrolabe.agents.market.Listing;
import dev.astrolabe.agents.market.MarketView;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.PositionSide;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Judges exits. Nothing but ownership holds them up: no state of the session, no age of a price, no least notional.
 */
final class ExitReview {

    private final GateContext context;

    ExitReview(GateContext context) {
        this.context = context;
    }

    Verdict close(Proposal.Close close, GateAgent agent) {
        Optional<OwnPosition> position = owned(agent, close.listing(), close.side());
        if (position.isEmpty()) {
            return nothing(close, close.listing(), close.side());
        }
        if (close.quantity().signum() <= 0) {
            return new Verdict.Rejected(
                    ReasonCode.SCHEMA, "quantity " + Amounts.text(close.quantity()) + " to close is not above 0");
        }
        BigDecimal owned = position.get().quantity();
        if (close.quantity().compareTo(owned) >= 0) {
            return closed(close, owned, ReasonCode.CLOSE_CLAMPED);
        }
        if (!Amounts.sane(close.quantity())) {
            return new Verdict.Rejected(
                    ReasonCode.SCHEMA, "quantity " + Amounts.text(close.quantity()) + " has more than 60 digits");
        }
        return closed(close, onLot(close, owned), ReasonCode.QUANTITY_FLOORED);
    }

    private static Verdict closed(Proposal.Close close, BigDecimal quantity, ReasonCode code) {
        if (quantity.compareTo(close.quantity()) == 0) {
            return new Verdict.Approved(close);
        }
        return new Verdict.Modified(
                new Proposal.Close(
                        close.agent(), close.decidedAt(), close.listing(), close.side(), quantity, close.reason()),
                List.of(new Clamp(code, "quantity", close.quantity(), quantity)));
    }

    /** Down to the lot; a part of less than a lot becomes one lot, or all where less than that is owned. */
    private BigDecimal onLot(Proposal.Close close, BigDecimal owned) {
        MarketView market = context.markets().get(close.listing());
        if (market == null) {
            return close.quantity();
        }
        Instrument instrument = market.instrument();
        Optional<QuantityGrid> grid =
                QuantityGrid.of(List.of(instrument.quantityFilter(), instrument.marketQuantityFilter()));
        return grid.flatMap(values -> values.floor(close.quantity()))
                .or(() -> grid.flatMap(QuantityGrid::least))
                .map(owned::min)
                .orElse(close.quantity());
    }

    Verdict moveStop(Proposal.MoveStop move, GateAgent agent) {
        Optional<OwnPosition> position = owned(agent, move.listing(), move.side());
        if (position.isEmpty()) {
            return nothing(move, move.listing(), move.side());
        }
        Optional<Verdict.Rejected> malformed = Schema.positive("stop", move.stopPrice());
        if (malformed.isPresent()) {
            return malformed.get();
        }
        boolean up = move.side() == PositionSide.LONG;
        Optional<MarketView> market = Optional.ofNullable(context.markets().get(move.listing()));
        BigDecimal stop = market.map(view -> view.instrument().priceFilter())
                .map(filter -> up ? filter.up(move.stopPrice()) : filter.down(move.stopPrice()))
                .orElse(move.stopPrice());
        Optional<BigDecimal> current = position.get().stopPrice();
        if (current.isPresent() && !beyond(up, stop, current.get())) {
            return new Verdict.Rejected(
                    ReasonCode.STOP_NOT_TIGHTER,
                    "stop " + Amounts.text(stop) + " of a " + move.side() + " in " + move.listing()
                            + " is not tighter than the present one, " + Amounts.text(current.get()));
        }
        // A mark price however old is the best there is; a venue that knows better refuses.
        if (stop.signum() <= 0
                || (market.isPresent() && !beyond(up, market.get().mark(), stop))) {
            return new Verdict.Rejected(
                    ReasonCode.STOP_WOULD_TRIGGER,
                    "stop " + Amounts.text(stop) + " of a " + move.side() + " in " + move.listing()
                            + " would fire at once: the price is "
                            + market.map(view -> Amounts.text(view.mark())).orElse("not known"));
        }
        return moved(move, stop);
    }

    private static boolean beyond(boolean up, BigDecimal price, BigDecimal other) {
        return up ? price.compareTo(other) > 0 : price.compareTo(other) < 0;
    }

    private static Verdict moved(Proposal.MoveStop move, BigDecimal stop) {
        if (stop.compareTo(move.stopPrice()) == 0) {
            return new Verdict.Approved(move);
        }
        return new Verdict.Modified(
                new Proposal.MoveStop(move.agent(), move.decidedAt(), move.listing(), move.side(), stop, move.reason()),
                List.of(new Clamp(ReasonCode.PRICE_ROUNDED, "stop of " + move.listing(), move.stopPrice(), stop)));
    }

    private static Optional<OwnPosition> owned(GateAgent agent, Listing listing, PositionSide side) {
        return agent.position(listing, side)
                .filter(position -> position.quantity().signum() > 0);
    }

    private static Verdict nothing(Proposal proposal, Listing listing, PositionSide side) {
        return new Verdict.Rejected(
                ReasonCode.NOTHING_TO_CLOSE, proposal.agent() + " owns no " + side + " position in " + listing);
    }
}
