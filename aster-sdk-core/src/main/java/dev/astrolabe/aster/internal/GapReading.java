package dev.astrolabe.aster.internal;

import dev.astrolabe.exchange.model.HistoryQuery;
import dev.astrolabe.exchange.model.Order;
import dev.astrolabe.exchange.model.OrderRef;
import dev.astrolabe.exchange.model.Page;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.exchange.stream.UserEvent;
import dev.astrolabe.exchange.transport.GapTeller;
import dev.astrolabe.exchange.transport.OrderJournal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Reads again over REST what a gap in the account's stream may have hidden. The venue tells orders and fills of the past by
 * instrument only; those concerned have an order or a position, before the gap or now, or an income in it, as every fill makes
 * one. What was told already is not told again, so that a reading which failed half-way can be begun anew.
 */
final class GapReading implements GapTeller.Reading<InterruptedException> {

    /** The groups of the client that read. */
    record Source(NeutralTrading trading, NeutralAccount account) {}

    private final Source source;
    private final AccountReader reader;
    private final OrderJournal journal;
    private final Holdings holdings;

    GapReading(Source source, AccountReader reader, OrderJournal journal, Holdings holdings) {
        this.source = source;
        this.reader = reader;
        this.journal = journal;
        this.holdings = holdings;
    }

    /** Notes how things stand at the beginning. */
    @Override
    public void begin() throws InterruptedException {
        journal.begin(source.trading().knownOpenOrders());
        holdings.begin(reader.read());
    }

    /** Tells what has changed since a time of the venue: ended orders and new fills once, and all that stands open now. */
    @Override
    public void tell(Instant since, Consumer<? super UserEvent> out) throws InterruptedException {
        List<Order> open = source.trading().knownOpenOrders();
        holdings.take(reader.read());
        Set<Symbol> symbols = concerned(open, since);
        journal.missingFrom(open).forEach(ref -> tellMissing(ref, since, out));
        for (Symbol symbol : symbols) {
            Page.stream(history(symbol, since), source.trading()::orderHistory)
                    .filter(order -> order.status().isTerminal())
                    .forEach(order -> tellNew(order, since, out));
        }
        open.forEach(order -> tellOpen(order, since, out));
        for (Symbol symbol : symbols) {
            Page.stream(history(symbol, since), source.trading()::fills)
                    .filter(journal::isNew)
                    .forEach(fill -> out.accept(new UserEvent.Filled(fill, fill.time())));
        }
        holdings.tellAll(out);
    }

    private Set<Symbol> concerned(List<Order> open, Instant since) {
        Set<Symbol> symbols = new TreeSet<>();
        journal.symbols().forEach(symbols::add);
        open.forEach(order -> symbols.add(order.symbol()));
        holdings.symbols().forEach(symbols::add);
        HistoryQuery everyIncome = HistoryQuery.all().toBuilder().from(since).build();
        Page.stream(everyIncome, source.account()::income)
                .flatMap(income -> income.symbol().stream())
                .forEach(symbols::add);
        return symbols;
    }

    private static HistoryQuery history(Symbol symbol, Instant since) {
        return HistoryQuery.of(symbol).toBuilder().from(since).build();
    }

    private void tellMissing(OrderRef ref, Instant since, Consumer<? super UserEvent> out) {
        source.trading().order(ref).ifPresentOrElse(order -> tellNew(order, since, out), () -> journal.forget(ref));
    }

    private void tellNew(Order order, Instant since, Consumer<? super UserEvent> out) {
        if (journal.advances(order)) {
            out.accept(new UserEvent.OrderChanged(order, timeOf(order, since)));
        }
    }

    private void tellOpen(Order order, Instant since, Consumer<? super UserEvent> out) {
        journal.advances(order);
        out.accept(new UserEvent.OrderChanged(order, timeOf(order, since)));
    }

    private static Instant timeOf(Order order, Instant otherwise) {
        return order.updatedAt().or(order::createdAt).orElse(otherwise);
    }
}
