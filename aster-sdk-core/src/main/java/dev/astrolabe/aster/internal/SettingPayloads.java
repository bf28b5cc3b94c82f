package dev.astrolabe.aster.internal;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Settings as the venue tells them (docs: futures, "Account/Trades Endpoints"). Component names are its field names. */
final class SettingPayloads {

    private SettingPayloads() {}

    record DualSide(boolean dualSidePosition) {}

    record StpMode(String stpMode) {}

    record MultiAssets(boolean multiAssetsMargin) {}

    record LeverageSet(
            String symbol, BigDecimal leverage, @Nullable String maxNotionalValue) {}

    /** {@code type} is 1 where margin was added and 2 where some was taken back; the last two came later than the pages. */
    record MarginChange(
            String symbol,
            String asset,
            BigDecimal amount,
            int type,
            long time,
            @Nullable String positionSide,
            @Nullable String deltaType,
            @Nullable String clientTranId) {}
}
