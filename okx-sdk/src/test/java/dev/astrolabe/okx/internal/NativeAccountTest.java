package dev.astrolabe.okx.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.model.Page;
import dev.astrolabe.exchange.model.PositionMode;
import dev.astrolabe.okx.model.OkxBill;
import dev.astrolabe.okx.model.OkxInstType;
import dev.astrolabe.okx.model.OkxLeverageChange;
import dev.astrolabe.okx.model.OkxQuery;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is sent for the calls of the account, by the venue's names, and what never is. */
class NativeAccountTest {

    private static final String NET = "[{\"acctLv\":\"2\",\"posMode\":\"net_mode\"}]";
    private static final String HEDGE = "[{\"acctLv\":\"2\",\"posMode\":\"long_short_mode\"}]";

    private static NativeAccount account(ScriptedOkx venue) {
        return new NativeAccount(venue.context, new AccountModes(venue.context));
    }

    @Test
    void reads_what_the_query_asks_for() {
        try (ScriptedOkx venue = new ScriptedOkx("[]", "[{\"details\":[]}]", "[]", "[]")) {
            NativeAccount account = account(venue);

            account.positions(OkxQuery.of(OkxInstType.SWAP).instId("BTC-USDT-SWAP"));
            account.balance(OkxQuery.all().with("ccy", List.of("BTC", "USDT")));
            account.leverage(OkxQuery.of("BTC-USDT-SWAP").with("mgnMode", "isolated"));
            account.maxSize(OkxQuery.of("BTC-USDT-SWAP").with("tdMode", "cross").with("px", "50000"));

            assertThat(venue.sent())
                    .containsExactly(
                            "GET /api/v5/account/positions?instType=SWAP&instId=BTC-USDT-SWAP",
                            "GET /api/v5/account/balance?ccy=BTC%2CUSDT",
                            "GET /api/v5/account/leverage-info?instId=BTC-USDT-SWAP&mgnMode=isolated",
                            "GET /api/v5/account/max-size?instId=BTC-USDT-SWAP&tdMode=cross&px=50000");
        }
    }

    @Test
    void refuses_a_query_that_the_call_does_not_take_before_anything_is_sent() {
        try (ScriptedOkx venue = new ScriptedOkx()) {
            NativeAccount account = account(venue);

            assertThatThrownBy(() -> account.leverage(OkxQuery.of("BTC-USDT-SWAP")))
                    .isInstanceOf(NotSentException.class)
                    .hasMessage("GET /api/v5/account/leverage-info needs mgnMode");
            assertThatThrownBy(() -> account.positions(OkxQuery.all().with("colour", "red")))
                    .isInstanceOf(NotSentException.class)
                    .hasMessageContaining("takes no colour, only [instId, instType, posId]");
            assertThatThrownBy(() -> account.bills(OkxQuery.all().limit(101)))
                    .isInstanceOf(NotSentException.class)
                    .hasMessageContaining("limit 101")
                    .hasMessageContaining("nearest is 100");
            assertThat(venue.sent()).isEmpty();
        }
    }

    @Test
    void goes_on_behind_the_last_bill_of_a_full_page() {
        String first = "[{\"billId\":\"9\",\"type\":\"8\",\"ts\":\"2\",\"ccy\":\"USDT\"},"
                + "{\"billId\":\"8\",\"type\":\"8\",\"ts\":\"1\",\"ccy\":\"USDT\"}]";
        try (ScriptedOkx venue = new ScriptedOkx(first, "[]")) {
            NativeAccount account = account(venue);
            OkxQuery query = OkxQuery.all().limit(2).begin(Instant.ofEpochMilli(1));

            Page<OkxBill> page = account.bills(query);
            Page<OkxBill> next = account.bills(query.after(page.next().orElseThrow()));

            assertThat(page.items()).extracting(OkxBill::billId).containsExactly("9", "8");
            assertThat(next.next()).isEmpty();
            assertThat(venue.sent().get(1)).isEqualTo("GET /api/v5/account/bills?limit=2&begin=1&after=8");
        }
    }

    @Test
    void reads_every_bill_page_by_page() {
        String first = "[{\"billId\":\"9\",\"type\":\"8\",\"ts\":\"2\",\"ccy\":\"USDT\"}]";
        String second = "[{\"billId\":\"8\",\"type\":\"8\",\"ts\":\"1\",\"ccy\":\"USDT\"}]";
        try (ScriptedOkx venue = new ScriptedOkx(first, second, "[]")) {
            assertThat(OkxQuery.stream(OkxQuery.all().limit(1), account(venue)::bills))
                    .extracting(OkxBill::billId)
                    .containsExactly("9", "8");
        }
    }

    @Test
    void sets_leverage_margin_and_modes() {
        String leverage = "[{\"mgnMode\":\"isolated\",\"lever\":\"5\",\"posSide\":\"long\"}]";
        String margin = "[{\"instId\":\"BTC-USDT-SWAP\",\"amt\":\"25\"}]";
        String setting = "[{\"posMode\":\"long_short_mode\"}]";
        try (ScriptedOkx venue = new ScriptedOkx(leverage, margin, setting, HEDGE)) {
            AccountModes modes = new AccountModes(venue.context);
            NativeAccount account = new NativeAccount(venue.context, modes);

            account.setLeverage(OkxLeverageChange.ofInstrument("BTC-USDT-SWAP", "isolated", new BigDecimal("5"))
                    .positionSide("long"));
            account.changeMargin("BTC-USDT-SWAP", "net", new BigDecimal("-25"));
            account.setPositionMode("long_short_mode");

            assertThat(venue.sent())
                    .containsExactly(
                            "POST /api/v5/account/set-leverage {\"instId\":\"BTC-USDT-SWAP\",\"lever\":\"5\",\"mgnMode\":\"isolated\",\"posSide\":\"long\"}",
                            "POST /api/v5/account/position/margin-balance {\"instId\":\"BTC-USDT-SWAP\",\"posSide\":\"net\",\"type\":\"reduce\",\"amt\":\"25\"}",
                            "POST /api/v5/account/set-position-mode {\"posMode\":\"long_short_mode\"}",
                            "GET /api/v5/account/config");
            assertThat(modes.positionMode()).isEqualTo(PositionMode.HEDGE);
        }
    }

    @Test
    void refuses_amounts_and_levels_that_cannot_be() {
        try (ScriptedOkx venue = new ScriptedOkx()) {
            NativeAccount account = account(venue);

            assertThatThrownBy(() -> account.setAccountLevel(5)).hasMessageContaining("nearest is 4");
            assertThatThrownBy(() -> account.changeMargin("BTC-USDT-SWAP", "net", BigDecimal.ZERO))
                    .isInstanceOf(NotSentException.class);
            assertThat(venue.sent()).isEmpty();
        }
    }

    @Test
    void reads_the_modes_of_the_account_once() {
        try (ScriptedOkx venue = new ScriptedOkx(NET)) {
            AccountModes modes = new AccountModes(venue.context);

            assertThat(modes.positionMode()).isEqualTo(PositionMode.ONE_WAY);
            assertThat(modes.positionMode()).isEqualTo(PositionMode.ONE_WAY);

            assertThat(venue.sent()).containsExactly("GET /api/v5/account/config");
        }
    }
}
