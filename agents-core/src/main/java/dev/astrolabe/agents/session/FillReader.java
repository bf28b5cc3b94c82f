package dev.astrolabe.agents.session;

import dev.astrolabe.agents.market.Listing;
import dev.astrolabe.exchange.ExchangeClient;
import dev.astrolabe.exchange.model.Fill;
import dev.astrolabe.exchange.model.HistoryQuery;
import dev.astrolabe.exchange.model.Income;
import dev.astrolabe.exchange.model.IncomeType;
import dev.astrolabe.exchange.model.Page;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Carries fills and funding payments from the exchange into the books, from the newest one known on. Whatever fills in a
 * market that the agent occupies is booked, a liquidation too.
 */
final class FillReader {

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

    /**
     * Reads what is new of a market.
     *
     * @param entry what is under way there; null for nothing
     */
    void read(Listing listing, @Nullable Entry entry, Instant now) {
        ExchangeClient account = sender.account(listing);
        Instant from = since(lastFill, listing, entry, now);
        HistoryQuery query =
                HistoryQuery.builder().symbol(listing.symbol()).from(from).build();
        // A payment belongs to the position that was held when it came, which may be gone by the newest fill.
        boolean held = book.position(listing).isPresent();
        if (held) {
            readFunding(listing, account, from);
        }
        Page.stream(query, account.trading()::fills).forEachOrdered(fill -> book(listing, fill, entry));
        if (!held) {
            readFunding(listing, account, from);
        }
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

    private void readFunding(Listing listing, ExchangeClient account, Instant from) {
        Instant since = lastFunding.getOrDefault(listing, from);
        HistoryQuery query =
                HistoryQuery.builder().symbol(listing.symbol()).from(since).build();
        Page.stream(query, account.account()::income)
                .filter(income -> income.type() == IncomeType.FUNDING)
                .forEachOrdered(income -> book(listing, income));
    }

    private void book(Listing listing, Income income) {
        if (book.applyFunding(listing, income.id(), income.amount())) {
            lastFunding.put(listing, income.time());
            digest.add(income);
        }
    }

    private static Instant since(Map<Listing, Instant> known, Listing listing, @Nullable Entry entry, Instant now) {
        return known.getOrDefault(listing, entry == null ? now : entry.sentAt());
    }
}
