package dev.astrolabe.simulator.okx;

import dev.astrolabe.exchange.model.MarginMode;
import dev.astrolabe.exchange.model.Position;
import dev.astrolabe.exchange.model.RiskTier;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/** Margins of positions, by the engine's tiers. Amounts are in the settle asset. */
final class Risk {

    private final Catalogue catalogue;

    Risk(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** What a position is worth at the mark price, in its settle asset. */
    BigDecimal notional(Position position) {
        OkxInstrument instrument = catalogue.of(position.symbol());
        BigDecimal worth = instrument.worth(position.contracts(), instrument.mark());
        return instrument.inverse() ? worth.divide(instrument.mark(), MathContext.DECIMAL64) : worth;
    }

    BigDecimal notionalUsd(Position position) {
        OkxInstrument instrument = catalogue.of(position.symbol());
        return instrument.worth(position.contracts(), instrument.mark());
    }

    BigDecimal initialMargin(Position position) {
        BigDecimal leverage = position.leverage().orElse(BigDecimal.ONE);
        return Text.ratio(notional(position), leverage);
    }

    BigDecimal maintenance(OkxUser user, Position position) {
        BigDecimal notional = notional(position);
        List<RiskTier> tiers = user.client(position.symbol()).account().riskTiers(position.symbol());
        for (RiskTier tier : tiers) {
            if (notional.compareTo(tier.notionalCap()) <= 0) {
                return rate(tier, notional);
            }
        }
        return tiers.isEmpty() ? BigDecimal.ZERO : rate(tiers.get(tiers.size() - 1), notional);
    }

    private static BigDecimal rate(RiskTier tier, BigDecimal notional) {
        return notional.multiply(tier.maintenanceMarginRate())
                .subtract(tier.maintenanceAmount())
                .max(BigDecimal.ZERO);
    }

    static boolean isIsolated(Position position) {
        return position.marginMode() == MarginMode.ISOLATED;
    }

    /** Equity over maintenance; empty where nothing is to be maintained. */
    static String ratio(BigDecimal equity, BigDecimal maintenance) {
        return maintenance.signum() == 0 ? "" : Text.of(Text.ratio(equity, maintenance));
    }
}
