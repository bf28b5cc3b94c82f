package dev.astrolabe.okx.internal;

import dev.astrolabe.exchange.Account;
import dev.astrolabe.exchange.ExchangeId;
import dev.astrolabe.exchange.Feature;
import dev.astrolabe.exchange.MarketData;
import dev.astrolabe.exchange.Trading;
import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.error.UnsupportedOperationOnExchangeException;
import dev.astrolabe.exchange.model.AccountSnapshot;
import dev.astrolabe.exchange.model.Balance;
import dev.astrolabe.exchange.model.FeeRate;
import dev.astrolabe.exchange.model.HistoryQuery;
import dev.astrolabe.exchange.model.Income;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.InstrumentKind;
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
import dev.astrolabe.okx.model.OkxBill;
import dev.astrolabe.okx.model.OkxFeeGroup;
import dev.astrolabe.okx.model.OkxInstType;
import dev.astrolabe.okx.model.OkxInstrument;
import dev.astrolabe.okx.model.OkxLeverage;
import dev.astrolabe.okx.model.OkxLeverageChange;
import dev.astrolabe.okx.model.OkxPosition;
import dev.astrolabe.okx.model.OkxQuery;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Balances, positions and settings. Safe for any thread. */
final class NeutralAccount implements Account {

    // What spot margin, options and event contracts hold has no neutral form.
    private static final Set<OkxInstType> CONTRACTS = EnumSet.of(OkxInstType.SWAP, OkxInstType.FUTURES);
    private static final Duration WEEK = Duration.ofDays(7);
    private static final int MAX_LEVERAGE = 125;

    private final OkxContext context;
    private final OkxInstruments instruments;
    private final AccountModes modes;
    private final NativeAccount account;
    private final MarketData marketData;
    private final Trading trading;

    NeutralAccount(
            OkxContext context,
            OkxInstruments instruments,
            AccountModes modes,
            NativeAccount account,
            MarketData marketData,
            Trading trading) {
        this.context = context;
        this.instruments = instruments;
        this.modes = modes;
        this.account = account;
        this.marketData = marketData;
        this.trading = trading;
    }

    @Override
    public List<Balance> balances() {
        return context.call(
                AccountOperations.BALANCE,
                OkxQuery.all(),
                row -> row.currencies().stream().map(AccountMapper::balance).toList());
    }

    @Override
    public List<Position> positions() {
        return positions(OkxQuery.all());
    }

    @Override
    public List<Position> positions(Symbol symbol) {
        return positions(OkxQuery.of(
                instruments.forCall(AccountOperations.POSITIONS, symbol).venueSymbol()));
    }

    private List<Position> positions(OkxQuery query) {
        return context.call(
                AccountOperations.POSITIONS,
                query,
                rows -> rows.stream()
                        .filter(NeutralAccount::isHeld)
                        .map(row -> AccountMapper.position(row, instruments.ofAccountRow(row.instId())))
                        .toList());
    }

    /** A flat position may come where it is asked for by its instrument. */
    static boolean isHeld(OkxPosition row) {
        return row.contracts().signum() != 0 && CONTRACTS.contains(row.instType());
    }

    @Override
    public AccountSnapshot snapshot(Symbol symbol) {
        context.requireCredentials(AccountOperations.BALANCE);
        Instrument instrument = instruments.get(symbol);
        BigDecimal price = instrument.kind() == InstrumentKind.SPOT
                ? marketData.ticker(symbol).last()
                : marketData.markPrice(symbol).mark();
        String settle = symbol.settle().orElse(symbol.quote());
        Balance balance = balances().stream()
                .filter(row -> row.asset().equals(settle))
                .findFirst()
                .orElse(new Balance(settle, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO));
        List<Position> positions = positions(symbol);
        List<Order> orders = trading.openOrders(symbol);
        return new AccountSnapshot(
                context.config().accountId(),
                context.config().accountName(),
                ExchangeId.OKX.name(),
                symbol,
                price,
                AccountSnapshot.Equity.of(balance),
                positions,
                AccountSnapshot.OpenOrder.of(orders, Side.BUY),
                AccountSnapshot.OpenOrder.of(orders, Side.SELL));
    }

