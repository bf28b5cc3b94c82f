package dev.astrolabe.aster.internal;

import dev.astrolabe.aster.model.ChaseOffset;
import dev.astrolabe.aster.model.ChaseRequest;
import dev.astrolabe.aster.model.OffsetType;
import dev.astrolabe.aster.model.QuantityUnit;
import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.InstrumentStatus;
import dev.astrolabe.exchange.transport.Params;
import java.math.BigDecimal;
import java.util.Optional;

/** The parameters of a chase, checked against the instrument (docs: futures v3, "Place Chase Order"). */
final class ChaseParameters {

    private final ChaseRequest chase;
    private final Instrument instrument;

    private ChaseParameters(ChaseRequest chase, Instrument instrument) {
        this.chase = chase;
        this.instrument = instrument;
    }

    /**
     * The parameters, in the order they are sent.
     *
     * @throws NotSentException naming the filter, the value and the nearest valid one
     */
    static Params of(ChaseRequest chase, Instrument instrument, String clientStrategyId) {
        return new ChaseParameters(chase, instrument).build().add(AsterEndpoints.CLIENT_STRATEGY_ID, clientStrategyId);
    }

    private Params build() {
        if (instrument.status() != InstrumentStatus.TRADING) {
            throw NotSentException.invalid(
                    instrument.symbol() + " does not trade: its status on AsterDex is " + instrument.rawStatus());
        }
        boolean base = chase.quantityUnit() == QuantityUnit.BASE;
        Params params = SymbolReads.symbol(instrument)
                .add("side", chase.side().name())
                .addIfPresent("positionSide", chase.positionSide().map(Enum::name))
                .add("quantityUnit", chase.quantityUnit().name())
                .add("quantity", base ? baseQuantity() : quoteQuantity());
        params = reduction(params);
        params = offset(params, "chaseOffset", chase.offset());
        params = offset(params, "maxChaseOffset", chase.maxOffset());
        return params.addIfPresent("timeInForce", chase.timeInForce().map(AsterVocabulary::word));
    }

    private BigDecimal baseQuantity() {
        BigDecimal quantity = chase.quantity();
        Steps.requireAtLeast(
                "quantity", quantity, instrument.marketQuantityFilter().min(), chase.symbol());
        Steps.require("quantity", quantity, instrument.lotSize(), "lot size", chase.symbol());
        return instrument.toContracts(quantity);
    }

    private BigDecimal quoteQuantity() {
        if (!chase.reduceOnly()) {
            instrument
                    .minNotional()
                    .ifPresent(least -> Steps.requireAtLeast("notional", chase.quantity(), least, chase.symbol()));
        }
        return chase.quantity();
    }

    private Params reduction(Params params) {
        if (!chase.reduceOnly()) {
            return params;
        }
        if (chase.positionSide().isEmpty()) {
            return params.add("reduceOnly", "true");
        }
        // In hedge mode the closing side of a slot can only reduce, and the venue refuses the parameter.
        OrderParameters.requireClosing("reduceOnly", chase.positionSide().get(), chase.side(), chase.symbol());
        return params;
    }

    private Params offset(Params params, String name, Optional<ChaseOffset> offset) {
        return offset.map(distance -> params.add(name, venueOffset(name, distance))
                        .add(name + "Type", distance.type().name()))
                .orElse(params);
    }

    private BigDecimal venueOffset(String name, ChaseOffset offset) {
        if (offset.type() == OffsetType.PERCENTAGE) {
            return offset.value().movePointRight(2).stripTrailingZeros();
        }
        Steps.require(name, offset.value(), instrument.tickSize(), "tick size", chase.symbol());
        return instrument.toVenuePrice(offset.value());
    }
}
