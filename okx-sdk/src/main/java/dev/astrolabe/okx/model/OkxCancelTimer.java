package dev.astrolabe.okx.model;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * When all orders will be cancelled. (docs: OKX v5, "Cancel All After")
 *
 * @since 0.1
 */
public final class OkxCancelTimer extends OkxRow {

    /**
     * Names the fields.
     *
     * @param fields as OKX sent them
     */
    public OkxCancelTimer(OkxFields fields) {
        super(fields);
    }

    /** {@return when, in whole seconds; empty where no timer runs} */
    public Optional<Instant> triggerTime() {
        return seconds("triggerTime");
    }

    /** {@return the tag whose orders it cancels; empty for all} */
    public Optional<String> tag() {
        return fields().text("tag");
    }

    /** {@return when the venue took it} */
    public Optional<Instant> time() {
        return seconds("ts");
    }

    /** The venue tells these times in seconds and not in milliseconds. */
    private Optional<Instant> seconds(String name) {
        OptionalLong value = fields().whole(name);
        return value.isPresent() && value.getAsLong() > 0
                ? Optional.of(Instant.ofEpochSecond(value.getAsLong()))
                : Optional.empty();
    }
}
