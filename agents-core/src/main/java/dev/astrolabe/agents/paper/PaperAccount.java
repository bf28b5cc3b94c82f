package dev.astrolabe.agents.paper;

import dev.astrolabe.exchange.Account;
import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.error.Reason;
import dev.astrolabe.exchange.model.AccountSnapshot;
import dev.astrolabe.exchange.model.Balance;
import dev.astrolabe.exchange.model.FeeRate;
import dev.astrolabe.exchange.model.HistoryQuery;
import dev.astrolabe.exchange.model.Income;
import dev.astrolabe.exchange.model.LeverageSetting;
import dev.astrolabe.exchange.model.MarginMode;
import dev.astrolabe.exchange.model.Order;
import dev.astrolabe.exchange.model.Page;
import dev.astrolabe.exchange.model.Position;
import dev.astrolabe.exchange.model.PositionMode;
import dev.astrolabe.exchange.model.PositionSide;
import dev.astrolabe.exchange.model.RiskTier;
import dev.astrolabe.exchange.model.Side;
import dev.astrolabe.exchange.model.Symbol;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Balances, positions and settings of one account. */
final class PaperAccount implements Account {

    private final PaperClient client;
    private final Venue venue;
    private final Portfolio portfolio;

    PaperAccount(PaperClient client, Venue venue, Portfolio portfolio) {
        this.client = client;
        this.venue = venue;
        this.portfolio = portfolio;
    }

    @Override
    public List<Balance> balances() {
        return client.read(() -> List.of(balance()));
    }

    private Balance balance() {
        return new Balance(
                portfolio.asset(),
                portfolio.wallet(),
                Money.plain(Margin.available(portfolio).max(BigDecimal.ZERO)),
                Money.plain(Margin.inUse(portfolio)),
                Money.plain(Margin.unrealized(portfolio)));
    }

    @Override
    public List<Position> positions() {
        return client.read(() -> {
            List<Position> all = new ArrayList<>();
            portfolio.holdings().forEach(holding -> all.addAll(PositionViews.of(holding)));
            return List.copyOf(all);
        });
    }

    @Override
    public List<Position> positions(Symbol symbol) {
        return client.read(symbol, market -> PositionViews.of(portfolio.holding(market)));
    }

    @Override
    public AccountSnapshot snapshot(Symbol symbol) {
        return client.read(symbol, market -> {
            Holding holding = portfolio.holding(market);
            if (market.tick() == null) {
                throw venue.rejection(Reason.MARKET_STATE, "snapshot", symbol + " has had no tick yet");
            }
            List<Order> open =
                    holding.open().stream().map(order -> order.view()).toList();
            return new AccountSnapshot(
                    portfolio.id(),
                    portfolio.name(),
                    venue.id().name(),
                    symbol,
                    holding.market().mark(),
                    AccountSnapshot.Equity.of(balance()),
                    PositionViews.of(holding),
                    AccountSnapshot.OpenOrder.of(open, Side.BUY),
                    AccountSnapshot.OpenOrder.of(open, Side.SELL));
        });
    }

    @Override
    public LeverageSetting leverage(Symbol symbol) {
        return client.read(symbol, market -> setting(portfolio.holding(market)));
    }

    private static LeverageSetting setting(Holding holding) {
        PaperMarket market = holding.market();
        return new LeverageSetting(
                market.instrument().symbol(),
                BigDecimal.valueOf(holding.leverage()),
                market.settled(market.risk().maxNotional(holding.leverage())));
    }

    /** Refused where positions and orders would be too large for the new leverage, or could not be paid for with it. */
    @Override
    public LeverageSetting setLeverage(Symbol symbol, int leverage) {
        if (leverage < 1) {
            throw NotSentException.invalid("leverage " + leverage + " of " + symbol + " is below 1");
        }
        return client.change(() -> client.market(symbol), market -> {
            Holding holding = portfolio.holding(market);
            RiskTable risk = market.risk();
            if (leverage > risk.maxLeverage()) {
                throw venue.rejection(
                        Reason.LEVERAGE,
                        "setLeverage",
                        "leverage " + leverage + " of " + symbol + " is above the maximum " + risk.maxLeverage());
            }
            BigDecimal exposure = Margin.exposure(holding, Contract::face);
            if (exposure.compareTo(risk.maxNotional(leverage)) > 0) {
                throw venue.rejection(
                        Reason.LEVERAGE,
                        "setLeverage",
                        "exposure " + exposure.toPlainString() + " of "
                                + symbol + " is above "
                                + risk.maxNotional(leverage).toPlainString() + ", the most at leverage " + leverage);
            }
            int before = holding.leverage();
            holding.setLeverage(leverage);
            if (leverage < before && Margin.available(portfolio).signum() < 0) {
                holding.setLeverage(before);
                throw venue.rejection(
                        Reason.INSUFFICIENT_FUNDS,
                        "setLeverage",
                        "leverage " + leverage + " of " + symbol + " needs more margin than there is");
            }
            return setting(holding);
        });
    }