    private MarginMode defaultMode() {
        return context.settings().marginMode();
    }

    private Instrument contract(Operation<?> operation, Symbol symbol) {
        Instrument instrument = instruments.forCall(operation, symbol);
        if (instrument.kind() == InstrumentKind.SPOT) {
            throw new UnsupportedOperationOnExchangeException(
                    ExchangeId.OKX.name(), operation.endpoint().id() + " of the spot instrument " + symbol);
        }
        return instrument;
    }

    /** Of isolated slots the one with the larger leverage. */
    @Override
    public LeverageSetting leverage(Symbol symbol) {
        Instrument instrument = contract(AccountOperations.LEVERAGE, symbol);
        OkxQuery query = OkxQuery.of(instrument.venueSymbol()).with("mgnMode", AccountMapper.word(defaultMode()));
        return context.call(AccountOperations.LEVERAGE, query, rows -> setting(rows, symbol));
    }

    private static LeverageSetting setting(List<OkxLeverage> rows, Symbol symbol) {
        BigDecimal leverage = rows.stream()
                .map(OkxLeverage::leverage)
                .max(BigDecimal::compareTo)
                .orElseThrow(() -> new IllegalArgumentException("no leverage came for " + symbol));
        return new LeverageSetting(symbol, leverage, null);
    }

    @Override
    public LeverageSetting setLeverage(Symbol symbol, int leverage) {
        Instrument instrument = contract(AccountOperations.SET_LEVERAGE, symbol);
        int largest = instrument.maxLeverage().map(BigDecimal::intValue).orElse(MAX_LEVERAGE);
        if (leverage < 1 || leverage > largest) {
            throw NotSentException.invalid("leverage " + leverage + " of " + symbol + " is not from 1 to " + largest
                    + "; nearest is " + Math.max(1, Math.min(leverage, largest)));
        }
        OkxLeverageChange change = OkxLeverageChange.ofInstrument(
                instrument.venueSymbol(), AccountMapper.word(defaultMode()), BigDecimal.valueOf(leverage));
        if (defaultMode() == MarginMode.ISOLATED && modes.positionMode() == PositionMode.HEDGE) {
            account.setLeverage(change.positionSide("long"));
            return setting(account.setLeverage(change.positionSide("short")), symbol);
        }
        return setting(account.setLeverage(change), symbol);
    }

    /** OKX keeps the mode with each order: the mode of an open position, else that of orders that name none. */
    @Override
    public MarginMode marginMode(Symbol symbol) {
        return positions(symbol).stream().map(Position::marginMode).findFirst().orElse(defaultMode());
    }

    @Override
    public void setMarginMode(Symbol symbol, MarginMode mode) {
        context.capabilities().require(Feature.SET_MARGIN_MODE);
    }

    @Override
    public PositionMode positionMode() {
        context.requireCredentials(AccountOperations.CONFIG);
        modes.refresh();
        return modes.positionMode();
    }

    @Override
    public void setPositionMode(PositionMode mode) {
        if (positionMode() != mode) {
            account.setPositionMode(mode == PositionMode.HEDGE ? AccountModes.LONG_SHORT : AccountModes.NET);
        }
    }

    @Override
    public void adjustIsolatedMargin(Symbol symbol, PositionSide side, BigDecimal amount) {
        if (amount.signum() == 0) {
            throw NotSentException.invalid("an amount of 0 changes no margin of " + symbol);
        }
        Instrument instrument = contract(AccountOperations.MARGIN, symbol);
        OkxPosition held = context.call(AccountOperations.POSITIONS, OkxQuery.of(instrument.venueSymbol())).stream()
                .filter(NeutralAccount::isHeld)
                .filter(row -> AccountMapper.marginMode(row.marginMode()) == MarginMode.ISOLATED)
                .filter(row -> AccountMapper.position(row, instrument).side() == side)
                .findFirst()
                .orElseThrow(
                        () -> NotSentException.invalid(symbol + " has no isolated " + side + " position to adjust"));
        account.changeMargin(held.instId(), held.positionSide(), amount);
    }

