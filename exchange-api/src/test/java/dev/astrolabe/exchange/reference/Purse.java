package dev.astrolabe.exchange.reference;

import dev.astrolabe.exchange.model.Balance;
import dev.astrolabe.exchange.model.MarginMode;
import dev.astrolabe.exchange.model.Position;
import dev.astrolabe.exchange.model.PositionMode;
import dev.astrolabe.exchange.model.PositionSide;
import dev.astrolabe.exchange.model.Symbol;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Wallet, positions and settings. Guarded by the engine. */
final class Purse {

    BigDecimal wallet = new BigDecimal("10000");
    PositionMode mode = PositionMode.ONE_WAY;
    final Map<Symbol, Integer> leverage = new HashMap<>();
    final Map<Symbol, MarginMode> marginModes = new HashMap<>();
    private final List<Holding> holdings = new ArrayList<>();
    private final PriceBoard board;

    Purse(PriceBoard board) {
        this.board = board;
    }

    Holding holding(Symbol symbol, @Nullable PositionSide slot) {
        for (Holding each : holdings) {
            if (each.symbol.equals(symbol) && each.slot == slot) {
                return each;
            }
        }
        Holding fresh = new Holding(symbol, slot);
        holdings.add(fresh);
        return fresh;
    }

    int leverage(Symbol symbol) {
        return leverage.getOrDefault(symbol, 10);
    }

    MarginMode marginMode(Symbol symbol) {
        return marginModes.getOrDefault(symbol, MarginMode.CROSS);
    }

    BigDecimal margin(Symbol symbol, BigDecimal notional) {
        return notional.divide(BigDecimal.valueOf(leverage(symbol)), MathContext.DECIMAL64);
    }

    List<Position> positions() {
        return holdings.stream().filter(each -> !each.isFlat()).map(this::view).toList();
    }

    Position view(Holding holding) {
        return holding.view(board.mark(holding.symbol), leverage(holding.symbol), marginMode(holding.symbol));
    }

    Balance balance(BigDecimal orderMargin) {
        BigDecimal inUse = orderMargin;
        BigDecimal unrealized = BigDecimal.ZERO;
        for (Holding each : holdings) {
            inUse = inUse.add(each.margin(leverage(each.symbol)));
            unrealized = unrealized.add(each.unrealized(board.mark(each.symbol)));
        }
        BigDecimal available = wallet.add(unrealized.min(BigDecimal.ZERO)).subtract(inUse);
        return new Balance("USDT", wallet, available.max(BigDecimal.ZERO), inUse, unrealized);
    }
}
