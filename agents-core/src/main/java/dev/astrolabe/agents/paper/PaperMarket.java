package dev.astrolabe.agents.paper;

import dev.astrolabe.agents.market.MarketTick;
import dev.astrolabe.exchange.model.Candle;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.InstrumentStatus;
import dev.astrolabe.exchange.model.TriggerBy;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One instrument: its newest tick, and the orders and positions of all accounts in it. */
final class PaperMarket {

    private final Contract contract;
    private final RiskTable risk;
    private final FillPolicy policy;
    private final MarketTape tape;
    private final Set<PaperOrder> resting = new LinkedHashSet<>();
    private final Set<PaperOrder> waiting = new LinkedHashSet<>();
    private final Set<Holding> holders = new LinkedHashSet<>();
    private @Nullable MarketTick tick;
    private PaperBook book;
    private BigDecimal mark = BigDecimal.ZERO;
    private BigDecimal last = BigDecimal.ZERO;

    PaperMarket(Instrument instrument, RiskTable risk, Rules rules) {
        this.contract = Contract.of(instrument);
        this.risk = risk;
        this.policy = rules.fillPolicy();
        this.tape = new MarketTape(instrument.symbol(), rules);
        this.book = PaperBook.empty(contract, policy);
    }

    /** Takes a tick of this market, whose time was checked. */
    void show(MarketTick newest) {
        Candle candle = newest.closedCandle().orElse(null);
        if (candle != null) {
            tape.add(candle);
        }
        tick = newest;
        book = new PaperBook(contract, policy, newest.book());
        mark = newest.mark().mark();
        BigDecimal mid = book.mid();
        if (candle != null) {
            last = candle.close();
        } else if (mid != null) {
            last = mid;
        } else if (last.signum() == 0) {
            last = mark;
        }
    }

    Instrument instrument() {
        return contract.instrument();
    }

    /** The instrument as a catalogue tells it: one that has expired does not trade any more. */
    Instrument listing(Instant now) {
        return isExpired(now)
                ? instrument().toBuilder()
                        .status(InstrumentStatus.CLOSED)
                        .rawStatus(InstrumentStatus.CLOSED.name())
                        .build()
                : instrument();
    }

    boolean isExpired(Instant now) {
        return !now.isBefore(instrument().expiresAt().orElse(Instant.MAX));
    }

    Contract contract() {
        return contract;
    }

    RiskTable risk() {
        return risk;
    }

    MarketTape tape() {
        return tape;
    }

    /** The newest tick; null before the first. */
    @Nullable
    MarketTick tick() {
        return tick;
    }

    PaperBook book() {
        return book;
    }

    BigDecimal mark() {
        return mark;
    }

    /** An amount of quote in the settle asset, at the mark; null where that is needed and there was no tick yet. */
    @Nullable
    BigDecimal settled(BigDecimal quote) {
        if (!instrument().inverse()) {
            return quote;
        }
        return tick == null ? null : Money.plain(contract.settled(quote, mark));
    }

    /** The margin that a position must keep at the mark, in the settle asset. */
    BigDecimal maintenance(PaperPosition position) {
        BigDecimal face = contract.face(position.quantity().abs(), mark);
        return contract.settled(risk.maintenance(face), mark);
    }

    /** The close of the candle that the newest tick closed, else the middle of its book. */
    BigDecimal last() {
        return last;
    }

    BigDecimal price(TriggerBy kind) {
        return kind == TriggerBy.LAST ? last : mark;
    }

    /** Limit orders in the book, in the order of their arrival. */
    Set<PaperOrder> resting() {
        return resting;
    }

    /** Conditional orders whose trigger is not reached, in the order of their arrival. */
    Set<PaperOrder> waiting() {
        return waiting;
    }

    /** Who has a position here, in the order of opening. */
    Set<Holding> holders() {
        return holders;
    }

    void noteHolder(Holding holding) {
        if (holding.isFlat()) {
            holders.remove(holding);
        } else {
            holders.add(holding);
        }
    }
}
