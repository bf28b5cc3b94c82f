package dev.astrolabe.okx.model;

import java.time.Instant;
import java.util.Optional;

/**
 * A maintenance of the venue. (docs: OKX v5, "Status")
 *
 * @since 0.1
 */
public final class OkxSystemStatus extends OkxRow {

    /**
     * Names the fields.
     *
     * @param fields as OKX sent them
     */
    public OkxSystemStatus(OkxFields fields) {
        super(fields);
        fields.requireText("state");
    }

    /** {@return what it is called} */
    public Optional<String> title() {
        return fields().text("title");
    }

    /** {@return {@code scheduled}, {@code ongoing}, {@code pre_open}, {@code completed} or {@code canceled}} */
    public String state() {
        return fields().requireText("state");
    }

    /** {@return when it begins} */
    public Optional<Instant> begin() {
        return fields().time("begin");
    }

    /** {@return when it ends} */
    public Optional<Instant> end() {
        return fields().time("end");
    }

    /** {@return when orders may be cancelled and post-only ones placed again} */
    public Optional<Instant> preOpenBegin() {
        return fields().time("preOpenBegin");
    }

    /** {@return 0 WebSocket, 5 trading, 6 block trading, 7 trading bot, 8 trading by batches of accounts, 9 by batches of products, 10 spread trading,
     * 11 copy trading, 99 other} */
    public Optional<String> serviceType() {
        return fields().text("serviceType");
    }

    /** {@return 1 scheduled, 2 unscheduled, 3 disruption} */
    public Optional<String> maintenanceType() {
        return fields().text("maintType");
    }

    /** {@return 1 live, 2 demo} */
    public Optional<String> environment() {
        return fields().text("env");
    }

    /** {@return such as {@code unified}} */
    public Optional<String> system() {
        return fields().text("system");
    }

    /** {@return how it was rescheduled} */
    public Optional<String> rescheduled() {
        return fields().text("scheDesc");
    }

    /** {@return where more is told} */
    public Optional<String> link() {
        return fields().text("href");
    }

    /** {@return when the venue made this; of the channel only} */
    public Optional<Instant> time() {
        return fields().time("ts");
    }
}
