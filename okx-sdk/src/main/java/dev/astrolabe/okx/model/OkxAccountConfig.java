package dev.astrolabe.okx.model;

import java.util.List;
import java.util.Optional;

/**
 * How the account is set up (docs: OKX v5, "Get account configuration").
 *
 * @since 0.1
 */
public final class OkxAccountConfig extends OkxRow {

    /**
     * Names the fields.
     *
     * @param fields as OKX sent them
     */
    public OkxAccountConfig(OkxFields fields) {
        super(fields);
        fields.requireText("acctLv");
        fields.requireText("posMode");
    }

    /**
     * The account level: 1 spot, 2 futures, 3 multi-currency margin, 4 portfolio margin.
     *
     * @return the level as text, since OKX may add others
     */
    public String accountLevel() {
        return fields().requireText("acctLv");
    }

    /**
     * The position mode.
     *
     * @return {@code net_mode} or {@code long_short_mode}
     */
    public String positionMode() {
        return fields().requireText("posMode");
    }

    /**
     * The id of the user, of a sub-account its own.
     *
     * @return the id
     */
    public Optional<String> userId() {
        return fields().text("uid");
    }

    /**
     * The id of the user that a sub-account belongs to.
     *
     * @return the id
     */
    public Optional<String> mainUserId() {
        return fields().text("mainUid");
    }

    /**
     * The rule for orders that meet one's own where an order names none.
     *
     * @return {@code cancel_maker}, {@code cancel_taker} or {@code cancel_both}
     */
    public Optional<String> selfTradePrevention() {
        return fields().text("acctStpMode");
    }

    /**
     * Whether coins are borrowed without being asked.
     *
     * @return true if so
     */
    public Optional<Boolean> autoLoan() {
        return fields().flag("autoLoan");
    }

    /**
     * What the key may do.
     *
     * @return such as {@code read_only} and {@code trade}; empty where OKX tells none
     */
    public List<String> permissions() {
        return fields().text("perm").map(text -> List.of(text.split(","))).orElse(List.of());
    }

    /**
     * How margin of isolated contracts moves: {@code automatic} or {@code autonomy}.
     *
     * @return the mode
     */
    public Optional<String> contractIsolatedMode() {
        return fields().text("ctIsoMode");
    }

    /**
     * How margin of isolated margin trading moves: {@code automatic} or {@code quick_margin}.
     *
     * @return the mode
     */
    public Optional<String> marginIsolatedMode() {
        return fields().text("mgnIsoMode");
    }

    /**
     * The level of fees.
     *
     * @return such as {@code Lv1}
     */
    public Optional<String> feeLevel() {
        return fields().text("level");
    }

    /**
     * In which coin contracts of the USD family are settled.
     *
     * @return the coin
     */
    public Optional<String> settleCurrency() {
        return fields().text("settleCcy");
    }

    /**
     * In which coins contracts of the USD family could be settled.
     *
     * @return the coins
     */
    public List<String> settleCurrencies() {
        return fields().texts("settleCcyList");
    }
}
