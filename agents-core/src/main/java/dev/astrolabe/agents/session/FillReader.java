package dev.astrolabe.agents.session;

import dev.astrolabe.agents.market.Listing;
import dev.astrolabe.exchange.ExchangeClient;
import dev.astrolabe.exchange.model.Fill;
import dev.astrolabe.exchange.model.HistoryQuery;
import dev.astrolabe.exchange.model.Income;
import dev.astrolabe.exchange.model.IncomeType;
import dev.astrolabe.exchange.model.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Carries fills and funding payments from the exchange into the books, from the newest one known on. Whatever fills in a
 * market that the agent occupies is booked, a liquidation too.
 */
final class FillReader {

    /** How far the clock of the newest tick may be ahead of that of an account. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(1);

    private final AgentBook book;
    private final OrderSender sender;
    private final EffectDigest digest;
    private final Map<Listing, Instant> lastFill = new HashMap<>();
    private final Map<Listing, Instant> lastFunding = new HashMap<>();

    FillReader(AgentBook book, OrderSender sender, EffectDigest digest) {
        this.book = book;
        this.sender = sender;
        this.digest = digest;
    }

    /** Takes everything so far in a market as foreign: whoever held it before in the same account. */
    void beginAt(Listing listing, Instant now) {
        Instant from = now.minus(CLOCK_SKEW);
        HistoryQuery query = since(listing, from);
        ExchangeClient account = sender.account(listing);
        Page.forEach(query, account.trading()::fills, fill -> book.skipFill(listing, fill.tradeId()));
        payments(query, account).forEach(income -> book.skipFunding(listing, income.id()));
        lastFill.put(listing, from);
        lastFunding.put(listing, from);
    }

    /**
     * Reads what is new of a market.
     *
     * @param entry what is under way there; null for nothing
     */
    void read(Listing listing, @Nullable Entry entry, Instant now) {
        ExchangeClient account = sender.account(listing);
        HistoryQuery paid = since(listing, lastFunding.getOrDefault(listing, now));
        HistoryQuery filled = since(listing, lastFill.getOrDefault(listing, now));
        List<Income> payments = payments(paid, account);
        Page.forEach(filled, account.trading()::fills, fill -> {
            // Whoever held a position when funding came due pays, even if it closed right after.
            for (Income income : payments) {
                if (!income.time().isAfter(fill.time())) {
                    book(listing, income);
                }
            }
            book(listing, fill, entry);
        });
        payments.forEach(income -> book(listing, income));
    }

    private static List<Income> payments(HistoryQuery query, ExchangeClient account) {
        List<Income> payments = new ArrayList<>();
        Page.forEach(query, account.account()::income, income -> {
            if (income.type() == IncomeType.FUNDING) {
                payments.add(income);
            }
        });
        return payments;
    }

    private static HistoryQuery since(Listing listing, Instant from) {
        return HistoryQuery.builder().symbol(listing.symbol()).from(from).build();
    }

    private void book(Listing listing, Fill fill, @Nullable Entry entry) {
        BookPosition held = book.position(listing).orElse(null);
        boolean isNew = book.apply(
                listing, fill, entry == null ? 1 : entry.leverage(), entry == null ? null : entry.roundTrip());
        if (!isNew) {
            return;
        }
        lastFill.put(listing, fill.time());
        digest.add(fill);
        if (held != null) {
            held.stop()
                    .filter(stop -> stop.ref().orderId().equals(Optional.of(fill.orderId())))
                    .ifPresent(stop -> held.roundTrip().stopped());
        }
    }

    private void book(Listing listing, Income income) {
        if (book.applyFunding(listing, income.id(), income.amount())) {
            lastFunding.put(listing, income.time());
            digest.add(income);
        }
    }
}