    @Override
    public MarginMode marginMode(Symbol symbol) {
        return client.read(symbol, market -> portfolio.holding(market).marginMode());
    }

    @Override
    public void setMarginMode(Symbol symbol, MarginMode mode) {
        if (!client.capabilities().marginModes().contains(mode)) {
            throw NotSentException.invalid("margin mode " + mode + " of " + symbol + " is neither CROSS nor ISOLATED");
        }
        client.change(symbol, market -> {
            Holding holding = portfolio.holding(market);
            if (holding.marginMode() != mode && !holding.isIdle()) {
                throw venue.rejection(Reason.ACCOUNT_STATE, "setMarginMode", symbol + " has open orders or a position");
            }
            holding.setMarginMode(mode);
        });
    }

    @Override
    public PositionMode positionMode() {
        return client.read(portfolio::positionMode);
    }

    @Override
    public void setPositionMode(PositionMode mode) {
        client.change(() -> portfolio, account -> {
            boolean idle = portfolio.holdings().stream().allMatch(Holding::isIdle);
            if (portfolio.positionMode() != mode && !idle) {
                throw venue.rejection(
                        Reason.ACCOUNT_STATE,
                        "setPositionMode",
                        "account " + portfolio.id() + " has open orders or positions");
            }
            portfolio.setPositionMode(mode);
            return true;
        });
    }

    /** What is taken back must leave the position its initial margin, reckoned with its profit or loss. */
    @Override
    public void adjustIsolatedMargin(Symbol symbol, PositionSide side, BigDecimal amount) {
        if (amount.signum() == 0) {
            throw NotSentException.invalid("isolated margin of " + symbol + " cannot be adjusted by 0");
        }
        client.change(symbol, market -> {
            Holding holding = portfolio.holding(market);
            PaperPosition position = holding.positionTowards(side);
            if (!holding.isIsolated() || position.reducibleBy(side.closing()).signum() == 0) {
                throw venue.rejection(
                        Reason.ACCOUNT_STATE,
                        "adjustIsolatedMargin",
                        symbol + " has no isolated " + side + " position");
            }
            BigDecimal free = amount.signum() > 0 ? Margin.available(portfolio) : removable(holding, position);
            if (amount.abs().compareTo(free) > 0) {
                throw venue.rejection(
                        Reason.INSUFFICIENT_FUNDS,
                        "adjustIsolatedMargin",
                        amount.toPlainString() + " is more than can be moved, "
                                + free.max(BigDecimal.ZERO).toPlainString());
            }
            position.addIsolatedMargin(amount);
        });
    }

    private static BigDecimal removable(Holding holding, PaperPosition position) {
        BigDecimal mark = holding.market().mark();
        BigDecimal needed = Money.initialMargin(position.notional(mark), holding.leverage());
        BigDecimal losses = position.unrealized(mark).min(BigDecimal.ZERO);
        return position.isolatedMargin().add(losses).subtract(needed);
    }

    @Override
    public FeeRate fees(Symbol symbol) {
        return client.read(
                symbol,
                market -> new FeeRate(
                        symbol, venue.rules().makerFee(), venue.rules().takerFee()));
    }

    @Override
    public List<RiskTier> riskTiers(Symbol symbol) {
        return client.read(symbol, this::tiers);
    }

    /** Tiers count quote; what they come to in the settle asset is told. */
    private List<RiskTier> tiers(PaperMarket market) {
        return market.risk().tiers().stream()
                .map(tier -> new RiskTier(
                        tier.tier(),
                        settled(market, tier.notionalFloor()),
                        settled(market, tier.notionalCap()),
                        tier.maxLeverage(),
                        tier.maintenanceMarginRate(),
                        settled(market, tier.maintenanceAmount())))
                .toList();
    }

    private BigDecimal settled(PaperMarket market, BigDecimal quote) {
        BigDecimal amount = market.settled(quote);
        if (amount == null) {
            throw venue.rejection(
                    Reason.MARKET_STATE, "riskTiers", market.instrument().symbol() + " has had no tick yet");
        }
        return amount;
    }

    @Override
    public Page<Income> income(HistoryQuery query) {
        return client.history(query, portfolio.incomes());
    }
}
