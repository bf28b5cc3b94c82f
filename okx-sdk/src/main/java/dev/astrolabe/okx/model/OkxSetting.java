package dev.astrolabe.okx.model;

import java.util.Optional;

/**
 * A setting of the account as OKX confirmed it (docs: OKX v5, "Trading Account").
 *
 * @since 0.1
 */
public final class OkxSetting extends OkxRow {

    /**
     * Names the fields.
     *
     * @param fields as OKX sent them
     */
    public OkxSetting(OkxFields fields) {
        super(fields);
    }

    /**
     * The position mode.
     *
     * @return {@code net_mode} or {@code long_short_mode}
     */
    public Optional<String> positionMode() {
        return fields().text("posMode");
    }

    /**
     * The account level.
     *
     * @return from 1 to 4
     */
    public Optional<String> accountLevel() {
        return fields().text("acctLv");
    }

    /**
     * How isolated margin moves.
     *
     * @return {@code automatic} or {@code autonomy}
     */
    public Optional<String> isolatedMode() {
        return fields().text("isoMode");
    }

    /**
     * In which coin contracts of the USD family are settled.
     *
     * @return the coin
     */
    public Optional<String> settleCurrency() {
        return fields().text("settleCcy");
    }
}
