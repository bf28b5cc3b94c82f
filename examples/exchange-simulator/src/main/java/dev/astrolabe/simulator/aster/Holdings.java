package dev.astrolabe.simulator.aster;

import dev.astrolabe.exchange.Account;
import dev.astrolabe.exchange.model.Balance;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.MarginMode;
import dev.astrolabe.exchange.model.Position;
import dev.astrolabe.exchange.model.PositionMode;
import dev.astrolabe.exchange.model.PositionSide;
import dev.astrolabe.exchange.model.RiskTier;
import dev.astrolabe.simulator.market.Market;
import dev.astrolabe.simulator.venue.VenueAccount;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Positions and margins of an account, slot by slot, as the venue reckons them. */
final class Holdings {

    private static final int MONEY = 8;

    private Holdings() {}

    /**
     * One slot of a symbol: BOTH in one-way mode, LONG and SHORT in hedge mode; flat or not.
     *
     * @param position null where it is flat
     */
    record Slot(
            Market market,
            String name,
            @Nullable Position position,
            BigDecimal leverage,
            BigDecimal maxNotional,
            boolean isolated,
            List<RiskTier> tiers) {

        Instrument instrument() {
            return market.instrument();
        }

        BigDecimal mark() {
            return market.mark().mark();
        }

        /** Signed, in base units. */
        BigDecimal quantity() {
            return position == null ? BigDecimal.ZERO : position.signedQuantity();
        }

        /** Signed. */
        BigDecimal notional() {
            return quantity().multiply(mark());
        }

        BigDecimal unrealized() {
            return position == null ? BigDecimal.ZERO : position.unrealizedPnl();
        }

        /** The part of the wallet that backs this slot alone. */
        BigDecimal isolatedWallet() {
            return position == null
                    ? BigDecimal.ZERO
                    : position.isolatedMargin().orElse(BigDecimal.ZERO);
        }

        BigDecimal initialMargin() {
            return notional().abs().divide(leverage, MONEY, RoundingMode.UP);
        }

        BigDecimal maintenance() {
            BigDecimal notional = notional().abs();
            RiskTier found = tiers.get(tiers.size() - 1);
            for (RiskTier tier : tiers) {
                if (notional.compareTo(tier.notionalCap()) <= 0) {
                    found = tier;
                    break;
                }
            }
            return notional.multiply(found.maintenanceMarginRate())
                    .subtract(found.maintenanceAmount())
                    .max(BigDecimal.ZERO);
        }

        String entryPrice() {
            return position == null ? "0.00000" : Figures.average(instrument(), position.entryPrice());
        }

        long updatedAt() {
            return position == null
                    ? 0
                    : position.updatedAt().map(time -> time.toEpochMilli()).orElse(0L);
        }
    }

    static List<Slot> slots(VenueAccount account, List<Market> markets) {
        boolean hedge = account.positionMode() == PositionMode.HEDGE;
        List<Slot> slots = new ArrayList<>();
        for (Market market : markets) {
            if (hedge) {
                slots.add(slot(account, market, PositionSide.LONG));
                slots.add(slot(account, market, PositionSide.SHORT));
            } else {
                slots.add(slot(account, market, null));
            }
        }
        return slots;
    }

    /** @param side null for the one slot of one-way mode */
    static Slot slot(VenueAccount account, Market market, @Nullable PositionSide side) {
        var symbol = market.instrument().symbol();
        Account of = account.client(symbol).account();
        Optional<Position> position = of.positions(symbol).stream()
                .filter(held -> side == null || held.side() == side)
                .findFirst();
        var setting = of.leverage(symbol);
        return new Slot(
                market,
                side == null ? "BOTH" : side.name(),
                position.orElse(null),
                setting.leverage(),
                setting.maxNotional().orElse(BigDecimal.ZERO),
                of.marginMode(symbol) == MarginMode.ISOLATED,
                of.riskTiers(symbol));
    }

    /** What the slots and the open orders that settle in one asset come to. */
    record Money(
            Balance balance,
            BigDecimal maintenance,
            BigDecimal positionMargin,
            BigDecimal orderMargin,
            BigDecimal isolatedWallets,
            BigDecimal crossUnrealized) {

        static Money of(Balance balance, List<Slot> slots) {
            BigDecimal maintenance = BigDecimal.ZERO;
            BigDecimal positions = BigDecimal.ZERO;
            BigDecimal isolated = BigDecimal.ZERO;
            BigDecimal cross = BigDecimal.ZERO;
            for (Slot slot : slots) {
                if (!Catalogue.marginAsset(slot.instrument()).equals(balance.asset())) {
                    continue;
                }
                maintenance = maintenance.add(slot.maintenance());
                positions = positions.add(slot.isolated() ? slot.isolatedWallet() : slot.initialMargin());
                isolated = isolated.add(slot.isolatedWallet());
                cross = slot.isolated() ? cross : cross.add(slot.unrealized());
            }
            BigDecimal orders = balance.inUse().subtract(positions).max(BigDecimal.ZERO);
            return new Money(balance, maintenance, positions, orders, isolated, cross);
        }

        BigDecimal crossWallet() {
            return balance.wallet().subtract(isolatedWallets);
        }

        BigDecimal withdrawable() {
            return balance.available().min(balance.wallet()).max(BigDecimal.ZERO);
        }

        BigDecimal initialMargin() {
            return positionMargin.add(orderMargin);
        }
    }
}
