package dev.astrolabe.aster.model;

import dev.astrolabe.exchange.model.SelfTradePrevention;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the account does by default when two of its orders would trade with each other. Immutable.
 *
 * @since 0.1
 */
public final class SelfTradeSetting {

    private final @Nullable SelfTradePrevention mode;
    private final String rawMode;

    /**
     * Makes one.
     *
     * @param mode null where the venue's word is new
     * @param rawMode the venue's word
     */
    public SelfTradeSetting(@Nullable SelfTradePrevention mode, String rawMode) {
        this.mode = mode;
        this.rawMode = Objects.requireNonNull(rawMode, "rawMode");
    }

    /** {@return what happens; empty where the venue's word is new} */
    public Optional<SelfTradePrevention> mode() {
        return Optional.ofNullable(mode);
    }

    /** {@return the venue's own word for it} */
    public String rawMode() {
        return rawMode;
    }

    @Override
    public String toString() {
        return Fields.of("SelfTradeSetting")
                .with("mode", mode)
                .with("rawMode", rawMode)
                .toString();
    }
}
