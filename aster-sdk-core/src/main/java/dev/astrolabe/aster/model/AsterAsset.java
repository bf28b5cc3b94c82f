package dev.astrolabe.aster.model;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One asset of the account (docs: futures, "Account Information"). Immutable.
 *
 * @since 0.1
 */
public final class AsterAsset {

    private final String asset;
    private final MarginSummary amounts;
    private final boolean marginAvailable;
    private final @Nullable Instant updatedAt;

    /**
     * Makes one.
     *
     * @param asset such as USDT
     * @param amounts balances and margins in that asset
     * @param marginAvailable whether it counts as margin in multi-assets mode
     * @param updatedAt null where it is absent
     */
    public AsterAsset(String asset, MarginSummary amounts, boolean marginAvailable, @Nullable Instant updatedAt) {
        this.asset = Objects.requireNonNull(asset, "asset");
        this.amounts = Objects.requireNonNull(amounts, "amounts");
        this.marginAvailable = marginAvailable;
        this.updatedAt = updatedAt;
    }

    /** {@return which asset, such as USDT} */
    public String asset() {
        return asset;
    }

    /** {@return balances and margins in that asset} */
    public MarginSummary amounts() {
        return amounts;
    }

    /** {@return whether it counts as margin in multi-assets mode} */
    public boolean marginAvailable() {
        return marginAvailable;
    }

    /** {@return when it last changed; empty where it never did} */
    public Optional<Instant> updatedAt() {
        return Optional.ofNullable(updatedAt);
    }

    @Override
    public String toString() {
        return Fields.of("AsterAsset")
                .with("asset", asset)
                .with("amounts", amounts)
                .with("marginAvailable", marginAvailable)
                .with("updatedAt", updatedAt)
                .toString();
    }
}
