package dev.astrolabe.aster.internal;

import dev.astrolabe.aster.AsterAccount;
import dev.astrolabe.aster.internal.AccountPayloads.AccountInfo;
import dev.astrolabe.aster.internal.AccountPayloads.AdlRow;
import dev.astrolabe.aster.internal.AccountPayloads.PositionRow;
import dev.astrolabe.aster.internal.TradingPayloads.OrderRow;
import dev.astrolabe.aster.internal.TradingPayloads.UserTrade;
import dev.astrolabe.aster.model.Announcement;
import dev.astrolabe.aster.model.AnnouncementPage;
import dev.astrolabe.aster.model.AssetExchange;
import dev.astrolabe.aster.model.AsterAccountInfo;
import dev.astrolabe.aster.model.AsterBalance;
import dev.astrolabe.aster.model.AsterPosition;
import dev.astrolabe.aster.model.ForceOrder;
import dev.astrolabe.aster.model.ForceOrderCause;
import dev.astrolabe.aster.model.TransferReceipt;
import dev.astrolabe.aster.model.WalletTransfer;
import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.model.FeeRate;
import dev.astrolabe.exchange.model.Fill;
import dev.astrolabe.exchange.model.HistoryQuery;
import dev.astrolabe.exchange.model.Income;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.PositionSide;
import dev.astrolabe.exchange.model.RiskTier;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.exchange.transport.Endpoint;
import dev.astrolabe.exchange.transport.Params;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Balances, positions, history, transfers and messages in the venue's own calls. Safe for any thread. */
final class NativeAccount implements AsterAccount {

    private static final Duration WEEK = Duration.ofDays(7);
    private static final OnePage TRADES = new OnePage(1000, WEEK);
    private static final OnePage INCOME = new OnePage(1000, WEEK);
    private static final OnePage FORCE_ORDERS = new OnePage(100, WEEK);

    private final AsterContext context;
    private final AsterEndpoints endpoints;
    private final AsterInstruments instruments;
    private final NeutralAccount neutral;

    NativeAccount(AsterContext context, AsterInstruments instruments, NeutralAccount neutral) {
        this.context = context;
        this.endpoints = context.endpoints();
        this.instruments = instruments;
        this.neutral = neutral;
    }

    @Override
    public List<AsterBalance> balances() {
        return context.call(
                endpoints.account.balance,
                Params.create(),
                rows -> rows.stream().map(AsterAccountMapper::balance).toList());
    }

    @Override
    public AsterAccountInfo info() {
        return info(endpoints.account.account);
    }

    @Override
    public AsterAccountInfo infoWithoutJointMargin() {
        return info(endpoints.account.accountWithoutJointMargin);
    }

    private AsterAccountInfo info(Endpoint<AccountInfo> endpoint) {
        return context.call(endpoint, Params.create(), row -> AsterAccountMapper.info(row, this::ofSlot));
    }

    /** Flat slots come for instruments too that are not in the catalogue any more; a held one must be known. */
    private Optional<Instrument> ofSlot(String venueSymbol, @Nullable BigDecimal quantity) {
        Optional<Instrument> known = instruments.findByVenueSymbol(venueSymbol);
        boolean flat = quantity == null || quantity.signum() == 0;
        return known.isPresent() || flat ? known : Optional.of(instruments.ofAccountRow(venueSymbol));
    }

    @Override
    public List<AsterPosition> positions() {
        return positions(Params.create());
    }

    @Override
    public List<AsterPosition> positions(Symbol symbol) {
        return positions(SymbolReads.symbol(instruments.forCall(endpoints.account.positions, symbol)));
    }

    private List<AsterPosition> positions(Params params) {
        Endpoint<List<PositionRow>> endpoint = endpoints.account.positions;
        return context.call(
                endpoint,
                params,
                rows -> rows.stream()
                        .flatMap(row -> ofSlot(row.symbol(), row.positionAmt()).stream()
                                .map(instrument -> AsterAccountMapper.position(row, instrument)))
                        .toList());
    }

    @Override
    public List<Fill> trades(HistoryQuery query) {
        TRADES.check(query);
        Symbol symbol = NeutralMarketData.requireSymbol(query);
        return trades(symbol, params -> TRADES.add(params, query));
    }

    @Override
    public List<Fill> trades(Symbol symbol, long fromId, int limit) {
        OnePage.requireRange("limit", limit, TRADES.largest());
        return trades(symbol, params -> params.add("fromId", fromId).add("limit", limit));
    }

    @Override
    public List<Fill> tradesOfOrder(Symbol symbol, String orderId) {
        return trades(symbol, params -> params.add("orderId", orderId));
    }

    private List<Fill> trades(Symbol symbol, Function<Params, Params> which) {
        Endpoint<List<UserTrade>> endpoint = endpoints.trading.userTrades;
        Instrument instrument = instruments.forCall(endpoint, symbol);
        return context.call(
                endpoint,
                which.apply(SymbolReads.symbol(instrument)),
                rows -> rows.stream()
                        .map(row -> OrderMapper.fill(row, instrument))
                        .toList());
    }

    @Override
    public List<Income> income(HistoryQuery query) {
        return income(query, Optional.empty());
    }

    @Override
    public List<Income> income(HistoryQuery query, String type) {
        if (!type.matches("[A-Z_]+")) {
            throw NotSentException.invalid("income type '" + type + "' is not a word such as FUNDING_FEE");
        }
        return income(query, Optional.of(type));
    }

