package dev.astrolabe.aster.internal;

import dev.astrolabe.aster.internal.AccountPayloads.IncomeRow;
import dev.astrolabe.aster.internal.AccountPayloads.PositionRow;
import dev.astrolabe.aster.model.IsolatedMarginChange;
import dev.astrolabe.exchange.Account;
import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.error.ProtocolException;
import dev.astrolabe.exchange.error.RejectedException;
import dev.astrolabe.exchange.error.VenueError;
import dev.astrolabe.exchange.model.AccountSnapshot;
import dev.astrolabe.exchange.model.Balance;
import dev.astrolabe.exchange.model.FeeRate;
import dev.astrolabe.exchange.model.HistoryQuery;
import dev.astrolabe.exchange.model.Income;
import dev.astrolabe.exchange.model.Instrument;
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
import dev.astrolabe.exchange.transport.Endpoint;
import dev.astrolabe.exchange.transport.Params;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Balances, positions and settings. Safe for any thread. */
final class NeutralAccount implements Account {

    private static final Duration INCOME_REACH = Duration.ofDays(7);

    private final AsterContext context;
    private final AsterEndpoints endpoints;
    private final AsterInstruments instruments;
    private final NeutralMarketData marketData;
    private final NeutralTrading trading;

    NeutralAccount(
            AsterContext context, AsterInstruments instruments, NeutralMarketData marketData, NeutralTrading trading) {
        this.context = context;
        this.endpoints = context.endpoints();
        this.instruments = instruments;
        this.marketData = marketData;
        this.trading = trading;
    }

    @Override
    public List<Balance> balances() {
        return context.call(endpoints.account.account, Params.create()).assets().stream()
                .map(AccountMapper::balance)
                .toList();
    }

    @Override
    public List<Position> positions() {
        return context.call(endpoints.account.positions, Params.create()).stream()
                .filter(row -> row.positionAmt().signum() != 0)
                .map(row -> AccountMapper.position(row, instruments.ofAccountRow(row.symbol())))
                .toList();
    }

    @Override
    public List<Position> positions(Symbol symbol) {
        Instrument instrument = instruments.forCall(endpoints.account.positions, symbol);
        return rows(instrument).stream()
                .filter(row -> row.positionAmt().signum() != 0)
                .map(row -> AccountMapper.position(row, instrument))
                .toList();
    }

    private List<PositionRow> rows(Instrument instrument) {
        return context.call(endpoints.account.positions, symbol(instrument));
    }

    private PositionRow anyRow(Instrument instrument) {
        return rows(instrument).stream()
                .findFirst()
                .orElseThrow(() ->
                        unreadable("no position row came for " + instrument.symbol(), endpoints.account.positions));
    }

    @Override
    public AccountSnapshot snapshot(Symbol symbol) {
        context.requireCredentials(endpoints.account.account);
        String settle = symbol.settle().orElse(symbol.quote());
        BigDecimal price = marketData.markPrice(symbol).mark();
        Balance balance = balances().stream()
                .filter(row -> row.asset().equals(settle))
                .findFirst()
                .orElse(new Balance(settle, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO));
        List<Position> positions = positions(symbol);
        List<Order> orders = trading.openOrders(symbol);
        return new AccountSnapshot(
                context.config().accountId(),
                context.config().accountName(),
                context.config().exchange().name(),
                symbol,
                price,
                AccountSnapshot.Equity.of(balance),
                positions,
                AccountSnapshot.OpenOrder.of(orders, Side.BUY),
                AccountSnapshot.OpenOrder.of(orders, Side.SELL));
    }

    @Override
    public LeverageSetting leverage(Symbol symbol) {
        PositionRow row = anyRow(instruments.forCall(endpoints.account.positions, symbol));
        BigDecimal leverage = row.leverage();
        if (leverage == null) {
            throw unreadable("no leverage came for " + symbol, endpoints.account.positions);
        }
        return new LeverageSetting(symbol, leverage, Readings.numberOrNull(row.maxNotionalValue()));
    }

    @Override
    public LeverageSetting setLeverage(Symbol symbol, int leverage) {
        Instrument instrument = instruments.forCall(endpoints.settings.setLeverage, symbol);
        int largest = instrument.maxLeverage().map(BigDecimal::intValue).orElse(AsterCapabilities.MAX_LEVERAGE);
        if (leverage < 1 || leverage > largest) {
            throw NotSentException.invalid("leverage " + leverage + " of " + symbol + " is not from 1 to " + largest
                    + "; nearest is " + Math.max(1, Math.min(leverage, largest)));
        }
        try {
            Params params = symbol(instrument).add("leverage", leverage);
            return AccountMapper.leverage(context.call(endpoints.settings.setLeverage, params), symbol);
        } catch (RejectedException e) {
            return alreadySet(symbol, leverage, e).orElseThrow(() -> e);
        }
    }

    /** One code says both that a leverage is not allowed and that it is set already. */
    private Optional<LeverageSetting> alreadySet(Symbol symbol, int leverage, RejectedException refusal) {
        String invalidLeverage = Integer.toString(AsterErrorCodes.INVALID_LEVERAGE);
        if (refusal.venueError()
                .filter(error -> error.code().equals(invalidLeverage))
                .isEmpty()) {
            return Optional.empty();
        }
        LeverageSetting current = leverage(symbol);
        return Optional.of(current).filter(set -> set.leverage().compareTo(BigDecimal.valueOf(leverage)) == 0);
    }

