package dev.astrolabe.aster.model;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An asset of the venue (docs: futures, "Exchange Information"). Immutable.
 *
 * @since 0.1
 */
public final class MarginAsset {

    private final String asset;
    private final boolean marginAvailable;
    private final @Nullable BigDecimal autoExchangeThreshold;

    /**
     * Makes one.
     *
     * @param asset such as USDT
     * @param marginAvailable whether it can be margin in multi-assets mode
     * @param autoExchangeThreshold null where it is absent
     */
    public MarginAsset(String asset, boolean marginAvailable, @Nullable BigDecimal autoExchangeThreshold) {
        this.asset = Objects.requireNonNull(asset, "asset");
        this.marginAvailable = marginAvailable;
        this.autoExchangeThreshold = autoExchangeThreshold;
    }

    /** {@return the asset, such as USDT} */
    public String asset() {
        return asset;
    }

    /** {@return whether it can be margin in multi-assets mode} */
    public boolean marginAvailable() {
        return marginAvailable;
    }

    /** {@return the balance, as a rule negative, at which the venue exchanges other assets for it; empty where it does not} */
    public Optional<BigDecimal> autoExchangeThreshold() {
        return Optional.ofNullable(autoExchangeThreshold);
    }

    @Override
    public String toString() {
        return Fields.of("MarginAsset")
                .with("asset", asset)
                .with("marginAvailable", marginAvailable)
                .with("autoExchangeThreshold", autoExchangeThreshold)
                .toString();
    }
}
