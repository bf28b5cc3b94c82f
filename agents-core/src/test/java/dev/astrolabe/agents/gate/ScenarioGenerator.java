package dev.astrolabe.agents.gate;

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
import dev.astrolabe.exchange.model.MarkPrice;
import dev.astrolabe.exchange.model.OrderBook;
import dev.astrolabe.exchange.model.PositionMode;
import dev.astrolabe.exchange.model.PositionSide;
import dev.astrolabe.exchange.model.PriceLevel;
import dev.astrolabe.exchange.model.RiskTier;
import dev.astrolabe.exchange.model.StepFilter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Makes sessions, most of them sound, with something extreme here and there. */
final class ScenarioGenerator {

    static final Instant NOW = GateFixture.NOW;
    private static final List<Listing> LISTINGS =
            List.of(GateFixture.BTC, GateFixture.BTC_OKX, GateFixture.ETH, GateFixture.SOL);
    private static final MathContext SIX = new MathContext(6);

    private final Random random;
    private final Map<Listing, MarketView> markets = new HashMap<>();

    ScenarioGenerator(Random random) {
        this.random = random;
    }

    Scenario next(long seed, int entries) {
        Topology topology = chance(60) ? Topology.EXCLUSIVE_SYMBOL : pick(List.of(Topology.values()));
        BigDecimal equity = chance(5) ? BigDecimal.ZERO : decimal(2_000, 500_000);
        BigDecimal mark =
                chance(5) ? equity.multiply(decimal(1.2, 2)) : equity.multiply(decimal(1, chance(60) ? 1.08 : 1.17));
        GateContext.Builder context = GateContext.builder()
                .now(NOW)
                .state(chance(3) ? pick(List.of(TradingState.values())) : TradingState.RUNNING)
                .portfolio(new GatePortfolio(equity, mark, chance(3)));
        for (Listing listing : LISTINGS) {
            context.market(market(listing), chance(2) ? List.of() : tiers());
        }
        accounts(context, topology, equity);
        Map<AgentId, GateAgent.Builder> agents = agents(equity);
        hold(agents, topology);
        agents.values().forEach(agent -> context.agent(agent.build()));
        GateContext made = context.build();
        List<Proposal.Open> opens = new ArrayList<>();
        for (int i = 0; i < entries; i++) {
            opens.add(open(made, i));
        }
        return new Scenario(seed, limits(topology), made, opens);
    }

    private GateLimits limits(Topology topology) {
        GateLimits.Builder limits = GateLimits.builder().topology(topology);
        if (chance(30)) {
            limits.heatShare(decimal(0.2, 1))
                    .maxDrawdown(decimal(0.05, 0.3))
                    .liquidationSafety(decimal(0.4, 0.9))
                    .maxGrossExposure(decimal(0.5, 10))
                    .maxSymbolExposure(decimal(0.5, 5))
                    .slippage(decimal(0, 0.003))
                    .marginUse(decimal(0.5, 1));
        }
        return limits.build();
    }

    private void accounts(GateContext.Builder context, Topology topology, BigDecimal equity) {
        for (ExchangeId exchange : List.of(ExchangeId.ASTERDEX, ExchangeId.OKX)) {
            GateAccount account = new GateAccount(
                    chance(4) ? equity.multiply(decimal(0, 0.05)) : equity,
                    equity.multiply(chance(5) ? BigDecimal.ZERO : decimal(0.2, 1)),
                    chance(10) ? equity.multiply(decimal(0, 3)) : BigDecimal.ZERO);
            context.account(exchange, account);
            for (AgentSpec spec : AgentSpec.standard()) {
                BigDecimal share = spec.capitalShare();
                context.subaccount(
                        spec.id(),
                        exchange,
                        new GateAccount(
                                account.equity().multiply(share),
                                account.available().multiply(share),
                                account.foreignNotional().multiply(share)));
            }
            boolean hedge = topology == Topology.HEDGE_SLOTS ? !chance(3) : chance(30);
            context.positionMode(exchange, hedge ? PositionMode.HEDGE : PositionMode.ONE_WAY);
        }
    }