    private List<Income> income(HistoryQuery query, Optional<String> type) {
        INCOME.check(query);
        Params params = ofSymbol(endpoints.account.income, query).addIfPresent("incomeType", type);
        return context.call(
                endpoints.account.income,
                INCOME.add(params, query),
                rows -> rows.stream()
                        .map(row -> AccountMapper.income(row, neutral.symbolOf(row.symbol())))
                        .toList());
    }

    private Params ofSymbol(Endpoint<?> endpoint, HistoryQuery query) {
        return query.symbol()
                .map(symbol -> SymbolReads.symbol(instruments.forCall(endpoint, symbol)))
                .orElseGet(Params::create);
    }

    @Override
    public List<RiskTier> riskTiers(Symbol symbol) {
        return neutral.riskTiers(symbol);
    }

    @Override
    public Map<Symbol, List<RiskTier>> riskTiers() {
        return bySymbol(endpoints.account.brackets, AccountPayloads.Brackets::symbol, AccountMapper::tiers);
    }

    @Override
    public Map<PositionSide, Integer> adlQuantile(Symbol symbol) {
        Endpoint<List<AdlRow>> endpoint = endpoints.account.adl;
        Instrument instrument = instruments.forCall(endpoint, symbol);
        return context.call(
                endpoint,
                SymbolReads.symbol(instrument),
                rows -> rows.stream()
                        .filter(row -> row.symbol().equals(instrument.venueSymbol()))
                        .findFirst()
                        .map(row -> AccountMapper.adl(row.adlQuantile()))
                        .orElse(Map.of()));
    }

    @Override
    public Map<Symbol, Map<PositionSide, Integer>> adlQuantiles() {
        return bySymbol(endpoints.account.adl, AdlRow::symbol, row -> AccountMapper.adl(row.adlQuantile()));
    }

    /** Two listings may be of one symbol, with and without a multiplier: the catalogue prefers one of them. */
    private <R, T> Map<Symbol, T> bySymbol(
            Endpoint<List<R>> endpoint, Function<R, String> name, Function<R, T> mapping) {
        return context.call(
                endpoint,
                Params.create(),
                rows -> rows.stream()
                        .filter(row -> symbolOf(name.apply(row)).isPresent())
                        .collect(Collectors.toUnmodifiableMap(
                                row -> symbolOf(name.apply(row)).orElseThrow(), mapping, (first, second) -> first)));
    }

    private Optional<Symbol> symbolOf(String venueSymbol) {
        return instruments
                .findByVenueSymbol(venueSymbol)
                .map(Instrument::symbol)
                .filter(symbol -> instruments.get(symbol).venueSymbol().equals(venueSymbol));
    }

    @Override
    public List<ForceOrder> forceOrders(HistoryQuery query) {
        return forceOrders(query, Optional.empty());
    }

    @Override
    public List<ForceOrder> forceOrders(HistoryQuery query, ForceOrderCause cause) {
        if (cause == ForceOrderCause.UNKNOWN) {
            throw NotSentException.invalid(
                    "force orders of cause UNKNOWN cannot be asked for; LIQUIDATION and ADL can");
        }
        return forceOrders(query, Optional.of(cause.name()));
    }

    private List<ForceOrder> forceOrders(HistoryQuery query, Optional<String> cause) {
        FORCE_ORDERS.check(query);
        Endpoint<List<OrderRow>> endpoint = endpoints.account.forceOrders;
        Params params = ofSymbol(endpoint, query).addIfPresent("autoCloseType", cause);
        return context.call(
                endpoint,
                FORCE_ORDERS.add(params, query),
                rows -> rows.stream()
                        .map(row -> AsterAccountMapper.forceOrder(row, instruments.ofAccountRow(row.symbol())))
                        .toList());
    }

    @Override
    public FeeRate commissionRate(Symbol symbol) {
        return neutral.fees(symbol);
    }

    @Override
    public TransferReceipt transfer(WalletTransfer transfer) {
        Params params = Params.create()
                .add("amount", transfer.amount())
                .add("asset", transfer.asset())
                .add("clientTranId", transfer.clientTransferId())
                .add("kindType", kind(transfer.direction()));
        return AsterAccountMapper.receipt(context.call(endpoints.account.transfer, params), transfer);
    }

    private static String kind(WalletTransfer.Direction direction) {
        return switch (direction) {
            case SPOT_TO_FUTURES -> "SPOT_FUTURE";
            case FUTURES_TO_SPOT -> "FUTURE_SPOT";
        };
    }

    @Override
    public Optional<AssetExchange> exchangeAssets() {
        return context.call(endpoints.account.assetExchange, Params.create()).map(AsterAccountMapper::exchange);
    }

    @Override
    public AnnouncementPage announcements(int page, int size) {
        OnePage.requireRange("page", page, Integer.MAX_VALUE);
        OnePage.requireRange("size", size, Integer.MAX_VALUE);
        Params params = Params.create().add("page", page).add("size", size);
        return context.call(endpoints.account.announcements, params, AsterAccountMapper::announcements);
    }

    @Override
    public Announcement announcement(long id) {
        Params params = Params.create().add("id", id);
        return context.call(endpoints.account.announcement, params, AsterAccountMapper::announcement);
    }
}
