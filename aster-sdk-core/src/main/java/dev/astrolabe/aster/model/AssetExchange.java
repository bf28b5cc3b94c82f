package dev.astrolabe.aster.model;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * An asset of the account after others were exchanged for it. Documented later than 2026-06 (docs: futures v3, "Asset Exchange").
 *
 * @param accountId the venue's number of the account
 * @param asset such as USDT
 * @param balance what there is of it now
 * @param time when it changed
 * @since 0.1
 */
public record AssetExchange(long accountId, String asset, BigDecimal balance, Instant time) {
    @Override
    public String toString() {
        return Fields.of(this);
    }
}
