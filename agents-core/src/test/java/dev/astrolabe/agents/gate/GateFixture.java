package dev.astrolabe.agents.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrolabe.agents.AgentId;
import dev.astrolabe.agents.AgentSpec;
import dev.astrolabe.agents.Leg;
import dev.astrolabe.agents.OwnPosition;
import dev.astrolabe.agents.Proposal;
import dev.astrolabe.agents.indicator.Readings;
import dev.astrolabe.agents.market.Listing;
import dev.astrolabe.agents.market.MarketTick;
import dev.astrolabe.agents.market.MarketView;
import dev.astrolabe.exchange.ExchangeId;
import dev.astrolabe.exchange.model.FeeRate;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.InstrumentKind;
import dev.astrolabe.exchange.model.InstrumentStatus;
import dev.astrolabe.exchange.model.MarkPrice;
import dev.astrolabe.exchange.model.OrderBook;
import dev.astrolabe.exchange.model.PositionMode;
import dev.astrolabe.exchange.model.PositionSide;
import dev.astrolabe.exchange.model.PriceLevel;
import dev.astrolabe.exchange.model.RiskTier;
import dev.astrolabe.exchange.model.StepFilter;
import dev.astrolabe.exchange.model.Symbol;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** A session of five agents with 100,000 in calm markets, and an entry that passes; tests change one thing each. */
final class GateFixture {

    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    static final Listing BTC = listing(ExchangeId.ASTERDEX, "BTC/USDT:USDT");
    static final Listing BTC_OKX = listing(ExchangeId.OKX, "BTC/USDT:USDT");
    static final Listing ETH = listing(ExchangeId.ASTERDEX, "ETH/USDT:USDT");
    static final Listing SOL = listing(ExchangeId.ASTERDEX, "SOL/USDT:USDT");
    static final AgentId TREND = new AgentId("TM");
    static final AgentId MOMENTUM = new AgentId("MH");
    static final AgentId ARBITRAGE = new AgentId("AS");

    private GateFixture() {}

    static BigDecimal bd(String value) {
        return new BigDecimal(value);
    }

    static Listing listing(ExchangeId exchange, String symbol) {
        return new Listing(exchange, Symbol.parse(symbol));
    }

