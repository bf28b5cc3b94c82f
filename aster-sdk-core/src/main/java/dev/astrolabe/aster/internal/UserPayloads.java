package dev.astrolabe.aster.internal;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.astrolabe.aster.internal.TradingPayloads.OrderFields;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Events of the account as the venue sends them (docs: futures, "User Data Streams"). Component names are its letters, where nothing else names them. */
final class UserPayloads {

    private UserPayloads() {}

    record OrderEvent(long E, long T, OrderUpdate o) {}

    /**
     * An order, and its last execution where {@code tradeId} is no 0. The fee is absent where there is none; {@code activatePrice} and
     * {@code priceRate} (in per cent) belong to trailing stops. The event does not tell when an order was made.
     */
    record OrderUpdate(
            @JsonProperty("s") String symbol,
            @JsonProperty("c") @Nullable String clientOrderId,
            @JsonProperty("S") String side,
            @JsonProperty("o") String type,
            @JsonProperty("f") @Nullable String timeInForce,
            @JsonProperty("q") @Nullable BigDecimal origQty,
            @JsonProperty("p") @Nullable BigDecimal price,
            @JsonProperty("ap") @Nullable BigDecimal avgPrice,
            @JsonProperty("sp") @Nullable BigDecimal stopPrice,
            @JsonProperty("X") String status,
            @JsonProperty("i") long orderId,
            @JsonProperty("l") @Nullable BigDecimal lastQty,
            @JsonProperty("z") @Nullable BigDecimal executedQty,
            @JsonProperty("L") @Nullable BigDecimal lastPrice,
            @JsonProperty("N") @Nullable String commissionAsset,
            @JsonProperty("n") @Nullable BigDecimal commission,
            @JsonProperty("T") Long updateTime,
            @JsonProperty("t") @Nullable Long tradeId,
            @JsonProperty("m") @Nullable Boolean maker,
            @JsonProperty("R") @Nullable Boolean reduceOnly,
            @JsonProperty("wt") @Nullable String workingType,
            @JsonProperty("ot") @Nullable String origType,
            @JsonProperty("ps") @Nullable String positionSide,
            @JsonProperty("cp") @Nullable Boolean closePosition,
            @JsonProperty("AP") @Nullable BigDecimal activatePrice,
            @JsonProperty("cr") @Nullable BigDecimal priceRate,
            @JsonProperty("rp") @Nullable BigDecimal realizedPnl)
            implements OrderFields {

        @Override
        public @Nullable Long time() {
            return null;
        }
    }

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
