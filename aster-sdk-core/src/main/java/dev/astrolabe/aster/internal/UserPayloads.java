package dev.astrolabe.aster.internal;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Events of the account as the venue sends them (docs: futures, "User Data Streams"). Component names are its letters. */
final class UserPayloads {

    private UserPayloads() {}

    record OrderEvent(long E, long T, OrderUpdate o) {}

    /**
     * An order, and its last execution where {@code t} is no 0. {@code N} and {@code n}, the fee, are absent where there is none;
     * {@code AP} and {@code cr} belong to trailing stops.
     */
    record OrderUpdate(
            String s,
            @Nullable String c,
            String S,
            String o,
            @Nullable String f,
            @Nullable BigDecimal q,
            @Nullable BigDecimal p,
            @Nullable BigDecimal ap,
            @Nullable BigDecimal sp,
            String X,
            long i,
            @Nullable BigDecimal l,
            @Nullable BigDecimal z,
            @Nullable BigDecimal L,
            @Nullable String N,
            @Nullable BigDecimal n,
            long T,
            @Nullable Long t,
            @Nullable Boolean m,
            @Nullable Boolean R,
            @Nullable String wt,
            @Nullable String ot,
            @Nullable String ps,
            @Nullable Boolean cp,
            @Nullable BigDecimal AP,
            @Nullable BigDecimal cr,
            @Nullable BigDecimal rp) {}

    record AccountEvent(long E, long T, AccountUpdate a) {}

    /** {@code m} is the reason. Positions that are flat and have no isolated wallet may be left out. */
    record AccountUpdate(
            @Nullable String m,
            @Nullable List<BalanceUpdate> B,
            @Nullable List<PositionUpdate> P) {}

    /** {@code wb} is the wallet. */
    record BalanceUpdate(String a, BigDecimal wb) {}

    /** {@code pa} is signed. */
    record PositionUpdate(String s, BigDecimal pa, @Nullable String ps) {}

    /** Has {@code ac}, the leverage of an instrument, or {@code ai}, modes of the account. */
    record SettingsEvent(
            long E,
            long T,
            @Nullable LeverageUpdate ac,
            @Nullable ModesUpdate ai) {}

    record LeverageUpdate(String s, int l) {}

    /** Multi-assets margin, fees paid in the venue's own coin, hedge mode. */
    record ModesUpdate(
            @Nullable Boolean j,
            @Nullable Boolean f,
            @Nullable Boolean d) {}

    record MarginCallEvent(long E, @Nullable BigDecimal cw, List<MarginCallRow> p) {}

    record MarginCallRow(
            String s,
            @Nullable String ps,
            BigDecimal pa,
            @Nullable String mt,
            @Nullable BigDecimal iw,
            @Nullable BigDecimal mp,
            @Nullable BigDecimal up,
            @Nullable BigDecimal mm) {}

    record AnnouncementEvent(
            @Nullable AnnouncementWords en, @Nullable AnnouncementWords zh) {}

    /** {@code C} is the text as HTML, {@code c} the category, {@code j} a link. */
    record AnnouncementWords(
            long i,
            @Nullable String t,
            @Nullable String s,
            @Nullable String c,
            @Nullable Long d,
            @Nullable String j,
            @Nullable String C) {}
}
