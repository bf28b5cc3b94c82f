package dev.astrolabe.okx.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrolabe.exchange.model.Balance;
import dev.astrolabe.exchange.model.Income;
import dev.astrolabe.exchange.model.IncomeType;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.MarginMode;
import dev.astrolabe.exchange.model.Position;
import dev.astrolabe.exchange.model.PositionMode;
import dev.astrolabe.exchange.model.PositionSide;
import dev.astrolabe.exchange.model.RiskTier;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.exchange.testkit.Fixtures;
import dev.astrolabe.exchange.transport.Json;
import dev.astrolabe.okx.model.OkxBalance;
import dev.astrolabe.okx.model.OkxBill;
import dev.astrolabe.okx.model.OkxCurrencyBalance;
import dev.astrolabe.okx.model.OkxFields;
import dev.astrolabe.okx.model.OkxInstrument;
import dev.astrolabe.okx.model.OkxPosition;
import dev.astrolabe.okx.model.OkxPositionTier;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What OKX says of the account, in neutral terms. */
class AccountMapperTest {

    private static final OkxInstrument ETH = new OkxInstrument(OkxFields.of(Map.ofEntries(
            Map.entry("instType", "SWAP"),
            Map.entry("instId", "ETH-USDT-SWAP"),
            Map.entry("instFamily", "ETH-USDT"),
            Map.entry("uly", "ETH-USDT"),
            Map.entry("settleCcy", "USDT"),
            Map.entry("ctType", "linear"),
            Map.entry("ctVal", "0.1"),
            Map.entry("ctMult", "1"),
            Map.entry("ctValCcy", "ETH"),
            Map.entry("lotSz", "0.01"),
            Map.entry("minSz", "0.01"),
            Map.entry("tickSz", "0.01"),
            Map.entry("ruleType", "normal"),
            Map.entry("state", "live"))));

    private final Json json = new Json();

    private <T> List<T> rows(String file, Function<OkxFields, T> row) throws IOException {
        byte[] body =
                Fixtures.payloads().text("okx/synthetic/rest_" + file + ".json").getBytes(StandardCharsets.UTF_8);
        return Envelope.rows(row).parse(json, body);
    }

    private Instrument instrument(String instId) throws IOException {
        if (instId.equals("ETH-USDT-SWAP")) {
            return OkxInstruments.instrument(ETH).orElseThrow();
        }
        return rows("public_instruments_swap", OkxInstrument::new).stream()
                .filter(row -> row.instId().equals(instId))
                .findFirst()
                .flatMap(OkxInstruments::instrument)
                .orElseThrow();
    }

    private List<Position> positions(String file, String instId) throws IOException {
        Instrument instrument = instrument(instId);
        return rows("account_positions_" + file, OkxPosition::new).stream()
                .filter(row -> row.instId().equals(instId))
                .filter(NeutralAccount::isHeld)
                .map(row -> AccountMapper.position(row, instrument))
                .toList();
    }

    @Test
    void in_net_mode_the_sign_is_the_side() throws IOException {
        Position bought = positions("net", "BTC-USDT-SWAP").get(0);
        Position sold = positions("net", "ETH-USDT-SWAP").get(0);

        assertThat(bought.side()).isEqualTo(PositionSide.LONG);
        assertThat(bought.mode()).isEqualTo(PositionMode.ONE_WAY);
        assertThat(bought.contracts()).isEqualByComparingTo("66");
        assertThat(bought.quantity()).isEqualByComparingTo("0.66");
        assertThat(bought.entryPrice()).isEqualByComparingTo("64180.25");
        assertThat(bought.notionalUsd().orElseThrow()).isEqualByComparingTo("42391.668");
        assertThat(sold.side()).isEqualTo(PositionSide.SHORT);
        assertThat(sold.contracts()).isEqualByComparingTo("12.5");
        assertThat(sold.signedQuantity()).isEqualByComparingTo("-1.25");
    }

    @Test
    void in_long_short_mode_the_slot_is_the_side() throws IOException {
        List<Position> both = positions("long_short", "BTC-USDT-SWAP");

        assertThat(both).extracting(Position::side).containsExactly(PositionSide.LONG, PositionSide.SHORT);
        assertThat(both).extracting(Position::mode).containsOnly(PositionMode.HEDGE);
        assertThat(both.get(1).signedQuantity()).isEqualByComparingTo("-0.20");
    }

