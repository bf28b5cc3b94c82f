package dev.astrolabe.okx.internal;

import dev.astrolabe.exchange.model.OrderRequest;
import dev.astrolabe.okx.model.OkxAck;
import dev.astrolabe.okx.model.OkxCancelTimer;
import dev.astrolabe.okx.model.OkxCloseAck;
import dev.astrolabe.okx.model.OkxFill;
import dev.astrolabe.okx.model.OkxOrder;
import dev.astrolabe.okx.model.OkxOrderCheck;
import dev.astrolabe.okx.model.OkxRateLimit;
import java.time.Duration;
import java.util.List;

/** The calls about orders and executions (docs: OKX v5, "Order Book Trading", "Trade"). */
final class TradeOperations {

    static final int LARGEST_PAGE = 100;

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final String PLACE_ONE = "place";
    private static final String CANCEL_ONE = "cancel";
    private static final String AMEND_ONE = "amend";

    static final Operation<OkxAck> PLACE = Operation.change(
                    "/api/v5/trade/order", Rate.ofInstrument(60).shared(PLACE_ONE))
            .countsOrders()
            .expires()
            .row(OkxAck::new);

    /** The same for what only reduces a position: exits go when entries have used up the rest. */
    static final Operation<OkxAck> REDUCE = PLACE.urgent();

    static final Operation<List<OkxAck>> PLACE_BATCH = Operation.change("/api/v5/trade/batch-orders", Rate.of(300))
            .batch(PLACE_ONE)
            .countsOrders()
            .expires()
            .rows(OkxAck::new);

    static final Operation<OkxAck> CANCEL = Operation.change(
                    "/api/v5/trade/cancel-order", Rate.ofInstrument(60).shared(CANCEL_ONE))
            .urgent()
            .row(OkxAck::new);

    static final Operation<List<OkxAck>> CANCEL_BATCH = Operation.change(
                    "/api/v5/trade/cancel-batch-orders", Rate.of(300))
            .batch(CANCEL_ONE)
            .urgent()
            .rows(OkxAck::new);

    static final Operation<OkxAck> AMEND = Operation.change(
                    "/api/v5/trade/amend-order", Rate.ofInstrument(60).shared(AMEND_ONE))
            .countsOrders()
            .expires()
            .row(OkxAck::new);

    static final Operation<List<OkxAck>> AMEND_BATCH = Operation.change(
                    "/api/v5/trade/amend-batch-orders", Rate.of(300))
            .batch(AMEND_ONE)
            .countsOrders()
            .expires()
            .rows(OkxAck::new);

    static final Operation<OkxCloseAck> CLOSE_POSITION = Operation.change(
                    "/api/v5/trade/close-position", Rate.ofInstrument(20))
            .urgent()
            .row(OkxCloseAck::new);

    static final Operation<List<OkxOrder>> ORDER = Operation.read("/api/v5/trade/order", Rate.ofInstrument(60))
            .needs("instId")
            .takes("ordId", "clOrdId")
            .rows(OkxOrder::new);

    static final Operation<List<OkxOrder>> PENDING = Operation.read("/api/v5/trade/orders-pending", Rate.of(60))
            .takes("instType", "instFamily", "instId", "ordType", "state")
            .pagedBy("ordId", LARGEST_PAGE)
            .rows(OkxOrder::new);

    static final Operation<List<OkxOrder>> HISTORY = history("/api/v5/trade/orders-history", Rate.of(40));

    static final Operation<List<OkxOrder>> ARCHIVE = history("/api/v5/trade/orders-history-archive", Rate.of(20));

    static final Operation<List<OkxFill>> FILLS = Operation.read("/api/v5/trade/fills", Rate.of(60))
            .takes("instType", "instFamily", "instId", "ordId", "subType", "begin", "end")
            .pagedBy("billId", LARGEST_PAGE)
            .rows(OkxFill::new);

    static final Operation<List<OkxFill>> FILLS_HISTORY = Operation.read("/api/v5/trade/fills-history", Rate.of(10))
            .needs("instType")
            .takes("instFamily", "instId", "ordId", "subType", "begin", "end")
            .pagedBy("billId", LARGEST_PAGE)
            .rows(OkxFill::new);

    static final Operation<OkxCancelTimer> CANCEL_ALL_AFTER = Operation.change(
                    "/api/v5/trade/cancel-all-after", Rate.of(1).in(SECOND).by("tag"))
            .urgent()
            .row(OkxCancelTimer::new);

    static final Operation<Boolean> MASS_CANCEL = Operation.change("/api/v5/trade/mass-cancel", Rate.of(5))
            .urgent()
            .row(row -> row.flag("result").orElse(false));

    static final Operation<OkxOrderCheck> PRECHECK =
            Operation.change("/api/v5/trade/order-precheck", Rate.of(5)).asks().row(OkxOrderCheck::new);

    static final Operation<OkxRateLimit> ACCOUNT_RATE_LIMIT = Operation.read(
                    "/api/v5/trade/account-rate-limit", Rate.of(1).in(SECOND))
            .row(OkxRateLimit::new);

    static final List<Operation<?>> ALL = List.of(
            PLACE,
            PLACE_BATCH,
            CANCEL,
            CANCEL_BATCH,
            AMEND,
            AMEND_BATCH,
            CLOSE_POSITION,
            ORDER,
            PENDING,
            HISTORY,
            ARCHIVE,
            FILLS,
            FILLS_HISTORY,
            CANCEL_ALL_AFTER,
            MASS_CANCEL,
            PRECHECK,
            ACCOUNT_RATE_LIMIT);

    private TradeOperations() {}

    /** The call that places an order. */
    static Operation<OkxAck> placing(OrderRequest order) {
        return order.reduceOnly() ? REDUCE : PLACE;
    }

    private static Operation<List<OkxOrder>> history(String path, Rate rate) {
        return Operation.read(path, rate)
                .needs("instType")
                .takes("instFamily", "instId", "ordType", "state", "category", "begin", "end")
                .pagedBy("ordId", LARGEST_PAGE)
                .rows(OkxOrder::new);
    }
}
