package dev.astrolabe.okx.internal;

import dev.astrolabe.exchange.model.InstrumentKind;
import dev.astrolabe.exchange.model.MarginMode;
import dev.astrolabe.exchange.model.PositionMode;
import dev.astrolabe.okx.model.OkxAccountConfig;
import dev.astrolabe.okx.model.OkxQuery;
import org.jspecify.annotations.Nullable;

/** The modes of the account that decide how orders are worded; read at the first use. Safe for any thread. */
final class AccountModes {

    static final String LONG_SHORT = "long_short_mode";
    static final String NET = "net_mode";

    private final OkxContext context;
    private volatile @Nullable OkxAccountConfig known;

    AccountModes(OkxContext context) {
        this.context = context;
    }

    OkxAccountConfig config() {
        OkxAccountConfig current = known;
        return current == null ? refresh() : current;
    }

    OkxAccountConfig refresh() {
        OkxAccountConfig fresh = context.call(AccountOperations.CONFIG, OkxQuery.all());
        known = fresh;
        return fresh;
    }

    PositionMode positionMode() {
        return config().positionMode().equals(LONG_SHORT) ? PositionMode.HEDGE : PositionMode.ONE_WAY;
    }

    /** Whether the account holds spot coins only, or contracts beside them, each currency for itself. */
    private boolean isSimple() {
        return config().accountLevel().equals("1") || config().accountLevel().equals("2");
    }

    /** The {@code tdMode} of an order (docs: OKX v5, "Place order"). */
    String tradeMode(InstrumentKind kind, MarginMode mode) {
        if (kind == InstrumentKind.SPOT) {
            return isSimple() ? "cash" : "cross";
        }
        return mode == MarginMode.ISOLATED ? "isolated" : "cross";
    }
}
