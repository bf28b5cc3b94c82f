package dev.astrolabe.aster.model;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The account with all its assets and positions (docs: futures, "Account Information"). Immutable.
 *
 * @since 0.1
 */
public final class AsterAccountInfo {

    private final int feeTier;
    private final Permissions permissions;
    private final MarginSummary totals;
    private final List<AsterAsset> assets;
    private final List<AccountPosition> positions;
    private final @Nullable Instant updatedAt;

    /**
     * Makes one.
     *
     * @param feeTier from 0
     * @param permissions what the account may do
     * @param totals over all assets
     * @param assets one row an asset
     * @param positions one row a slot
     * @param updatedAt null where it is absent
     */
    public AsterAccountInfo(
            int feeTier,
            Permissions permissions,
            MarginSummary totals,
            List<AsterAsset> assets,
            List<AccountPosition> positions,
            @Nullable Instant updatedAt) {
        this.feeTier = feeTier;
        this.permissions = Objects.requireNonNull(permissions, "permissions");
        this.totals = Objects.requireNonNull(totals, "totals");
        this.assets = List.copyOf(assets);
        this.positions = List.copyOf(positions);
        this.updatedAt = updatedAt;
    }

    /** {@return the tier of fees, from 0} */
    public int feeTier() {
        return feeTier;
    }

    /** {@return what the account may do} */
    public Permissions permissions() {
        return permissions;
    }

    /**
     * {@return the sums; the page of v4 says that all assets are valued in USD by bid or ask, the page of v3 that they are of
     *     USDT alone}
     */
    public MarginSummary totals() {
        return totals;
    }

    /** {@return one row an asset} */
    public List<AsterAsset> assets() {
        return assets;
    }

    /** {@return one row a slot, held or flat; flat ones of instruments that the catalogue does not know are left out} */
    public List<AccountPosition> positions() {
        return positions;
    }

    /** {@return when it last changed; empty where the venue does not say} */
    public Optional<Instant> updatedAt() {
        return Optional.ofNullable(updatedAt);
    }

    @Override
    public String toString() {
        return Fields.of("AsterAccountInfo")
                .with("feeTier", feeTier)
                .with("permissions", permissions)
                .with("totals", totals)
                .with("assets", assets)
                .with("positions", positions)
                .with("updatedAt", updatedAt)
                .toString();
    }

    /**
     * What the account may do.
     *
     * @param trade whether it may trade
     * @param deposit whether it may move assets in
     * @param withdraw whether it may move assets out
     * @since 0.1
     */
    public record Permissions(boolean trade, boolean deposit, boolean withdraw) {}
}
