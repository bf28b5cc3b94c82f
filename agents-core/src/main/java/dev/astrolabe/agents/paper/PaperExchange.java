package dev.astrolabe.agents.paper;

import dev.astrolabe.agents.market.MarketTick;
import dev.astrolabe.exchange.ExchangeClient;
import dev.astrolabe.exchange.ExchangeId;
import dev.astrolabe.exchange.model.CandleInterval;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.RiskTier;
import dev.astrolabe.exchange.model.Symbol;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Outline: the public surface, to be compiled against. */
@SuppressWarnings("DoNotCallSuggester")
public final class PaperExchange {

    private PaperExchange() {}

    /**
     * Starts one.
     *
     * @param id the exchange that it stands for
     * @return a builder
     */
    public static Builder builder(ExchangeId id) {
        return new Builder();
    }

    /**
     * Opens an account.
     *
     * @param accountId its id
     * @param accountName its name
     * @param asset the settle asset
     * @param wallet the deposit
     * @return its client
     */
    public ExchangeClient openAccount(String accountId, String accountName, String asset, BigDecimal wallet) {
        throw new IllegalStateException("the engine follows");
    }

    /**
     * Another client of an open account.
     *
     * @param accountId its id
     * @return a new client
     */
    public ExchangeClient client(String accountId) {
        throw new IllegalStateException("the engine follows");
    }

    /**
     * Moves money into or out of an account.
     *
     * @param accountId its id
     * @param amount positive into it
     */
    public void transfer(String accountId, BigDecimal amount) {
        throw new IllegalStateException("the engine follows");
    }

    /**
     * Takes a tick.
     *
     * @param tick the tick
     */
    public void update(MarketTick tick) {
        throw new IllegalStateException("the engine follows");
    }

    /**
     * The newest tick.
     *
     * @param symbol the instrument
     * @return the tick; empty before the first
     */
    public Optional<MarketTick> lastTick(Symbol symbol) {
        return Optional.empty();
    }

    /**
     * The paper clock.
     *
     * @return the time of the newest tick
     */
    public Instant time() {
        return Instant.EPOCH;
    }

    /** Collects the terms of a {@link PaperExchange}. */
    public static final class Builder {

        private Builder() {}

        /**
         * An instrument.
         *
         * @param instrument a linear derivative
         * @return this
         */
        public Builder instrument(Instrument instrument) {
            return this;
        }

        /**
         * Instruments.
         *
         * @param instruments linear derivatives
         * @return this
         */
        public Builder instruments(Collection<Instrument> instruments) {
            return this;
        }

        /**
         * Fees.
         *
         * @param maker ratio, positive is paid
         * @param taker ratio, positive is paid
         * @return this
         */
        public Builder fees(BigDecimal maker, BigDecimal taker) {
            return this;
        }

        /**
         * Risk tiers.
         *
         * @param symbol the instrument
         * @param tiers ascending
         * @return this
         */
        public Builder riskTiers(Symbol symbol, List<RiskTier> tiers) {
            return this;
        }

        /**
         * Fill policy.
         *
         * @param policy the policy
         * @return this
         */
        public Builder fillPolicy(FillPolicy policy) {
            return this;
        }

        /**
         * Liquidation fee.
         *
         * @param rate ratio
         * @return this
         */
        public Builder liquidationFee(BigDecimal rate) {
            return this;
        }

        /**
         * The candles that ticks close.
         *
         * @param interval their length
         * @param keep how many are kept
         * @return this
         */
        public Builder candles(CandleInterval interval, int keep) {
            return this;
        }

        /**
         * How much history an account keeps.
         *
         * @param entries of each kind
         * @return this
         */
        public Builder historyLimit(int entries) {
            return this;
        }

        /**
         * The paper clock before the first tick.
         *
         * @param time the time
         * @return this
         */
        public Builder startAt(Instant time) {
            return this;
        }

        /**
         * Makes it.
         *
         * @return the exchange
         */
        public PaperExchange build() {
            return new PaperExchange();
        }
    }
}
