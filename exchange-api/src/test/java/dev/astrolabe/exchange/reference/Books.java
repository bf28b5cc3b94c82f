package dev.astrolabe.exchange.reference;

import dev.astrolabe.exchange.Account;
import dev.astrolabe.exchange.Capabilities;
import dev.astrolabe.exchange.Feature;
import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.error.Reason;
import dev.astrolabe.exchange.model.AccountSnapshot;
import dev.astrolabe.exchange.model.AccountSnapshot.OpenOrder;
import dev.astrolabe.exchange.model.Balance;
import dev.astrolabe.exchange.model.FeeRate;
import dev.astrolabe.exchange.model.HistoryQuery;
import dev.astrolabe.exchange.model.Income;
import dev.astrolabe.exchange.model.LeverageSetting;
import dev.astrolabe.exchange.model.MarginMode;
import dev.astrolabe.exchange.model.Page;
import dev.astrolabe.exchange.model.Position;
import dev.astrolabe.exchange.model.PositionMode;
import dev.astrolabe.exchange.model.PositionSide;
import dev.astrolabe.exchange.model.RiskTier;
import dev.astrolabe.exchange.model.Side;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.exchange.testkit.engine.Engine;
import dev.astrolabe.exchange.testkit.engine.PriceBoard;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Supplier;

/** Balances, positions and settings, read from the engine. */
class Books implements Account {

    private final Wire wire;
    private final Capabilities can;
    private final Catalogue catalogue;
    private final Engine engine;
    private final PriceBoard board;

    Books(Wire wire, Capabilities can, Catalogue catalogue, Engine engine, PriceBoard board) {
        this.wire = wire;
        this.can = can;
        this.catalogue = catalogue;
        this.engine = engine;
        this.board = board;
    }

    private <T> T read(Supplier<T> call) {
        return wire.read(() -> {
            synchronized (engine) {
                return call.get();
            }
        });
    }

    private void set(String endpoint, Runnable call) {
        wire.mutate(endpoint, null, () -> {
            synchronized (engine) {
                call.run();
                return endpoint;
            }
        });
    }

    @Override
    public List<Balance> balances() {
        return read(() -> List.of(engine.purse().balance(engine.orderMargin())));
    }

    @Override
    public List<Position> positions() {
        return read(engine.purse()::positions);
    }

    @Override
    public List<Position> positions(Symbol symbol) {
        catalogue.get(symbol);
        return positions().stream().filter(each -> each.symbol().equals(symbol)).toList();
    }

    @Override
    public AccountSnapshot snapshot(Symbol symbol) {
        List<Position> positions = positions(symbol);
        return read(() -> new AccountSnapshot(
                "main",
                "main",
                Wire.EXCHANGE,
                symbol,
                board.mark(symbol),
                AccountSnapshot.Equity.of(engine.purse().balance(engine.orderMargin())),
                positions,
                OpenOrder.of(engine.orders(true, symbol), Side.BUY),
                OpenOrder.of(engine.orders(true, symbol), Side.SELL)));
    }

    @Override
    public LeverageSetting leverage(Symbol symbol) {
        catalogue.get(symbol);
        return read(() -> setting(symbol));
    }

    private LeverageSetting setting(Symbol symbol) {
        return new LeverageSetting(symbol, BigDecimal.valueOf(engine.purse().leverage(symbol)), null);
    }

    @Override
    public LeverageSetting setLeverage(Symbol symbol, int leverage) {
        int max = catalogue.get(symbol).maxLeverage().orElseThrow().intValueExact();
        if (leverage < 1 || leverage > max) {
            throw NotSentException.invalid("leverage " + leverage + " of " + symbol + " is not from 1 to " + max);
        }
        set("leverage", () -> engine.purse().leverage(symbol, engine.purse().marginMode(symbol), null, leverage));
        return new LeverageSetting(symbol, BigDecimal.valueOf(leverage), null);
    }

    @Override
    public MarginMode marginMode(Symbol symbol) {
        catalogue.get(symbol);
        return read(() -> engine.purse().marginMode(symbol));
    }

    @Override
    public void setMarginMode(Symbol symbol, MarginMode mode) {
        can.require(Feature.SET_MARGIN_MODE);
        catalogue.get(symbol);
        if (!can.marginModes().contains(mode)) {
            throw NotSentException.invalid("margin mode " + mode + " cannot be set");
        }
        set("margin mode", () -> engine.purse().marginMode(symbol, mode));
    }

    @Override
    public PositionMode positionMode() {
        return read(() -> engine.purse().mode());
    }

    @Override
    public void setPositionMode(PositionMode mode) {
        can.require(Feature.SET_POSITION_MODE);
        set("position mode", () -> {
            boolean busy = !engine.orders(true, null).isEmpty()
                    || !engine.purse().positions().isEmpty();
            if (busy && mode != engine.purse().mode()) {
                throw Wire.rejected(Reason.ACCOUNT_STATE, "there are orders or positions");
            }
            engine.purse().mode(mode);
        });
    }

    @Override
    public void adjustIsolatedMargin(Symbol symbol, PositionSide side, BigDecimal amount) {
        can.require(Feature.ADJUST_ISOLATED_MARGIN);
        catalogue.get(symbol);
        if (amount.signum() == 0) {
            throw NotSentException.invalid("margin 0 of " + symbol + " changes nothing");
        }
        set(
                "margin",
                () -> engine.purse()
                        .holding(symbol, engine.purse().mode() == PositionMode.HEDGE ? side : null)
                        .addMargin(amount));
    }

    @Override
    public FeeRate fees(Symbol symbol) {
        catalogue.get(symbol);
        return read(() -> new FeeRate(symbol, new BigDecimal("0.0002"), new BigDecimal("0.0004")));
    }

    @Override
    public List<RiskTier> riskTiers(Symbol symbol) {
        catalogue.get(symbol);
        return read(() ->
                List.of(tier(1, "0", "50000", "100", "0.004", "0"), tier(2, "50000", "1000000", "50", "0.005", "50")));
    }

    private static RiskTier tier(int tier, String floor, String cap, String leverage, String rate, String amount) {
        return new RiskTier(
                tier,
                new BigDecimal(floor),
                new BigDecimal(cap),
                new BigDecimal(leverage),
                new BigDecimal(rate),
                new BigDecimal(amount));
    }

    @Override
    public Page<Income> income(HistoryQuery query) {
        return read(() -> Pages.of(query, engine.income(), Income::time));
    }
}
