package dev.astrolabe.agents.paper;

import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.RiskTier;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The risk tiers of one instrument: how much leverage a notional may have, and how much margin it must keep. */
final class RiskTable {

    /** Cap of the notional, largest leverage, maintenance margin rate. */
    private static final String[][] DEFAULT = {
        {"50000", "125", "0.004"},
        {"250000", "100", "0.005"},
        {"1000000", "50", "0.01"},
        {"5000000", "20", "0.025"},
        {"20000000", "10", "0.05"},
        {"50000000", "5", "0.1"},
        {"100000000", "4", "0.125"},
        {"200000000", "2", "0.25"},
        {"500000000", "1", "0.5"},
    };

    private final List<RiskTier> tiers;
    private final int maxLeverage;

    RiskTable(Instrument instrument, List<RiskTier> tiers) {
        this.tiers = List.copyOf(tiers);
        check(instrument);
        BigDecimal largest = this.tiers.get(0).maxLeverage();
        this.maxLeverage =
                instrument.maxLeverage().map(largest::min).orElse(largest).intValue();
    }

    /** The table of {@link PaperExchange.Builder#riskTiers}'s default. */
    static List<RiskTier> defaults() {
        List<RiskTier> tiers = new ArrayList<>();
        BigDecimal floor = BigDecimal.ZERO;
        BigDecimal amount = BigDecimal.ZERO;
        BigDecimal lastRate = new BigDecimal(DEFAULT[0][2]);
        for (String[] row : DEFAULT) {
            BigDecimal rate = new BigDecimal(row[2]);
            amount = Money.plain(amount.add(floor.multiply(rate.subtract(lastRate))));
            BigDecimal cap = new BigDecimal(row[0]);
            tiers.add(new RiskTier(tiers.size() + 1, floor, cap, new BigDecimal(row[1]), rate, amount));
            floor = cap;
            lastRate = rate;
        }
        return tiers;
    }

    private void check(Instrument instrument) {
        if (tiers.isEmpty()) {
            throw new IllegalArgumentException("risk tiers of " + instrument.symbol() + " are empty");
        }
        BigDecimal floor = BigDecimal.ZERO;
        for (RiskTier tier : tiers) {
            boolean ascends = tier.notionalFloor().compareTo(floor) == 0
                    && tier.notionalCap().compareTo(tier.notionalFloor()) > 0;
            boolean sane = tier.maintenanceMarginRate().signum() > 0
                    && tier.maintenanceMarginRate().compareTo(BigDecimal.ONE) < 0
                    && tier.maxLeverage().compareTo(BigDecimal.ONE) >= 0;
            if (!ascends || !sane) {
                throw new IllegalArgumentException("risk tier " + tier + " of " + instrument.symbol()
                        + " does not begin at " + floor.toPlainString()
                        + ", or its rate is not between 0 and 1, or its leverage is below 1");
            }
            floor = tier.notionalCap();
        }
    }

    List<RiskTier> tiers() {
        return tiers;
    }

    int maxLeverage() {
        return maxLeverage;
    }

    /** The tier of a notional; the last one beyond all caps. */
    RiskTier tier(BigDecimal notional) {
        for (RiskTier tier : tiers) {
            if (notional.compareTo(tier.notionalCap()) <= 0) {
                return tier;
            }
        }
        return tiers.get(tiers.size() - 1);
    }

    /** The margin that a position of this notional must keep. */
    BigDecimal maintenance(BigDecimal notional) {
        RiskTier tier = tier(notional);
        return notional.multiply(tier.maintenanceMarginRate()).subtract(tier.maintenanceAmount());
    }

    /** The largest notional that a leverage allows. */
    BigDecimal maxNotional(int leverage) {
        BigDecimal wanted = BigDecimal.valueOf(leverage);
        BigDecimal cap = BigDecimal.ZERO;
        for (RiskTier tier : tiers) {
            if (tier.maxLeverage().compareTo(wanted) >= 0) {
                cap = tier.notionalCap();
            }
        }
        return cap;
    }
}