    private MarketView market(Listing listing) {
        int exponent = random.nextInt(11) - 6;
        BigDecimal mark = decimal(1, 10).round(SIX).scaleByPowerOfTen(exponent);
        BigDecimal tick = chance(6)
                ? pick(List.of(BigDecimal.ZERO, power(exponent), power(exponent - 16)))
                : power(exponent - 5 + random.nextInt(2));
        StepFilter prices = new StepFilter(tick, BigDecimal.ZERO, tick);
        BigDecimal half = mark.multiply(chance(4) ? decimal(0.001, 0.01) : decimal(0.00001, 0.0003));
        BigDecimal bid = prices.down(mark.subtract(half)).max(power(exponent - 20));
        BigDecimal ask = prices.up(mark.add(half));
        Instrument instrument = GateFixture.instrument(listing)
                .priceFilter(prices)
                .quantityFilter(quantities(exponent))
                .marketQuantityFilter(chance(70) ? StepFilter.NONE : quantities(exponent))
                .minNotional(pick(List.of(BigDecimal.ONE, BigDecimal.valueOf(5), BigDecimal.valueOf(100))))
                .build();
        OrderBook book = new OrderBook(
                listing.symbol(),
                chance(1) ? List.of() : List.of(new PriceLevel(bid, BigDecimal.ONE)),
                List.of(new PriceLevel(ask, BigDecimal.ONE)),
                1,
                NOW);
        MarkPrice price = MarkPrice.builder()
                .symbol(listing.symbol())
                .mark(mark)
                .index(chance(10) ? null : mark.multiply(chance(3) ? decimal(0.9, 1.1) : decimal(0.995, 1.005)))
                .time(NOW.minusMillis(chance(3) ? 60_000 : random.nextInt(3_001)))
                .build();
        FeeRate fees = new FeeRate(listing.symbol(), decimal(-0.0001, 0.0003), decimal(0.0003, 0.001));
        MarketView view = new MarketView(MarketTick.of(listing, book, price), instrument, fees, Readings.NONE);
        markets.put(listing, view);
        return view;
    }

    /** Lots worth from a thousandth of a coin's quote to some; now and then one that is huge, odd or offset. */
    private StepFilter quantities(int exponent) {
        BigDecimal lot = power(-exponent - 2 + random.nextInt(3));
        if (chance(4)) {
            lot = power(-exponent + 6);
        } else if (chance(20)) {
            lot = lot.multiply(BigDecimal.valueOf(1 + random.nextInt(9)));
        }
        BigDecimal least = lot.multiply(BigDecimal.valueOf(1 + random.nextInt(3)));
        if (chance(5)) {
            least = least.add(lot.multiply(new BigDecimal("0.5")));
        }
        BigDecimal most = chance(10) ? lot.multiply(BigDecimal.valueOf(1000)) : BigDecimal.ZERO;
        return new StepFilter(least, most, lot);
    }

    private List<RiskTier> tiers() {
        List<RiskTier> tiers = new ArrayList<>();
        BigDecimal floor = BigDecimal.ZERO;
        BigDecimal rate = decimal(0.003, 0.01).round(new MathContext(2));
        BigDecimal amount = BigDecimal.ZERO;
        BigDecimal leverage = BigDecimal.valueOf(20 + random.nextInt(106));
        boolean continuous = chance(70);
        for (int i = 1; i <= 4; i++) {
            BigDecimal cap = i == 4 ? power(30) : decimal(1_000, 50_000).scaleByPowerOfTen(i - 1);
            cap = cap.max(floor);
            tiers.add(new RiskTier(i, floor, cap, leverage, rate, continuous ? amount : BigDecimal.ZERO));
            BigDecimal stricter = rate.multiply(decimal(1.2, 3)).round(new MathContext(2));
            amount = amount.add(cap.multiply(stricter.subtract(rate)));
            rate = stricter;
            leverage = leverage.divide(BigDecimal.valueOf(2), 0, RoundingMode.UP);
            floor = cap;
        }
        return tiers;
    }

    private Map<AgentId, GateAgent.Builder> agents(BigDecimal equity) {
        Map<AgentId, GateAgent.Builder> agents = new TreeMap<>();
        for (AgentSpec spec : AgentSpec.standard()) {
            BigDecimal own = equity.multiply(spec.capitalShare());
            if (chance(6)) {
                own = pick(List.of(BigDecimal.ZERO, own.negate(), new BigDecimal("0.0000001")));
            }
            agents.put(
                    spec.id(),
                    GateAgent.builder()
                            .spec(spec)
                            .status(chance(2) ? AgentStatus.PAUSED : AgentStatus.ACTIVE)
                            .equity(own)
                            .freeMargin(own.multiply(decimal(0.2, 1)))
                            .opensLastHour(chance(2) ? 12 : random.nextInt(6))
                            .lastStopOut(chance(10) ? NOW.minusSeconds(random.nextInt(10_000)) : null)
                            .leverageFactor(chance(80) ? BigDecimal.ONE : decimal(0, 1))
                            .sizeFactor(chance(80) ? BigDecimal.ONE : decimal(0, 1)));
        }
        return agents;
    }

