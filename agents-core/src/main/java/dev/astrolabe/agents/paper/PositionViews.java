package dev.astrolabe.agents.paper;

import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.Position;
import dev.astrolabe.exchange.model.PositionSide;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Set;

/** Shows positions in the neutral shape. Prices and ratios that come from a division are for display only. */
final class PositionViews {

    private static final Set<String> DOLLARS = Set.of("USD", "USDT", "USDC", "USDF", "FDUSD");

    private PositionViews() {}

    static List<Position> of(Holding holding) {
        return holding.positions().stream()
                .map(position -> of(holding, position))
                .toList();
    }

    private static Position of(Holding holding, PaperPosition position) {
        Instrument instrument = holding.market().instrument();
        BigDecimal mark = holding.market().mark();
        Contract contract = holding.market().contract();
        BigDecimal units = position.quantity().abs();
        BigDecimal unrealized = position.unrealized(mark);
        BigDecimal margin = position.cost().abs().divide(BigDecimal.valueOf(holding.leverage()), MathContext.DECIMAL64);
        return Position.builder()
                .symbol(instrument.symbol())
                .venueSymbol(instrument.venueSymbol())
                .side(PositionSide.ofSign(position.quantity().signum()))
                .mode(holding.portfolio().positionMode())
                .quantity(Money.plain(contract.quantity(units, mark)))
                .contracts(contract.contracts(units))
                .entryPrice(contract.average(units, position.cost().abs()))
                .markPrice(mark)
                .liquidationPrice(LiquidationPrice.of(holding, position).orElse(null))
                .unrealizedPnl(Money.plain(unrealized))
                .unrealizedPnlRatio(margin.signum() == 0 ? null : Money.ratio(unrealized, margin))
                .leverage(BigDecimal.valueOf(holding.leverage()))
                .marginMode(holding.marginMode())
                .isolatedMargin(holding.isIsolated() ? Money.plain(position.isolatedMargin()) : null)
                .notionalUsd(
                        DOLLARS.contains(instrument.symbol().quote()) ? Money.plain(contract.face(units, mark)) : null)
                .updatedAt(position.updatedAt())
                .build();
    }
}
