package dev.astrolabe.aster.internal;

import static dev.astrolabe.aster.internal.Listings.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.astrolabe.aster.internal.AccountPayloads.AssetRow;
import dev.astrolabe.aster.internal.AccountPayloads.PositionRow;
import dev.astrolabe.aster.internal.UserPayloads.AccountEvent;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A reading over REST is taken for an event only if it is not older than what the event tells. */
class AccountReadingTest {

    private static AccountReading reading(String wallet, long walletChanged, String amount, long positionChanged) {
        AssetRow asset = json(AssetRow.class, """
                {"asset": "USDT", "walletBalance": "%s", "unrealizedProfit": "0", "initialMargin": "0",
                 "availableBalance": "0", "updateTime": %d}""".formatted(wallet, walletChanged));
        PositionRow position = json(PositionRow.class, """
                {"symbol": "BTCUSDT", "positionSide": "BOTH", "positionAmt": "%s", "entryPrice": "50000",
                 "updateTime": %d}""".formatted(amount, positionChanged));
        return new AccountReading(Instant.EPOCH, Instant.EPOCH, List.of(asset), List.of(position));
    }

    private static AccountEvent event(String wallet, String amount) {
        return json(AccountEvent.class, """
                {"e": "ACCOUNT_UPDATE", "E": 101, "T": 100, "a": {"m": "ORDER",
                 "B": [{"a": "USDT", "wb": "%s", "cw": "1", "bc": "0"}],
                 "P": [{"s": "BTCUSDT", "pa": "%s", "ep": "50000", "cr": "0", "up": "0", "mt": "cross", "iw": "0",
                        "ps": "BOTH"}]}}""".formatted(wallet, amount));
    }

    @Test
    void shows_what_is_the_same() {
        assertThat(reading("9.50", 50, "0.010", 50).shows(event("9.5", "0.01"), false))
                .isTrue();
    }

    @Test
    void lags_behind_where_what_differs_was_changed_before() {
        assertThat(reading("10", 99, "0.01", 100).shows(event("9.5", "0.01"), true))
                .isFalse();
        assertThat(reading("9.5", 100, "0", 99).shows(event("9.5", "0.01"), true))
                .isFalse();
    }

    @Test
    void is_ahead_where_what_differs_was_changed_since() {
        assertThat(reading("9.4", 100, "0.02", 105).shows(event("9.5", "0.01"), false))
                .isTrue();
    }

    @Test
    void proves_nothing_where_what_differs_has_no_time() {
        assertThat(reading("9.4", 0, "0.01", 0).shows(event("9.5", "0.01"), false))
                .isFalse();
        assertThat(reading("9.4", 0, "0.01", 0).shows(event("9.5", "0.01"), true))
                .isTrue();
        assertThat(reading("9.5", 0, "0", 0).shows(event("9.5", "0.01"), false))
                .as("a flat position has no time")
                .isFalse();
    }

    @Test
    void an_event_that_names_nothing_is_shown() {
        AccountEvent bare = json(AccountEvent.class, """
                {"e": "ACCOUNT_UPDATE", "E": 101, "T": 100, "a": {"m": "TOMORROWS_REASON"}}""");

        assertThat(reading("9", 0, "0", 0).shows(bare, false)).isTrue();
    }
}
