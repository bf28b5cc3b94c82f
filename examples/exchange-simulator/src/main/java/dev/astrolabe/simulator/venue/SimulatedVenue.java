package dev.astrolabe.simulator.venue;

import dev.astrolabe.agents.market.Listing;
import dev.astrolabe.agents.market.MarketTick;
import dev.astrolabe.agents.paper.PaperExchange;
import dev.astrolabe.agents.paper.PaperListener;
import dev.astrolabe.exchange.ClientOrderIdRule;
import dev.astrolabe.exchange.ExchangeId;
import dev.astrolabe.exchange.model.Fill;
import dev.astrolabe.exchange.model.Income;
import dev.astrolabe.exchange.model.Order;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.simulator.SimulatedAccount;
import dev.astrolabe.simulator.SimulatorClock;
import dev.astrolabe.simulator.market.Market;
import dev.astrolabe.simulator.market.Markets;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One venue: markets, the engine that matches on them, accounts, and a clock. One lock guards all of it: whatever a protocol does, it
 * does within {@link #call(Supplier)}.
 *
 * @since 0.1
 */
public final class SimulatedVenue {

    /** How much of a book the engine fills against. */
    private static final int ENGINE_LEVELS = 50;

    /** What any of the venues takes; a protocol refuses by its own rule before. */
    private static final ClientOrderIdRule CLIENT_ORDER_IDS = new ClientOrderIdRule("[.A-Z:/a-z0-9_-]", 36);

    private final ExchangeId id;
    private final SimulatorClock clock;
    private final Markets markets;
    private final PaperExchange engine;
    private final Map<String, VenueAccount> accounts = new LinkedHashMap<>();
    private final Map<String, VenueAccount> byWallet = new LinkedHashMap<>();
    private final List<VenueListener> listeners = new ArrayList<>();
    private final Object lock = new Object();

    /**
     * Opens a venue.
     *
     * @param id which it is
     * @param clock its time, which requests are judged by
     * @param markets what it lists
     * @param terms sets fees, fill policy and risk tiers of the engine
     */
    public SimulatedVenue(
            ExchangeId id, SimulatorClock clock, Markets markets, UnaryOperator<PaperExchange.Builder> terms) {
        this.id = id;
        this.clock = clock;
        this.markets = markets;
        this.engine = terms.apply(PaperExchange.builder(id).startAt(markets.time()))
                .instruments(markets.all().stream().map(Market::instrument).toList())
                .clientOrderIds(CLIENT_ORDER_IDS)
                .listener(new Relay())
                .build();
        markets.all().forEach(market -> engine.update(tick(market)));
    }

    /**
     * Opens an account.
     *
     * @param terms its id and first deposits
     * @return the account
     */
    public VenueAccount open(SimulatedAccount terms) {
        return call(() -> {
            VenueAccount account = new VenueAccount(terms);
            if (accounts.putIfAbsent(terms.id(), account) != null) {
                throw new IllegalArgumentException("account " + terms.id() + " is open at " + id + " already");
            }
            for (String asset : settleAssets()) {
                String wallet = account.walletId(asset);
                byWallet.put(wallet, account);
                BigDecimal deposit = terms.deposits().getOrDefault(asset, BigDecimal.ZERO);
                account.add(asset, engine.openAccount(wallet, terms.id(), asset, deposit));
            }
            return account;
        });
    }

    private List<String> settleAssets() {
        return markets.all().stream()
                .flatMap(market -> market.instrument().symbol().settle().stream())
                .distinct()
                .toList();
    }

    /**
     * Which it is.
     *
     * @return its id
     */
    public ExchangeId id() {
        return id;
    }

    /**
     * The time by which requests are judged.
     *
     * @return the clock's time
     */
    public Instant now() {
        return clock.instant();
    }

    /**
     * Judges the time of a signed request, as the venue's clock allows it: see {@link SimulatorClock}.
     *
     * @param timestamp what the request carries
     * @param ahead how far it may be ahead of the venue
     * @param behind how far it may be behind
     * @return true if the venue takes it
     */
    public boolean accepts(Instant timestamp, Duration ahead, Duration behind) {
        return clock.accepts(timestamp, ahead, behind);
    }

    /**
     * What it lists.
     *
     * @return the markets; to be read within {@link #call(Supplier)}
     */
    public Markets markets() {
        return markets;
    }

    /**
     * The market of an instrument.
     *
     * @param symbol the neutral symbol
     * @return the market; empty where it is not listed
     */
    public Optional<Market> market(Symbol symbol) {
        return markets.all().stream()
                .filter(market -> market.instrument().symbol().equals(symbol))
                .findFirst();
    }

    /**
     * The engine.
     *
     * @return the paper exchange behind this venue
     */
    public PaperExchange engine() {
        return engine;
    }

    /**
     * Its accounts.
     *
     * @return in the order of their opening
     */
    public Collection<VenueAccount> accounts() {
        return call(() -> List.copyOf(accounts.values()));
    }

    /**
     * Tells someone from now on what happens here.
     *
     * @param listener who
     */
    public void listen(VenueListener listener) {
        call(() -> listeners.add(listener));
    }

    /**
     * Tells listeners that a protocol changed a setting of an account.
     *
     * @param account whose
     * @param symbol in which instrument; null for the position mode
     */
    public void settingsChanged(VenueAccount account, @Nullable Symbol symbol) {
        tell(listener -> listener.settingsChanged(account, symbol));
    }

    /**
     * Does something while nothing else happens at this venue.
     *
     * @param work what; it must not wait for anything
     * @param <T> what it gives
     * @return its result
     */
    public <T> T call(Supplier<T> work) {
        synchronized (lock) {
            passTime();
            return work.get();
        }
    }

    /** What happens between two movements of the markets has its own time, unless a movement is due before it. */
    private void passTime() {
        Instant now = clock.instant();
        if (now.isBefore(markets.next())) {
            engine.passTo(now);
        }
    }

    /** Lets the markets catch up with the clock, movement by movement. */
    public void catchUp() {
        synchronized (lock) {
            Instant now = clock.instant();
            while (!markets.next().isAfter(now)) {
                List<Market> moved = markets.move();
                moved.forEach(market -> engine.update(tick(market)));
                tell(listener -> listener.moved(moved));
            }
        }
    }

    private MarketTick tick(Market market) {
        Listing listing = new Listing(id, market.instrument().symbol());
        MarketTick tick = MarketTick.of(listing, market.book(ENGINE_LEVELS), market.mark());
        return market.closedMinute().map(tick::closing).orElse(tick);
    }

    private void tell(Consumer<VenueListener> news) {
        synchronized (lock) {
            listeners.forEach(news);
        }
    }

    /** Notes what the engine tells, and passes it on. The engine is used under this venue's lock alone. */
    private final class Relay implements PaperListener {

        @Override
        public void orderChanged(String wallet, Order order) {
            relay(wallet, account -> account.note(order), (account, to) -> to.orderChanged(account, order));
        }

        @Override
        public void triggered(String wallet, Order order) {
            relay(wallet, account -> account.noteTriggered(order), (account, to) -> to.triggered(account, order));
        }

        @Override
        public void filled(String wallet, Order order, Fill fill) {
            relay(
                    wallet,
                    account -> {
                        account.note(order);
                        account.note(fill);
                    },
                    (account, to) -> to.filled(account, order, fill));
        }

        @Override
        public void booked(String wallet, Income income) {
            relay(wallet, account -> account.note(income), (account, to) -> to.booked(account, income));
        }

        private void relay(String wallet, Consumer<VenueAccount> note, BiConsumer<VenueAccount, VenueListener> news) {
            VenueAccount account = byWallet.get(wallet);
            if (account != null) {
                note.accept(account);
                tell(listener -> news.accept(account, listener));
            }
        }
    }
}
