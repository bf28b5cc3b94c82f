package dev.astrolabe.okx.internal;

import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.MarginMode;
import dev.astrolabe.exchange.model.OrderAck;
import dev.astrolabe.exchange.model.OrderRef;
import dev.astrolabe.exchange.model.PositionSide;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.exchange.transport.Params;
import dev.astrolabe.okx.model.OkxPosition;
import dev.astrolabe.okx.model.OkxQuery;
import java.util.Comparator;
import java.util.Optional;

/**
 * Closes a position with a reduce-only market order of its own margin mode and slot, and of exactly its contracts. The venue's call
 * for it answers with no order id and takes no expiry, so that its outcome could not be found out. Safe for any thread.
 */
final class PositionCloser {

    private final OkxContext context;
    private final OkxInstruments instruments;

    PositionCloser(OkxContext context, OkxInstruments instruments) {
        this.context = context;
        this.instruments = instruments;
    }

    /** Of a cross and an isolated position on one side, the one of the client's own mode. */
    Optional<OrderAck> close(Symbol symbol, PositionSide side) {
        Instrument instrument = instruments.forCall(AccountOperations.POSITIONS, symbol);
        OkxQuery query = OkxQuery.of(instrument.venueSymbol());
        return context.call(
                        AccountOperations.POSITIONS,
                        query,
                        rows -> rows.stream()
                                .filter(row -> isOf(side, row))
                                .min(Comparator.comparing(row -> isOwnMode(row) ? 0 : 1)))
                .map(row -> send(row, side, instrument));
    }

    private static boolean isOf(PositionSide side, OkxPosition row) {
        int sign = row.contracts().signum();
        PositionSide slot = slot(row).orElse(null);
        return sign != 0 && (slot == null ? PositionSide.ofSign(sign) : slot) == side;
    }

    private static Optional<PositionSide> slot(OkxPosition row) {
        return Optional.ofNullable(OrderWords.positionSide(Optional.of(row.positionSide())));
    }

    private boolean isOwnMode(OkxPosition row) {
        boolean isolated = row.marginMode().equals("isolated");
        return isolated == (context.settings().marginMode() == MarginMode.ISOLATED);
    }

    private OrderAck send(OkxPosition row, PositionSide side, Instrument instrument) {
        OrderRef ref = OrderRef.ofClientOrderId(
                instrument.symbol(), context.clientOrderIds().next());
        Params params = Params.create()
                .add("instId", row.instId())
                .add("tdMode", row.marginMode())
                .add("clOrdId", ref.clientOrderId().orElseThrow())
                .add("side", OrderWords.word(side.closing()));
        params = slot(row).isPresent() ? params.add("posSide", row.positionSide()) : params;
        params = params.add("ordType", "market").add("sz", row.contracts().abs());
        params = slot(row).isEmpty() ? params.add("reduceOnly", true) : params;
        return context.change(TradeOperations.REDUCE, params, ref, ack -> Cancels.acknowledgement(ack, ref));
    }
}
