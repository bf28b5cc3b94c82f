package dev.astrolabe.aster.internal;

import dev.astrolabe.aster.internal.AccountPayloads.AssetRow;
import dev.astrolabe.aster.internal.AccountPayloads.PositionRow;
import dev.astrolabe.aster.internal.UserPayloads.AccountEvent;
import dev.astrolabe.aster.internal.UserPayloads.BalanceUpdate;
import dev.astrolabe.aster.internal.UserPayloads.PositionUpdate;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Balances and positions as they are told over REST: no event tells what is available, or a position's leverage and prices.
 *
 * @param askedAt this machine's time when they were asked for
 * @param venueTime the venue's time then
 * @param assets the balances
 * @param positions the positions, flat ones too
 */
record AccountReading(Instant askedAt, Instant venueTime, List<AssetRow> assets, List<PositionRow> positions) {

    /**
     * Whether everything that the event names stands here as it says, or was changed later.
     *
     * @param event the event
     * @param otherwise the answer for what differs and has no time
     */
    boolean shows(AccountEvent event, boolean otherwise) {
        return balances(event).stream().allMatch(update -> shows(update, event.T(), otherwise))
                && positions(event).stream().allMatch(update -> shows(update, event.T(), otherwise));
    }

    static List<BalanceUpdate> balances(AccountEvent event) {
        return Objects.requireNonNullElse(event.a().B(), List.of());
    }

    static List<PositionUpdate> positions(AccountEvent event) {
        return Objects.requireNonNullElse(event.a().P(), List.of());
    }

    private boolean shows(BalanceUpdate update, long time, boolean otherwise) {
        Optional<AssetRow> row =
                assets.stream().filter(each -> each.asset().equals(update.a())).findFirst();
        return row.isEmpty()
                || row.get().walletBalance().compareTo(update.wb()) == 0
                || isSince(time, row.get().updateTime(), otherwise);
    }

    private boolean shows(PositionUpdate update, long time, boolean otherwise) {
        Optional<PositionRow> row = positions.stream()
                .filter(each -> each.symbol().equals(update.s()))
                .filter(each -> OrderMapper.positionSide(each.positionSide()) == OrderMapper.positionSide(update.ps()))
                .findFirst();
        BigDecimal amount = row.map(PositionRow::positionAmt).orElse(BigDecimal.ZERO);
        return amount.compareTo(update.pa()) == 0
                || isSince(time, row.map(PositionRow::updateTime).orElse(null), otherwise);
    }

    private static boolean isSince(long time, @Nullable Long updated, boolean otherwise) {
        Instant changed = Readings.time(updated);
        return changed == null ? otherwise : changed.toEpochMilli() >= time;
    }
}
