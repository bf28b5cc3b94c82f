package dev.astrolabe.okx.internal;

import dev.astrolabe.exchange.Account;
import dev.astrolabe.exchange.Trading;
import dev.astrolabe.exchange.model.Balance;
import dev.astrolabe.exchange.model.Fill;
import dev.astrolabe.exchange.model.Order;
import dev.astrolabe.exchange.model.OrderRef;
import dev.astrolabe.exchange.model.Page;
import dev.astrolabe.exchange.model.Position;
import dev.astrolabe.exchange.stream.UserEvent;
import dev.astrolabe.exchange.transport.GapTeller;
import dev.astrolabe.okx.model.OkxAlgoOrder;
import dev.astrolabe.okx.model.OkxFill;
import dev.astrolabe.okx.model.OkxInstType;
import dev.astrolabe.okx.model.OkxOrder;
import dev.astrolabe.okx.model.OkxQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads again over REST what a gap in the account's stream may have hidden; the lists of the venue need no instrument for it. What
 * was told already is not told again, so that a reading which failed half-way can be begun anew.
 */
final class GapReading implements GapTeller.Reading<RuntimeException> {

    // The quick list of executions covers three days.
    private static final Duration RECENT = Duration.ofDays(3).minusMinutes(5);
    private static final List<String> ENDED = List.of("effective", "canceled", "order_failed");

    private final OkxContext context;
    private final ListedInstruments listed;
    private final OrderReads reads;
    private final Trading trading;
    private final Account account;
    private final OrderNews orders;
    private final HoldingNews holdings;

    GapReading(
            OkxContext context,
            OkxInstruments instruments,
            ListedInstruments listed,
            Trading trading,
            Account account,
            OrderNews orders,
            HoldingNews holdings) {
        this.context = context;
        this.listed = listed;
        this.reads = new OrderReads(context, instruments);
        this.trading = trading;
        this.account = account;
        this.orders = orders;
        this.holdings = holdings;
    }

    /** Notes how things stand at the beginning. */
    @Override
    public void begin() {
        orders.begin(trading.openOrders());
        holdings.begin(account.positions(), account.balances());
    }

    /** Tells what has changed since a time of the venue: ended orders and new executions once, and all that stands open now. */
    @Override
    public void tell(Instant since, Consumer<? super UserEvent> out) {
        List<Order> open = trading.openOrders();
        Instant readAt = context.rest().venueNow();
        List<Position> positions = account.positions();
        List<Balance> balances = account.balances();
        orders.missingFrom(open).forEach(ref -> tellMissing(ref, since, out));
        endedAlgos(since).forEach(order -> orders.tellNew(order, since, out));
        endedOrders(since).forEach(order -> orders.tellNew(order, since, out));
        open.forEach(order -> orders.tellOpen(order, since, out));
        for (Fill fill : fills(since)) {
            if (orders.isNew(fill)) {
                out.accept(new UserEvent.Filled(fill, fill.time()));
            }
        }
        holdings.tellAll(positions, balances, readAt, out);
    }

    private void tellMissing(OrderRef ref, Instant since, Consumer<? super UserEvent> out) {
        trading.order(ref).ifPresentOrElse(order -> orders.tellNew(order, since, out), () -> orders.forget(ref));
    }

    /** Orders that came and went in the meantime; the venue cuts this list by the time of their creation. */
    private List<Order> endedOrders(Instant since) {
        List<Order> ended = new ArrayList<>();
        for (OkxInstType type : OkxInstruments.TYPES) {
            OkxQuery query = OkxQuery.of(type).begin(since);
            OkxQuery.stream(query, each -> context.page(TradeOperations.HISTORY, each))
                    .flatMap(row -> shown(row).stream())
                    .filter(order -> order.status().isTerminal())
                    .forEach(ended::add);
        }
        ended.sort(Comparator.comparing(OrderReads::createdAt));
        return ended;
    }

    private Optional<Order> shown(OkxOrder row) {
        boolean unknown = OrderWords.isFired(row) && !orders.isKnown(row);
        return listed.find(row.instType(), row.instId())
                .map(instrument -> unknown ? reads.shown(row, instrument) : orders.shown(row, instrument));
    }

    /** The same of algo orders, whose list takes no times: it is read back to the first that is older. */
    private List<Order> endedAlgos(Instant since) {
        List<Order> ended = new ArrayList<>();
        for (String types : OrderReads.WAITING_TYPES) {
            for (String state : ENDED) {
                algosSince(OkxQuery.all().with("ordType", types).with("state", state), since).stream()
                        .flatMap(row -> listed.find(row.instType(), row.instId()).stream()
                                .map(instrument -> reads.shown(row, instrument)))
                        .filter(order -> order.status().isTerminal())
                        .forEach(ended::add);
            }
        }
        ended.sort(Comparator.comparing(OrderReads::createdAt));
        return ended;
    }

    private List<OkxAlgoOrder> algosSince(OkxQuery query, Instant since) {
        List<OkxAlgoOrder> rows = new ArrayList<>();
        Optional<OkxQuery> next = Optional.of(query);
        while (next.isPresent()) {
            OkxQuery asked = next.get();
            Page<OkxAlgoOrder> page = context.page(AlgoOperations.HISTORY, asked);
            List<OkxAlgoOrder> young = page.items().stream()
                    .filter(row -> !row.createdAt().orElse(since).isBefore(since))
                    .toList();
            rows.addAll(young);
            next = young.size() < page.items().size()
                    ? Optional.empty()
                    : page.next().map(asked::after);
        }
        return rows;
    }

    /** Oldest first. */
    private List<Fill> fills(Instant since) {
        List<OkxFill> rows = new ArrayList<>();
        if (since.isAfter(context.rest().venueNow().minus(RECENT))) {
            OkxQuery.stream(OkxQuery.all().begin(since), each -> context.page(TradeOperations.FILLS, each))
                    .forEach(rows::add);
        } else {
            for (OkxInstType type : OkxInstruments.TYPES) {
                OkxQuery query = OkxQuery.of(type).begin(since);
                OkxQuery.stream(query, each -> context.page(TradeOperations.FILLS_HISTORY, each))
                        .forEach(rows::add);
            }
        }
        return rows.stream()
                .flatMap(row -> listed.find(row.instType(), row.instId()).stream()
                        .map(instrument -> OrderMapper.fill(row, instrument)))
                .sorted(Comparator.comparing(Fill::time))
                .toList();
    }
}
