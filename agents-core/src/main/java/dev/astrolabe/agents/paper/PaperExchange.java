package dev.astrolabe.agents.paper;

import dev.astrolabe.agents.market.MarketTick;
import dev.astrolabe.exchange.ClientOrderIdRule;
import dev.astrolabe.exchange.ExchangeClient;
import dev.astrolabe.exchange.ExchangeId;
import dev.astrolabe.exchange.model.CandleInterval;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.Order;
import dev.astrolabe.exchange.model.OrderRef;
import dev.astrolabe.exchange.model.PositionSide;
import dev.astrolabe.exchange.model.RiskTier;
import dev.astrolabe.exchange.model.Symbol;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An exchange for derivatives in this process, linear and inverse. It is told market data tick by tick and fills the orders
 * of any number of accounts against it; time passes with ticks, and with {@link #passTo}. The same ticks and orders in the same order give the
 * same ids, fills and decimals.
 *
 * <p>A tick of a market does this, in this order: it sets the clock; charges funding that has come due; delivers contracts
 * that have expired; fills resting limit orders; fires conditional orders; liquidates what is no longer backed. So a stop
 * that the same tick reaches goes before the liquidation. A contract that expires, of whichever market, has its orders
 * cancelled and its positions closed at the newest mark price without a fee, and takes no orders from then on.
 *
 * <p>Market orders walk the other side of the newest tick's book, level by level; see {@link FillPolicy} for how much of a
 * level they get. What the book does not fill expires. Orders never fill against each other, and move no price.
 * A conditional order watches the mark price unless it says otherwise; the last price is the close of the candle that the
 * newest tick closed, else the middle of its book. A conditional order is checked for funds when it fires and expires where
 * they are missing; one that only reduces is cut to the position then, and expires where there is none.
 *
 * <p>Money is exact. A wallet is the sum of its income history; a position is a quantity and its cost; averages are for
 * display only. Fees are rounded up to 8 digits, funding half-even to 8, the cost share of a partial close half-even to 18,
 * where what is rounded off stays in the cost of the rest; so is the value in coins of inverse contracts, at each fill and
 * mark. These count contracts, and their risk tiers quote; what they are in base units is told at the price of the fill, the
 * order or the mark. An isolated position's margin is a part of the wallet: openings set it aside, closings give its share
 * back, funding goes through it; profits, losses and trading fees go to the wallet.
 *
 * <p>Safe for any number of threads: one lock guards the whole exchange.
 *
 * @since 0.1
 */
public final class PaperExchange {

    private final Venue venue;
    private final Clockwork clockwork;
    private final Intervention intervention;
    private final OrderEntry orders;

    private PaperExchange(Venue venue) {
        this.venue = venue;
        Settlement settlement = new Settlement(venue);
        Matching matching = new Matching(venue, settlement);
        Funds funds = new Funds(venue.rules());
        Triggers triggers = new Triggers(venue.notices(), settlement, matching, funds);
        Funding funding = new Funding(venue.notices(), settlement);
        ForcedOrders forced = new ForcedOrders(venue, settlement);
        Liquidation liquidation = new Liquidation(venue, settlement, forced);
        this.clockwork = new Clockwork(venue, triggers, matching, funding, liquidation);
        this.intervention = new Intervention(venue, settlement, liquidation, forced);
        this.orders = new OrderEntry(venue, settlement, matching, funds);
    }

    /**
     * Starts one.
     *
     * @param id the exchange that it stands for: ticks carry it in their listing
     * @return a builder
     */
    public static Builder builder(ExchangeId id) {
        return new Builder(id);
    }

    /**
     * Opens an account in one-way mode, with cross margin and leverage 20, or what the tiers allow below that.
     *
     * @param accountId its id, not in use yet
     * @param accountName its name, for people
     * @param asset the settle asset; instruments that settle in another one cannot be traded
     * @param wallet the first deposit, not negative
     * @return a client of the account
     * @throws IllegalArgumentException if the id is in use or the deposit negative
     */
    public ExchangeClient openAccount(String accountId, String accountName, String asset, BigDecimal wallet) {
        synchronized (venue.lock) {
            Portfolio portfolio = intervention.open(accountId, accountName, asset, wallet);
            return new PaperClient(this, venue, orders, portfolio);
        }
    }

    /**
     * Another client of an open account, as after a restart. Orders and positions live in the exchange, not in its clients.
     *
     * @param accountId the id of an account that was opened
     * @return a new client
     */
    public ExchangeClient client(String accountId) {
        synchronized (venue.lock) {
            return new PaperClient(this, venue, orders, venue.portfolio(accountId));
        }
    }

    /**
     * Moves money into an account, or out of it.
     *
     * @param accountId the account's id
     * @param amount in its asset: positive goes in, negative comes out
     * @throws IllegalArgumentException if there is no such account, or if more should come out than is available
     */
    public void transfer(String accountId, BigDecimal amount) {
        intervention.transfer(accountId, amount);
    }

    /**
     * Takes a tick, the only way in which prices come in and time passes. The clock never goes back: a tick of another
     * market that is a little older than the clock, as happens with live data, is taken at the clock's time.
     *
     * @param tick the tick
     * @throws IllegalArgumentException if it is of an instrument or exchange that this one does not stand for, if it is
     *     older than the last tick of its own market, if its candle opens before the last one, or if its mark price is not
     *     above 0
     */
    public void update(MarketTick tick) {
        synchronized (venue.lock) {
            clockwork.update(tick);
        }
    }

    /**
     * Liquidates a position as if it were no longer backed: cancels the open orders (in cross mode those of the whole account),
     * closes it through the book, and takes the liquidation fee out of what is left.
     *
     * @param accountId the account's id
     * @param symbol the instrument
     * @param side the direction of the position
     * @return the order that closed it, of raw type {@code LIQUIDATION}; its client id begins with {@code autoclose-}
     * @throws IllegalArgumentException if there is no such account, instrument or position
     */
    public Order liquidate(String accountId, Symbol symbol, PositionSide side) {
        return intervention.liquidate(accountId, symbol, side);
    }

    /**
     * Closes a part of a position at the mark price past the book, as venues deleverage. No fee is taken, open orders stay.
     *
     * @param accountId the account's id
     * @param symbol the instrument
     * @param side the direction of the position
     * @param quantity how much, in whole lots: base units, or contracts where inverse
     * @return the order that closed it, of type {@code LIQUIDATION} and raw type {@code ADL}, client id {@code adl_autoclose}
     * @throws IllegalArgumentException if there is no such account, instrument or position, or not so much of it
     */
    public Order deleverage(String accountId, Symbol symbol, PositionSide side, BigDecimal quantity) {
        return intervention.deleverage(accountId, symbol, side, quantity);
    }

    /**
     * Ties two open orders of one instrument to each other: when one is filled, the other is cancelled.
     *
     * @param accountId the account's id
     * @param one an open order that is tied to no other one
     * @param other another such order
     * @throws IllegalArgumentException if there is no such account, or an order is not known, not open or tied already
     */
    public void linkExits(String accountId, OrderRef one, OrderRef other) {
        intervention.linkExits(accountId, one, other);
    }

    /**
     * Lets time pass without a tick, for what happens between two. Contracts that expire are delivered.
     *
     * @param time the new time; one that is not ahead of the clock changes nothing
     */
    public void passTo(Instant time) {
        synchronized (venue.lock) {
            clockwork.passTo(time);
        }
    }

    /**
     * The newest tick of an instrument.
     *
     * @param symbol the instrument
     * @return the tick; empty before the first one, and for instruments that are not listed
     */
    public Optional<MarketTick> lastTick(Symbol symbol) {
        synchronized (venue.lock) {
            return Optional.ofNullable(venue.markets().get(symbol)).map(PaperMarket::tick);
        }
    }

    /**
     * The paper clock.
     *
     * @return the latest time of all ticks; before the first one what the builder set
     */
    public Instant time() {
        synchronized (venue.lock) {
            return venue.now();
        }
    }

    Venue venue() {
        return venue;
    }

    @Override
    public String toString() {
        return "PaperExchange[" + venue.id() + " with " + venue.markets().keySet() + "]";
    }

    /** Collects the terms of a {@link PaperExchange}. Not for use by several threads. */
    public static final class Builder {

        private final ExchangeId id;
        private final Listings listings = new Listings();
        private BigDecimal makerFee = new BigDecimal("0.0002");
        private BigDecimal takerFee = new BigDecimal("0.0004");
        private BigDecimal liquidationFee = new BigDecimal("0.0125");
        private FillPolicy fillPolicy = FillPolicy.conservative();
        private CandleInterval candleInterval = CandleInterval.M1;
        private int candlesKept = 1500;
        private int historyLimit = 1_000_000;
        private Instant start = Instant.EPOCH;
        private PaperListener listener = Notices.NOBODY;
        private ClientOrderIdRule clientOrderIds = Rules.PORTABLE_IDS;
        private boolean postOnlyExpires;

        private Builder(ExchangeId id) {
            this.id = Objects.requireNonNull(id, "id");
        }

        /**
         * Lists an instrument, in place of one with the same symbol.
         *
         * @param instrument a perpetual or future, refused where it is inverse and does not settle in its base
         * @return this
         */
        public Builder instrument(Instrument instrument) {
            listings.add(instrument);
            return this;
        }

        /**
         * Lists several instruments.
         *
         * @param instruments perpetuals and futures
         * @return this
         */
        public Builder instruments(Collection<Instrument> instruments) {
            instruments.forEach(this::instrument);
            return this;
        }

        /**
         * What trading costs. The default is 0.0002 and 0.0004, 2 and 4 basis points.
         *
         * @param maker as a ratio of the notional: positive is paid, negative a rebate
         * @param taker as a ratio of the notional
         * @return this
         */
        public Builder fees(BigDecimal maker, BigDecimal taker) {
            this.makerFee = Objects.requireNonNull(maker, "maker");
            this.takerFee = Objects.requireNonNull(taker, "taker");
            return this;
        }

        /**
         * The risk tiers of an instrument, in quote; clients are told them in the settle asset, at the mark. The default: up
         * to 50,000 at leverage 125 with maintenance 0.4 %; 250,000 at 100, 0.5 %; 1,000,000 at 50, 1 %; 5,000,000 at 20,
         * 2.5 %; 20,000,000 at 10, 5 %; 50,000,000 at 5, 10 %; 100,000,000 at 4, 12.5 %; 200,000,000 at 2, 25 %; 500,000,000
         * at 1, 50 %.
         *
         * @param symbol an instrument that is or will be listed
         * @param tiers ascending from notional 0 without gaps
         * @return this
         */
        public Builder riskTiers(Symbol symbol, List<RiskTier> tiers) {
            listings.tiers(symbol, tiers);
            return this;
        }

        /**
         * How orders fill. The default is {@link FillPolicy#conservative()}.
         *
         * @param policy the policy
         * @return this
         */
        public Builder fillPolicy(FillPolicy policy) {
            this.fillPolicy = Objects.requireNonNull(policy, "policy");
            return this;
        }

        /**
         * What a liquidation costs on top, as far as the backing of the position lasts. The default is 0.0125.
         *
         * @param rate as a ratio of the notional, not negative
         * @return this
         */
        public Builder liquidationFee(BigDecimal rate) {
            this.liquidationFee = Rules.notNegative("liquidation fee", rate);
            return this;
        }

        /**
         * Which candles ticks close, and how many of each instrument are kept for clients. The default is 1500 of one
         * minute, a little more than a ticker's day.
         *
         * @param interval their length
         * @param keep how many, at least 1
         * @return this
         */
        public Builder candles(CandleInterval interval, int keep) {
            this.candleInterval = Objects.requireNonNull(interval, "interval");
            this.candlesKept = Rules.positive("candles to keep", keep);
            return this;
        }

        /**
         * How many orders, fills and incomes an account remembers, each; the oldest are forgotten beyond it. Open orders are
         * always known. The default is 1,000,000.
         *
         * @param entries at least 1
         * @return this
         */
        public Builder historyLimit(int entries) {
            this.historyLimit = Rules.positive("history limit", entries);
            return this;
        }

        /**
         * The paper clock before the first tick. The default is 1970-01-01.
         *
         * @param time the time
         * @return this
         */
        public Builder startAt(Instant time) {
            this.start = Objects.requireNonNull(time, "time");
            return this;
        }

        /**
         * Who is told what happens. The default is nobody.
         *
         * @param listener called under the exchange's lock; see there what it may do
         * @return this
         */
        public Builder listener(PaperListener listener) {
            this.listener = Objects.requireNonNull(listener, "listener");
            return this;
        }

        /**
         * Which client order ids are taken. The default is 32 letters and digits, which serve every real exchange.
         *
         * @param rule what they may look like
         * @return this
         */
        public Builder clientOrderIds(ClientOrderIdRule rule) {
            this.clientOrderIds = Objects.requireNonNull(rule, "rule");
            return this;
        }

        /**
         * Accepts post-only orders that would take, which then expire at once, as many venues do; unless set, they are refused.
         *
         * @return this
         */
        public Builder expirePostOnly() {
            this.postOnlyExpires = true;
            return this;
        }

        /**
         * Makes the exchange.
         *
         * @return it, without accounts and ticks
         * @throws IllegalArgumentException if risk tiers do not ascend from 0 without gaps, or are of no listed instrument
         */
        public PaperExchange build() {
            Rules rules = new Rules(
                    makerFee,
                    takerFee,
                    liquidationFee,
                    fillPolicy,
                    candleInterval,
                    candlesKept,
                    historyLimit,
                    clientOrderIds,
                    postOnlyExpires);
            return new PaperExchange(new Venue(id, rules, listings.markets(rules), start, new Notices(listener)));
        }
    }
}
