package dev.astrolabe.okx.internal;

import dev.astrolabe.okx.model.OkxAck;
import dev.astrolabe.okx.model.OkxAlgoOrder;
import java.util.List;

/** The calls about orders that wait or split themselves (docs: OKX v5, "Algo Trading"). */
final class AlgoOperations {

    static final Operation<OkxAck> PLACE =
            Operation.change("/api/v5/trade/order-algo", Rate.ofInstrument(20)).row(OkxAck::new);

    // The limit is on orders, not on requests.
    static final Operation<List<OkxAck>> CANCEL = Operation.change("/api/v5/trade/cancel-algos", Rate.of(20))
            .batch("")
            .urgent()
            .rows(OkxAck::new);

    static final Operation<OkxAck> AMEND =
            Operation.change("/api/v5/trade/amend-algos", Rate.ofInstrument(20)).row(OkxAck::new);

    static final Operation<List<OkxAlgoOrder>> ORDER = Operation.read("/api/v5/trade/order-algo", Rate.of(20))
            .takes("algoId", "algoClOrdId")
            .rows(OkxAlgoOrder::new);

    static final Operation<List<OkxAlgoOrder>> PENDING = Operation.read(
                    "/api/v5/trade/orders-algo-pending", Rate.of(20))
            .needs("ordType")
            .takes("instType", "instId", "algoId")
            .pagedBy("algoId", TradeOperations.LARGEST_PAGE)
            .rows(OkxAlgoOrder::new);

    static final Operation<List<OkxAlgoOrder>> HISTORY = Operation.read(
                    "/api/v5/trade/orders-algo-history", Rate.of(20))
            .needs("ordType")
            .takes("state", "algoId", "instType", "instId")
            .pagedBy("algoId", TradeOperations.LARGEST_PAGE)
            .rows(OkxAlgoOrder::new);

    static final List<Operation<?>> ALL = List.of(PLACE, CANCEL, AMEND, ORDER, PENDING, HISTORY);

    private AlgoOperations() {}
}
