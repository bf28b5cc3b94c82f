package dev.astrolabe.simulator.aster;

import static dev.astrolabe.simulator.aster.Security.SIGNED;

import dev.astrolabe.exchange.model.Balance;
import dev.astrolabe.exchange.model.FeeRate;
import dev.astrolabe.exchange.model.RiskTier;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.simulator.aster.Holdings.Money;
import dev.astrolabe.simulator.aster.Holdings.Slot;
import dev.astrolabe.simulator.market.Market;
import dev.astrolabe.simulator.venue.SimulatedVenue;
import dev.astrolabe.simulator.venue.VenueAccount;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Balances, positions, brackets and fees (docs: futures v3, "Futures Account Balance", "Position Information"). */
final class AccountCalls {

    private final SimulatedVenue venue;
    private final Catalogue catalogue;

    AccountCalls(SimulatedVenue venue, Catalogue catalogue) {
        this.venue = venue;
        this.catalogue = catalogue;
    }

    void register(Routes routes) {
        routes.add("GET", List.of("v2", "v3"), "balance", SIGNED, any -> 5, this::balances);
        routes.add("GET", List.of("v3", "v4"), "account", SIGNED, any -> 5, this::account);
        routes.add("GET", Routes.V3, "accountWithJoinMargin", SIGNED, any -> 5, this::account);
        routes.add("GET", List.of("v2", "v3"), "positionRisk", SIGNED, any -> 5, this::positions);
        routes.add("GET", "leverageBracket", SIGNED, 1, this::brackets);
        routes.add("GET", Routes.V3, "leverageBrackets", SIGNED, any -> 1, this::brackets);
        routes.add("GET", "adlQuantile", SIGNED, 5, this::adl);
        routes.add("GET", "commissionRate", SIGNED, 20, this::commission);
    }

    private List<Money> money(VenueAccount account, List<Slot> slots) {
        List<Money> all = new ArrayList<>();
        for (Balance balance : account.balances()) {
            all.add(Money.of(balance, slots));
        }
        return all;
    }