    @Test
    void an_isolated_position_has_its_margin() throws IOException {
        Position position = positions("isolated", "BTC-USDT-SWAP").get(0);

        assertThat(position.marginMode()).isEqualTo(MarginMode.ISOLATED);
        assertThat(position.isolatedMargin().orElseThrow()).isEqualByComparingTo("423.59");
    }

    @Test
    void an_inverse_position_is_worth_its_dollars_at_the_mark_price() throws IOException {
        Position position = positions("inverse", "BTC-USD-SWAP").get(0);

        assertThat(position.symbol()).isEqualTo(Symbol.parse("BTC/USD:BTC"));
        assertThat(position.contracts()).isEqualByComparingTo("25");
        assertThat(position.quantity()).isEqualByComparingTo("0.03894080996884735");
        assertThat(position.unrealizedPnl()).isEqualByComparingTo("0.000121690031152");
    }

    @Test
    void a_row_without_contracts_is_no_position() throws IOException {
        assertThat(rows("account_positions_closed_row", OkxPosition::new)).noneMatch(NeutralAccount::isHeld);
    }

    @Test
    void a_balance_is_worth_its_equity_at_every_level() throws IOException {
        for (String level : List.of("futures_mode", "multi_ccy")) {
            OkxCurrencyBalance row = rows("account_balance_" + level, OkxBalance::new)
                    .get(0)
                    .currencies()
                    .get(0);

            Balance usdt = AccountMapper.balance(row);

            assertThat(usdt.asset()).isEqualTo("USDT");
            assertThat(usdt.wallet()).isEqualByComparingTo("10500.11");
            assertThat(usdt.equity()).isEqualByComparingTo("10523.44118");
            assertThat(usdt.available()).isEqualByComparingTo("9980.2");
            assertThat(usdt.inUse()).isEqualByComparingTo("543.24118");
            assertThat(usdt.unrealizedPnl()).isEqualByComparingTo("23.33118");
        }
    }

    @Test
    void funding_and_fees_are_told_as_what_they_changed() throws IOException {
        List<Income> income = rows("account_bills", OkxBill::new).stream()
                .flatMap(row -> AccountMapper.income(row, null).stream())
                .toList();

        assertThat(income).extracting(Income::type).containsExactly(IncomeType.FUNDING, IncomeType.FEE);
        assertThat(income.get(0).amount()).isEqualByComparingTo("-0.3441");
        assertThat(income.get(1).amount()).isEqualByComparingTo("-21.19");
        assertThat(income.get(1).tradeId()).contains("1599999000");
    }

    @Test
    void a_closing_trade_is_a_profit_and_a_fee() {
        OkxBill bill = new OkxBill(OkxFields.of(Map.of(
                "billId",
                "7",
                "type",
                "2",
                "ts",
                "1789996400000",
                "ccy",
                "USDT",
                "pnl",
                "12.5",
                "fee",
                "-0.5",
                "balChg",
                "12")));

        List<Income> income = AccountMapper.income(bill, null);

        assertThat(income).extracting(Income::type).containsExactly(IncomeType.REALIZED_PNL, IncomeType.FEE);
        assertThat(income.stream().map(Income::amount).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("12");
    }

    @Test
    void tiers_in_contracts_become_notional_without_holes() throws IOException {
        List<RiskTier> tiers = AccountMapper.tiers(
                rows("public_position_tiers", OkxPositionTier::new),
                instrument("BTC-USDT-SWAP"),
                new BigDecimal("50000"));

        assertThat(tiers.get(0).notionalFloor()).isEqualByComparingTo("0");
        for (int i = 1; i < tiers.size(); i++) {
            assertThat(tiers.get(i).notionalFloor())
                    .isEqualByComparingTo(tiers.get(i - 1).notionalCap());
            assertThat(tiers.get(i).maxLeverage())
                    .isLessThanOrEqualTo(tiers.get(i - 1).maxLeverage());
        }
    }
}