    /** OKX tells the rates of a fee group; a rate is negative where it is paid. */
    @Override
    public FeeRate fees(Symbol symbol) {
        Instrument instrument = instruments.forCall(AccountOperations.FEES, symbol);
        OkxInstrument row = instruments.row(symbol);
        OkxQuery query = OkxQuery.of(row.instType());
        query = instrument.kind() == InstrumentKind.SPOT
                ? query.instId(row.instId())
                : query.instFamily(row.fields().requireText("instFamily"));
        Optional<String> group = row.groupId();
        return context.call(AccountOperations.FEES, query, rates -> {
            List<OkxFeeGroup> groups = rates.groups();
            OkxFeeGroup own = groups.stream()
                    .filter(each -> groups.size() == 1 || group.equals(Optional.of(each.groupId())))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("there are no rates of group " + group.orElse("")));
            return new FeeRate(symbol, paid(own.maker()), paid(own.taker()));
        });
    }

    private static BigDecimal paid(Optional<BigDecimal> rate) {
        return rate.orElseThrow(() -> new IllegalArgumentException("there is no rate"))
                .negate();
    }

    @Override
    public List<RiskTier> riskTiers(Symbol symbol) {
        Instrument instrument = contract(MarketOperations.POSITION_TIERS, symbol);
        OkxInstrument row = instruments.row(symbol);
        BigDecimal price = marketData.markPrice(symbol).mark();
        OkxQuery query = OkxQuery.of(row.instType())
                .with("tdMode", AccountMapper.word(defaultMode()))
                .instFamily(row.fields().requireText("instFamily"));
        return context.call(
                MarketOperations.POSITION_TIERS, query, rows -> AccountMapper.tiers(rows, instrument, price));
    }

    @Override
    public Page<Income> income(HistoryQuery query) {
        Instant now = context.clock().instant();
        Optional<String> instId = query.symbol()
                .map(symbol ->
                        instruments.forCall(AccountOperations.BILLS, symbol).venueSymbol());
        Instant start = query.from().orElse(query.to().orElse(now).minus(WEEK));
        Operation<List<OkxBill>> operation =
                start.isBefore(now.minus(WEEK)) ? AccountOperations.BILLS_ARCHIVE : AccountOperations.BILLS;
        NewestFirst<OkxBill> history = new NewestFirst<>(
                (begin, end, older) -> context.call(operation, bills(instId, begin, end, older)),
                row -> row.time().toEpochMilli(),
                OkxBill::billId,
                operation.paging().largest());
        // A bill may hold profit and fee, which are two rows here.
        HistoryQuery halved = query.limit()
                .map(limit -> query.toBuilder().limit((limit + 1) / 2).build())
                .orElse(query);
        Page<OkxBill> page = history.read(halved, start, now);
        List<Income> items = page.items().stream()
                .flatMap(row -> AccountMapper.income(row, symbolOf(row)).stream())
                .toList();
        return page.next().map(next -> Page.of(items, next)).orElseGet(() -> Page.last(items));
    }

    private static OkxQuery bills(Optional<String> instId, long begin, long end, Optional<OkxBill> older) {
        // Whether the bounds are inclusive is not documented.
        OkxQuery query = OkxQuery.all()
                .begin(Instant.ofEpochMilli(begin - 1))
                .end(Instant.ofEpochMilli(end + 1))
                .limit(AccountOperations.BILLS.paging().largest());
        OkxQuery named = instId.map(query::instId).orElse(query);
        return older.map(row -> named.after(row.billId())).orElse(named);
    }

    /** Delisted instruments stay in the history, where they have no symbol any more. */
    private @Nullable Symbol symbolOf(OkxBill row) {
        return row.instId()
                .flatMap(instruments::findByVenueSymbol)
                .map(Instrument::symbol)
                .orElse(null);
    }
}