    static AgentSpec spec(AgentId id) {
        return AgentSpec.standard().stream()
                .filter(spec -> spec.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** An agent whose whole share of 100,000 is free. */
    static GateAgent.Builder agent(AgentId id) {
        BigDecimal equity = spec(id).capitalShare().multiply(bd("100000"));
        return GateAgent.builder().spec(spec(id)).equity(equity).freeMargin(equity);
    }

    static Instrument.Builder instrument(Listing listing) {
        return Instrument.builder()
                .symbol(listing.symbol())
                .exchange(listing.exchange().name())
                .venueSymbol("V")
                .kind(InstrumentKind.PERPETUAL)
                .status(InstrumentStatus.TRADING)
                .rawStatus("TRADING")
                .priceFilter(new StepFilter(bd("0.1"), BigDecimal.ZERO, bd("0.1")))
                .quantityFilter(new StepFilter(bd("0.001"), BigDecimal.ZERO, bd("0.001")))
                .marketQuantityFilter(new StepFilter(bd("0.001"), BigDecimal.ZERO, bd("0.001")))
                .minNotional(bd("5"));
    }

    static MarketView market(Listing listing, String bid, String mark, String ask) {
        return market(instrument(listing).build(), listing, bid, mark, ask, mark, NOW);
    }

    static MarketView market(
            Instrument instrument, Listing listing, String bid, String mark, String ask, String index, Instant time) {
        OrderBook book = new OrderBook(
                listing.symbol(),
                List.of(new PriceLevel(bd(bid), BigDecimal.ONE)),
                List.of(new PriceLevel(bd(ask), BigDecimal.ONE)),
                1,
                time);
        MarkPrice price = MarkPrice.builder()
                .symbol(listing.symbol())
                .mark(bd(mark))
                .index(bd(index))
                .time(time)
                .build();
        FeeRate fees = new FeeRate(listing.symbol(), bd("0.0002"), bd("0.0005"));
        return new MarketView(MarketTick.of(listing, book, price), instrument, fees, Readings.NONE);
    }

    static MarketView btc(Instrument instrument) {
        return market(instrument, BTC, "49999.9", "50000", "50000.1", "50000", NOW);
    }

    static List<RiskTier> tiers() {
        return List.of(
                new RiskTier(1, bd("0"), bd("300000"), bd("125"), bd("0.004"), bd("0")),
                new RiskTier(2, bd("300000"), bd("3000000"), bd("50"), bd("0.01"), bd("1800")));
    }

    static GateContext.Builder context() {
        GateContext.Builder context = GateContext.builder()
                .now(NOW)
                .portfolio(new GatePortfolio(bd("100000"), bd("100000"), false))
                .market(market(BTC, "49999.9", "50000", "50000.1"), tiers())
                .market(market(BTC_OKX, "49999.9", "50000", "50000.1"), tiers())
                .market(market(ETH, "2499.9", "2500", "2500.1"), tiers())
                .market(market(SOL, "99.9", "100", "100.1"), tiers());
        for (AgentSpec spec : AgentSpec.standard()) {
            context.agent(agent(spec.id()).build());
        }
        for (ExchangeId exchange : List.of(ExchangeId.ASTERDEX, ExchangeId.OKX)) {
            context.account(exchange, GateAccount.of(bd("100000"), bd("100000")))
                    .positionMode(exchange, PositionMode.ONE_WAY);
        }
        return context;
    }

    /** Long BTC with a stop 2 % below. */
    static Leg.Builder leg() {
        return Leg.builder()
                .listing(BTC)
                .side(PositionSide.LONG)
                .referencePrice(bd("50000"))
                .stopPrice(bd("49000"));
    }

    static Proposal.Open open(AgentId agent, String quantity, int leverage, Leg... legs) {
        return new Proposal.Open(
                agent, NOW, NOW.plusSeconds(30), List.of(legs), bd(quantity), leverage, "for the test");
    }

    /** 0.1 BTC with five times leverage: a margin of 1,000 of 25,000. */
    static Proposal.Open open() {
        return open(TREND, "0.1", 5, leg().build());
    }

    static Proposal.Open with(Leg.Builder leg) {
        return open(TREND, "0.1", 5, leg.build());
    }

    static OwnPosition.Builder position(Listing listing, String quantity, String entry, String stop) {
        return OwnPosition.builder()
                .listing(listing)
                .side(PositionSide.LONG)
                .quantity(bd(quantity))
                .entryPrice(bd(entry))
                .leverage(5)
                .margin(bd(quantity).multiply(bd(entry)).multiply(bd("0.2")))
                .stopPrice(bd(stop))
                .openedAt(NOW.minusSeconds(3600))
                .bestPrice(bd(entry))
                .unrealizedPnl(BigDecimal.ZERO);
    }

    static CeoGate gate() {
        return new CeoGate(GateLimits.standard());
    }

    static Verdict.Rejected refused(Proposal proposal, GateContext.Builder context) {
        Verdict verdict = gate().review(proposal, context.build());
        assertThat(verdict).isInstanceOf(Verdict.Rejected.class);
        return (Verdict.Rejected) verdict;
    }

    static Proposal.Open modified(Proposal proposal, GateContext.Builder context) {
        Verdict verdict = gate().review(proposal, context.build());
        assertThat(verdict).isInstanceOf(Verdict.Modified.class);
        return (Proposal.Open) ((Verdict.Modified) verdict).proposal();
    }

    static void assertApproved(Proposal proposal, GateContext.Builder context) {
        assertThat(gate().review(proposal, context.build())).isEqualTo(new Verdict.Approved(proposal));
    }
}