    private void hold(Map<AgentId, GateAgent.Builder> agents, Topology topology) {
        Map<AgentId, List<OwnPosition>> positions = new TreeMap<>();
        Map<AgentId, List<PendingOpen>> pending = new TreeMap<>();
        List<AgentSpec> specs = AgentSpec.standard();
        for (Listing listing : LISTINGS) {
            int holders = chance(28) ? 1 + (topology == Topology.EXCLUSIVE_SYMBOL ? 0 : random.nextInt(2)) : 0;
            for (int i = 0; i < holders; i++) {
                AgentSpec spec = pick(specs);
                PositionSide side = pick(List.of(PositionSide.values()));
                boolean there = positions.getOrDefault(spec.id(), List.of()).stream()
                        .anyMatch(position -> position.listing().equals(listing) && position.side() == side);
                if (there || (positions.containsKey(spec.id()) && chance(80))) {
                    continue;
                }
                BigDecimal equity = agents.get(spec.id()).build().equity().abs();
                BigDecimal margin = equity.multiply(decimal(0, 0.3));
                int leverage = 1 + random.nextInt(spec.maxLeverage());
                BigDecimal price = markets.get(listing).mark().multiply(decimal(0.98, 1.02));
                BigDecimal quantity =
                        margin.multiply(BigDecimal.valueOf(leverage)).divide(price, MathContext.DECIMAL64);
                BigDecimal distance = price.multiply(decimal(0.002, 0.05));
                if (quantity.signum() > 0 && chance(70)) {
                    boolean rising = side == PositionSide.LONG;
                    positions
                            .computeIfAbsent(spec.id(), any -> new ArrayList<>())
                            .add(GateFixture.position(listing, "1", "1", "1")
                                    .side(side)
                                    .quantity(quantity)
                                    .entryPrice(price)
                                    .leverage(leverage)
                                    .margin(margin)
                                    .stopPrice(
                                            chance(2) ? null : rising ? price.subtract(distance) : price.add(distance))
                                    .build());
                } else if (quantity.signum() > 0) {
                    pending.computeIfAbsent(spec.id(), any -> new ArrayList<>())
                            .add(new PendingOpen(listing, side, quantity, price, margin, distance));
                }
            }
        }
        positions.forEach((id, held) -> agents.get(id).positions(held));
        pending.forEach((id, under) -> agents.get(id).pending(under));
    }

    private Proposal.Open open(GateContext context, int number) {
        GateAgent agent = pick(List.copyOf(context.agents().values()));
        PositionSide side = pick(List.of(PositionSide.values()));
        Listing listing = pick(LISTINGS);
        List<Leg> legs = new ArrayList<>();
        if (chance(15)) {
            legs.add(leg(GateFixture.BTC, side));
            legs.add(leg(GateFixture.BTC_OKX, side.opposite()));
        } else {
            legs.add(leg(listing, side));
        }
        boolean modest = chance(60);
        int leverage = 1 + random.nextInt(agent.spec().maxLeverage() + (modest ? 0 : 5));
        BigDecimal price = markets.get(legs.get(0).listing()).mark();
        BigDecimal quantity = agent.equity()
                .abs()
                .max(BigDecimal.TEN)
                .multiply(modest ? decimal(0.01, 0.14) : decimal(0.01, 0.4))
                .multiply(BigDecimal.valueOf(leverage))
                .divide(price, SIX);
        if (chance(3)) {
            quantity = pick(List.of(power(-30), power(40), BigDecimal.ONE));
        }
        if (modest) {
            quantity = onLot(legs, quantity);
        }
        Instant decided = NOW.minusMillis(number);
        Instant expires = chance(2) ? NOW.minusMillis(1) : NOW.plusSeconds(5);
        return new Proposal.Open(agent.id(), decided, expires, legs, quantity, leverage, "random");
    }

    private BigDecimal onLot(List<Leg> legs, BigDecimal quantity) {
        List<StepFilter> filters = new ArrayList<>();
        for (Leg leg : legs) {
            Instrument instrument = markets.get(leg.listing()).instrument();
            filters.add(instrument.quantityFilter());
            filters.add(instrument.marketQuantityFilter());
        }
        return QuantityGrid.of(filters).flatMap(grid -> grid.floor(quantity)).orElse(quantity);
    }

    private Leg leg(Listing listing, PositionSide side) {
        MarketView market = markets.get(listing);
        BigDecimal mark = market.mark();
        boolean rising = side == PositionSide.LONG;
        BigDecimal sign = BigDecimal.valueOf(rising ? -1 : 1);
        BigDecimal away = chance(3) ? decimal(-0.02, 0.001) : decimal(0.003, chance(60) ? 0.03 : 0.07);
        BigDecimal stop = mark.add(mark.multiply(away).multiply(sign));
        BigDecimal gain = mark.subtract(mark.multiply(decimal(0.003, 0.1)).multiply(sign));
        BigDecimal limit = mark.add(mark.multiply(decimal(-0.001, 0.003)).multiply(sign));
        StepFilter filter = market.instrument().priceFilter();
        boolean rounded = chance(75);
        return Leg.builder()
                .listing(listing)
                .side(side)
                .referencePrice(mark.multiply(chance(3) ? decimal(0.98, 1.02) : decimal(0.996, 1.004)))
                .stopPrice(chance(2) ? null : rounded ? filter.nearest(stop) : stop)
                .takeProfitPrice(chance(60) ? null : rounded ? filter.nearest(gain) : gain)
                .limitPrice(chance(70) ? null : rounded ? filter.nearest(limit) : limit)
                .build();
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private BigDecimal decimal(double from, double to) {
        return BigDecimal.valueOf((long) ((from + random.nextDouble() * (to - from)) * 1e9), 9);
    }

    private static BigDecimal power(int exponent) {
        return BigDecimal.ONE.scaleByPowerOfTen(exponent);
    }
}