    @Override
    public MarginMode marginMode(Symbol symbol) {
        String word =
                anyRow(instruments.forCall(endpoints.account.positions, symbol)).marginType();
        return word == null ? MarginMode.UNKNOWN : AsterVocabulary.marginType(word);
    }

    @Override
    public void setMarginMode(Symbol symbol, MarginMode mode) {
        if (mode == MarginMode.UNKNOWN) {
            throw NotSentException.invalid("margin mode UNKNOWN cannot be set");
        }
        Params params = symbol(instruments.forCall(endpoints.settings.setMarginType, symbol))
                .add("marginType", mode == MarginMode.CROSS ? "CROSSED" : "ISOLATED");
        context.set(endpoints.settings.setMarginType, params);
    }

    @Override
    public PositionMode positionMode() {
        return context.call(endpoints.settings.positionMode, Params.create()).dualSidePosition()
                ? PositionMode.HEDGE
                : PositionMode.ONE_WAY;
    }

    @Override
    public void setPositionMode(PositionMode mode) {
        context.set(
                endpoints.settings.setPositionMode,
                Params.create().add("dualSidePosition", mode == PositionMode.HEDGE));
    }

    @Override
    public void adjustIsolatedMargin(Symbol symbol, PositionSide side, BigDecimal amount) {
        IsolatedMarginChange change = IsolatedMarginChange.of(symbol, amount);
        Instrument instrument = instruments.forCall(endpoints.settings.positionMargin, symbol);
        changeMargin(isHedge(instrument, side) ? change.side(side) : change);
    }

    void changeMargin(IsolatedMarginChange change) {
        Instrument instrument = instruments.forCall(endpoints.settings.positionMargin, change.symbol());
        Params params = symbol(instrument)
                .addIfPresent("positionSide", change.side().map(PositionSide::name))
                .add("amount", change.amount().abs())
                .add("type", change.amount().signum() > 0 ? AccountMapper.ADDED : AccountMapper.TAKEN_BACK)
                .addIfPresent("clientTranId", change.clientTransferId());
        context.call(endpoints.settings.positionMargin, params);
    }

    /** In one-way mode the venue takes no side, so the side of the position is checked here. */
    private boolean isHedge(Instrument instrument, PositionSide side) {
        List<PositionRow> rows = rows(instrument);
        if (rows.stream().anyMatch(row -> OrderMapper.positionSide(row.positionSide()) != null)) {
            return true;
        }
        boolean held = rows.stream()
                .anyMatch(row -> row.positionAmt().signum() == side.opening().sign());
        if (!held) {
            throw NotSentException.invalid(instrument.symbol() + " has no " + side + " position to adjust");
        }
        return false;
    }

    @Override
    public FeeRate fees(Symbol symbol) {
        Params params = symbol(instruments.forCall(endpoints.account.commission, symbol));
        return AccountMapper.fees(context.call(endpoints.account.commission, params), symbol);
    }

    @Override
    public List<RiskTier> riskTiers(Symbol symbol) {
        Instrument instrument = instruments.forCall(endpoints.account.brackets, symbol);
        List<RiskTier> tiers = context.call(endpoints.account.brackets, symbol(instrument)).stream()
                .filter(row -> row.symbol().equals(instrument.venueSymbol()))
                .findFirst()
                .map(AccountMapper::tiers)
                .orElse(List.of());
        tiers.stream()
                .map(RiskTier::maxLeverage)
                .max(Comparator.naturalOrder())
                .ifPresent(most -> instruments.learnMaxLeverage(symbol, most));
        return tiers;
    }

    @Override
    public Page<Income> income(HistoryQuery query) {
        Optional<String> venueSymbol = query.symbol()
                .map(symbol ->
                        instruments.forCall(endpoints.account.income, symbol).venueSymbol());
        Instant now = context.clock().instant();
        TimeHistory<IncomeRow> history = new TimeHistory<>(
                (start, end, limit) -> context.call(
                        endpoints.account.income,
                        Params.create()
                                .addIfPresent("symbol", venueSymbol)
                                .add("startTime", start)
                                .add("endTime", end)
                                .add("limit", limit)),
                IncomeRow::time,
                // An id is unique for a type of income.
                row -> row.incomeType() + "/" + row.tranId(),
                IdHistory.LARGEST_PAGE);
        Instant defaultStart = query.to().orElse(now).minus(INCOME_REACH);
        return Pages.map(
                history.read(query, defaultStart, now), row -> AccountMapper.income(row, symbolOf(row.symbol())));
    }

    /** Delisted instruments stay in the history, where they have no symbol any more. */
    @Nullable
    Symbol symbolOf(@Nullable String venueSymbol) {
        return Optional.ofNullable(Readings.nonEmpty(venueSymbol))
                .flatMap(instruments::findByVenueSymbol)
                .map(Instrument::symbol)
                .orElse(null);
    }

    private static Params symbol(Instrument instrument) {
        return Params.create().add("symbol", instrument.venueSymbol());
    }

    private ProtocolException unreadable(String what, Endpoint<?> endpoint) {
        return new ProtocolException(
                what, VenueError.unanswered(context.config().exchange().name(), endpoint.id()), null);
    }
}