    private Object balances(Call call) {
        VenueAccount account = call.account();
        List<Slot> slots = Holdings.slots(account, venue.markets().all());
        List<Object> rows = new ArrayList<>();
        for (Money money : money(account, slots)) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("accountAlias", account.id());
            row.put("asset", money.balance().asset());
            row.put("balance", Figures.money(money.balance().wallet()));
            row.put("crossWalletBalance", Figures.money(money.crossWallet()));
            row.put("crossUnPnl", Figures.money(money.crossUnrealized()));
            row.put("availableBalance", Figures.money(money.balance().available()));
            row.put("maxWithdrawAmount", Figures.money(money.withdrawable()));
            row.put("marginAvailable", true);
            row.put("updateTime", venue.now().toEpochMilli());
            rows.add(row);
        }
        return rows;
    }

    private Object account(Call call) {
        VenueAccount account = call.account();
        List<Slot> slots = Holdings.slots(account, venue.markets().all());
        List<Money> money = money(account, slots);
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("feeTier", 0);
        row.put("canTrade", true);
        row.put("canDeposit", true);
        row.put("canWithdraw", true);
        row.put("updateTime", 0);
        row.put("totalInitialMargin", sum(money, Money::initialMargin));
        row.put("totalMaintMargin", sum(money, Money::maintenance));
        row.put("totalWalletBalance", sum(money, all -> all.balance().wallet()));
        row.put("totalUnrealizedProfit", sum(money, all -> all.balance().unrealizedPnl()));
        row.put("totalMarginBalance", sum(money, all -> all.balance().equity()));
        row.put("totalPositionInitialMargin", sum(money, Money::positionMargin));
        row.put("totalOpenOrderInitialMargin", sum(money, Money::orderMargin));
        row.put("totalCrossWalletBalance", sum(money, Money::crossWallet));
        row.put("totalCrossUnPnl", sum(money, Money::crossUnrealized));
        row.put("availableBalance", sum(money, all -> all.balance().available()));
        row.put("maxWithdrawAmount", sum(money, Money::withdrawable));
        row.put("assets", money.stream().map(this::asset).toList());
        row.put("positions", slots.stream().map(AccountCalls::position).toList());
        return row;
    }

    /** All assets of the venue are dollars, so that they are added one to one. */
    private static String sum(List<Money> all, Function<Money, BigDecimal> part) {
        return Figures.money(all.stream().map(part).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private Map<String, Object> asset(Money money) {
        Map<String, Object> row = new LinkedHashMap<>();
        Balance balance = money.balance();
        row.put("asset", balance.asset());
        row.put("walletBalance", Figures.money(balance.wallet()));
        row.put("unrealizedProfit", Figures.money(balance.unrealizedPnl()));
        row.put("marginBalance", Figures.money(balance.equity()));
        row.put("maintMargin", Figures.money(money.maintenance()));
        row.put("initialMargin", Figures.money(money.initialMargin()));
        row.put("positionInitialMargin", Figures.money(money.positionMargin()));
        row.put("openOrderInitialMargin", Figures.money(money.orderMargin()));
        row.put("crossWalletBalance", Figures.money(money.crossWallet()));
        row.put("crossUnPnl", Figures.money(money.crossUnrealized()));
        row.put("availableBalance", Figures.money(balance.available()));
        row.put("maxWithdrawAmount", Figures.money(money.withdrawable()));
        row.put("marginAvailable", true);
        row.put("updateTime", venue.now().toEpochMilli());
        return row;
    }

    /** The margin of open orders is told of the whole asset, not of a symbol. */
    private static Map<String, Object> position(Slot slot) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("symbol", slot.instrument().venueSymbol());
        row.put("initialMargin", zeroOr(slot, slot.initialMargin()));
        row.put("maintMargin", zeroOr(slot, slot.maintenance()));
        row.put("unrealizedProfit", Figures.money(slot.unrealized()));
        row.put("positionInitialMargin", zeroOr(slot, slot.initialMargin()));
        row.put("openOrderInitialMargin", "0");
        row.put("leverage", Figures.plain(slot.leverage()));
        row.put("isolated", slot.isolated());
        row.put("entryPrice", slot.entryPrice());
        row.put("maxNotional", Figures.plain(slot.maxNotional()));
        row.put("positionSide", slot.name());
        row.put("positionAmt", Figures.quantity(slot.instrument(), slot.quantity()));
        row.put("notional", Figures.money(slot.notional()));
        row.put("isolatedWallet", zeroOr(slot, slot.isolatedWallet()));
        row.put("updateTime", slot.updatedAt());
        return row;
    }

    private static String zeroOr(Slot slot, BigDecimal value) {
        return slot.position() == null ? "0" : Figures.money(value);
    }

    private Object positions(Call call) {
        return Holdings.slots(call.account(), catalogue.markets(call.parameters())).stream()
                .map(AccountCalls::risk)
                .toList();
    }

    private static Map<String, Object> risk(Slot slot) {
        var position = slot.position();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("entryPrice", slot.entryPrice());
        row.put("marginType", slot.isolated() ? "isolated" : "cross");
        row.put("isAutoAddMargin", "false");
        row.put(
                "isolatedMargin",
                Figures.money(
                        slot.isolated() && position != null
                                ? slot.isolatedWallet().add(slot.unrealized())
                                : BigDecimal.ZERO));
        row.put("leverage", Figures.plain(slot.leverage()));
        row.put(
                "liquidationPrice",
                position == null
                        ? "0"
                        : position.liquidationPrice()
                                .map(price -> Figures.average(slot.instrument(), price))
                                .orElse("0"));
        row.put("markPrice", Figures.fine(slot.instrument(), slot.mark()));
        row.put("maxNotionalValue", Figures.plain(slot.maxNotional()));
        row.put("positionAmt", Figures.quantity(slot.instrument(), slot.quantity()));
        row.put("symbol", slot.instrument().venueSymbol());
        row.put("unRealizedProfit", Figures.money(slot.unrealized()));
        row.put("positionSide", slot.name());
        row.put("notional", Figures.money(slot.notional()));
        row.put("isolatedWallet", Figures.money(slot.isolatedWallet()));
        row.put("updateTime", slot.updatedAt());
        return row;
    }

    private Object brackets(Call call) {
        List<Object> rows = new ArrayList<>();
        for (Market market : catalogue.markets(call.parameters())) {
            Symbol symbol = market.instrument().symbol();
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("symbol", market.instrument().venueSymbol());
            row.put(
                    "brackets",
                    call.account().client(symbol).account().riskTiers(symbol).stream()
                            .map(AccountCalls::bracket)
                            .toList());
            rows.add(row);
        }
        return call.parameters().has("symbol") ? rows.get(0) : rows;
    }

    private static Map<String, Object> bracket(RiskTier tier) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("bracket", tier.tier());
        row.put("initialLeverage", tier.maxLeverage().intValue());
        row.put("notionalCap", Figures.number(tier.notionalCap()));
        row.put("notionalFloor", Figures.number(tier.notionalFloor()));
        row.put("maintMarginRatio", Figures.number(tier.maintenanceMarginRate()));
        row.put("cum", Figures.number(tier.maintenanceAmount()));
        return row;
    }

    /** Nobody stands in a queue here, so that whoever has a position is at its end. */
    private Object adl(Call call) {
        VenueAccount account = call.account();
        List<Object> rows = new ArrayList<>();
        for (Market market : catalogue.markets(call.parameters())) {
            boolean held = !account.client(market.instrument().symbol())
                    .account()
                    .positions(market.instrument().symbol())
                    .isEmpty();
            if (held) {
                Map<String, Object> quantile = new LinkedHashMap<>();
                quantile.put("LONG", 0);
                quantile.put("SHORT", 0);
                quantile.put(SettingCalls.isHedge(account) ? "HEDGE" : "BOTH", 0);
                Map<String, Object> row = new LinkedHashMap<>();
                row.put("symbol", market.instrument().venueSymbol());
                row.put("adlQuantile", quantile);
                rows.add(row);
            }
        }
        return rows;
    }

    private Object commission(Call call) {
        Market market = catalogue.market(call.parameters());
        FeeRate fees = call.account()
                .client(market.instrument().symbol())
                .account()
                .fees(market.instrument().symbol());
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("symbol", market.instrument().venueSymbol());
        row.put("makerCommissionRate", Figures.plain(fees.maker()));
        row.put("takerCommissionRate", Figures.plain(fees.taker()));
        return row;
    }
}
