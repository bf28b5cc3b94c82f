package dev.astrolabe.agents.paper;

import dev.astrolabe.exchange.model.MarginMode;
import dev.astrolabe.exchange.model.PositionMode;
import dev.astrolabe.exchange.model.PositionSide;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one account has in one market: its settings, its positions, its open orders. */
final class Holding {

    /** What venues give a symbol that nobody has set, unless its tiers allow less. */
    private static final int DEFAULT_LEVERAGE = 20;

    private final Portfolio portfolio;
    private final PaperMarket market;
    private final PaperPosition net;
    private final PaperPosition longs;
    private final PaperPosition shorts;
    private final Set<PaperOrder> open = new LinkedHashSet<>();
    private int leverage;
    private MarginMode marginMode = MarginMode.CROSS;

    Holding(Portfolio portfolio, PaperMarket market) {
        this.portfolio = portfolio;
        this.market = market;
        this.net = new PaperPosition(market.contract());
        this.longs = new PaperPosition(market.contract());
        this.shorts = new PaperPosition(market.contract());
        this.leverage = Math.min(DEFAULT_LEVERAGE, market.risk().maxLeverage());
    }

    Portfolio portfolio() {
        return portfolio;
    }

    PaperMarket market() {
        return market;
    }

    /** The position of a slot; of the account's one-way position where the slot is null. */
    PaperPosition position(@Nullable PositionSide slot) {
        if (slot == null) {
            return net;
        }
        return slot == PositionSide.LONG ? longs : shorts;
    }

    /** The position that points in a direction, in either position mode; it may be flat or point the other way. */
    PaperPosition positionTowards(PositionSide side) {
        return position(portfolio.positionMode() == PositionMode.HEDGE ? side : null);
    }

    /** The positions that are not flat. */
    List<PaperPosition> positions() {
        List<PaperPosition> held = new ArrayList<>(2);
        addHeld(net, held);
        addHeld(longs, held);
        addHeld(shorts, held);
        return held;
    }

    private static void addHeld(PaperPosition position, List<PaperPosition> held) {
        if (!position.isFlat()) {
            held.add(position);
        }
    }

    boolean isFlat() {
        return net.isFlat() && longs.isFlat() && shorts.isFlat();
    }

    boolean isIdle() {
        return open.isEmpty() && isFlat();
    }

    /** The open orders, oldest first. */
    Set<PaperOrder> open() {
        return open;
    }

    int leverage() {
        return leverage;
    }

    void setLeverage(int newLeverage) {
        leverage = newLeverage;
    }

    MarginMode marginMode() {
        return marginMode;
    }

    boolean isIsolated() {
        return marginMode == MarginMode.ISOLATED;
    }

    void setMarginMode(MarginMode mode) {
        marginMode = mode;
    }

    BigDecimal unrealized() {
        BigDecimal sum = BigDecimal.ZERO;
        for (PaperPosition position : positions()) {
            sum = sum.add(position.unrealized(market.mark()));
        }
        return sum;
    }

    BigDecimal maintenance() {
        BigDecimal sum = BigDecimal.ZERO;
        for (PaperPosition position : positions()) {
            sum = sum.add(market.maintenance(position));
        }
        return sum;
    }

    BigDecimal isolatedMargin() {
        return net.isolatedMargin().add(longs.isolatedMargin()).add(shorts.isolatedMargin());
    }
}
