package dev.astrolabe.okx.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.InstrumentKind;
import dev.astrolabe.exchange.model.InstrumentStatus;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.okx.model.OkxFields;
import dev.astrolabe.okx.model.OkxInstrument;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstrumentMapperTest {

    private static Map<String, String> linear() {
        return new HashMap<>(Map.ofEntries(
                Map.entry("instType", "SWAP"),
                Map.entry("instId", "PEPE-USDT-SWAP"),
                Map.entry("settleCcy", "USDT"),
                Map.entry("ctType", "linear"),
                Map.entry("ruleType", "normal"),
                Map.entry("ctVal", "10000000"),
                Map.entry("ctMult", "1"),
                Map.entry("ctValCcy", "PEPE"),
                Map.entry("lotSz", "0.1"),
                Map.entry("minSz", "0.1"),
                Map.entry("tickSz", "0.000000001"),
                Map.entry("maxLmtSz", "100000"),
                Map.entry("maxMktSz", "3000"),
                Map.entry("lever", "50"),
                Map.entry("state", "live"),
                Map.entry("listTime", "1683705600000"),
                Map.entry("expTime", "")));
    }

    private static Instrument mapped(Map<String, String> fields) {
        return OkxInstruments.instrument(new OkxInstrument(OkxFields.of(fields)))
                .orElseThrow();
    }

    @Test
    void counts_a_linear_contract_in_coins() {
        Instrument pepe = mapped(linear());

        assertThat(pepe.symbol()).isEqualTo(Symbol.parse("PEPE/USDT:USDT"));
        assertThat(pepe.kind()).isEqualTo(InstrumentKind.PERPETUAL);
        assertThat(pepe.status()).isEqualTo(InstrumentStatus.TRADING);
        assertThat(pepe.inverse()).isFalse();
        assertThat(pepe.contractValue()).isEqualByComparingTo("10000000");
        assertThat(pepe.priceMultiplier()).isEqualByComparingTo("1");
        assertThat(pepe.tickSize()).isEqualByComparingTo("0.000000001");
        assertThat(pepe.lotSize()).isEqualByComparingTo("1000000");
        assertThat(pepe.quantityFilter().min()).isEqualByComparingTo("1000000");
        assertThat(pepe.quantityFilter().max()).isEqualByComparingTo("1000000000000");
        assertThat(pepe.marketQuantityFilter().max()).isEqualByComparingTo("30000000000");
        assertThat(pepe.maxLeverage().orElseThrow()).isEqualByComparingTo("50");
        assertThat(pepe.listedAt()).contains(Instant.ofEpochMilli(1683705600000L));
        assertThat(pepe.expiresAt()).isEmpty();
    }

    @Test
    void multiplies_the_contract_value() {
        Map<String, String> fields = linear();
        fields.put("ctMult", "0.01");

        assertThat(mapped(fields).contractValue()).isEqualByComparingTo("100000");
    }

    @Test
    void counts_an_inverse_contract_in_contracts() {
        Map<String, String> fields = linear();
        fields.putAll(Map.of(
                "instId", "BTC-USD-SWAP", "ctType", "inverse", "ctVal", "100", "ctValCcy", "USD", "settleCcy", "BTC"));

        Instrument btc = mapped(fields);

        assertThat(btc.symbol()).isEqualTo(Symbol.parse("BTC/USD:BTC"));
        assertThat(btc.inverse()).isTrue();
        assertThat(btc.contractValue()).isEqualByComparingTo("100");
        assertThat(btc.lotSize()).isEqualByComparingTo("0.1");
        assertThat(btc.quantityFilter().max()).isEqualByComparingTo("100000");
    }

    @Test
    void takes_a_contract_of_rule_type_xperp_for_a_dated_one() {
        Map<String, String> fields = linear();
        fields.putAll(Map.of(
                "instType", "FUTURES",
                "instId", "PEPE-USD_UM_XPERP-310404",
                "ruleType", "xperp",
                "settleCcy", "USD",
                "expTime", "1933056000000"));

        Instrument xperp = mapped(fields);

        assertThat(xperp.symbol()).isEqualTo(Symbol.parse("PEPE/USD:USD-310404"));
        assertThat(xperp.kind()).isEqualTo(InstrumentKind.FUTURE);
        assertThat(xperp.inverse()).isFalse();
        assertThat(xperp.expiresAt()).contains(Instant.parse("2031-04-04T08:00:00Z"));
    }

    @Test
    void tells_nothing_from_the_name() {
        Map<String, String> fields = linear();
        fields.put("instId", "BTC-USD-270101");

        assertThat(mapped(fields).symbol()).isEqualTo(Symbol.parse("PEPE/USDT:USDT"));
    }

    @Test
    void takes_no_bound_in_money_for_one_of_spot_quantities() {
        Map<String, String> fields = new HashMap<>(Map.of(
                "instType", "SPOT",
                "instId", "BTC-USDC",
                "baseCcy", "BTC",
                "quoteCcy", "USDC",
                "lotSz", "0.00000001",
                "minSz", "0.0001",
                "tickSz", "0.1",
                "maxLmtSz", "9999",
                "maxMktSz", "1000000",
                "state", "live"));
        fields.putAll(Map.of("ctVal", "", "ctMult", "", "settleCcy", "", "ctType", "", "lever", "10"));

        Instrument spot = mapped(fields);

        assertThat(spot.symbol()).isEqualTo(Symbol.parse("BTC/USDC"));
        assertThat(spot.kind()).isEqualTo(InstrumentKind.SPOT);
        assertThat(spot.contractValue()).isEqualByComparingTo("1");
        assertThat(spot.quantityFilter().max()).isEqualByComparingTo("9999");
        assertThat(spot.marketQuantityFilter().max()).isEqualByComparingTo("0");
        assertThat(spot.marketQuantityFilter().min()).isEqualByComparingTo("0.0001");
        assertThat(spot.maxLeverage()).isEmpty();
    }

    @Test
    void raises_a_minimum_that_is_no_multiple_of_the_lot() {
        Map<String, String> fields = linear();
        fields.put("minSz", "0.25");

        assertThat(mapped(fields).quantityFilter().min()).isEqualByComparingTo("3000000");
    }

    @ParameterizedTest
    @CsvSource({
        "live,TRADING",
        "preopen,PENDING",
        "test,PENDING",
        "suspend,HALTED",
        "rebase,HALTED",
        "post_only,HALTED",
        "settling,SETTLING",
        "expired,CLOSED",
        "dreaming,UNKNOWN"
    })
    void tells_the_status(String state, InstrumentStatus status) {
        Map<String, String> fields = linear();
        fields.put("state", state);

        assertThat(mapped(fields).status()).isEqualTo(status);
        assertThat(mapped(fields).rawStatus()).isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({
        "instId,TESTBTC-USDT-SWAP",
        "ctVal,''",
        "ctVal,0",
        "ctType,''",
        "ctType,quanto",
        "ctValCcy,''",
        "settleCcy,''",
        "lotSz,''",
        "minSz,''",
        "tickSz,''",
        "tickSz,0",
        "instType,OPTION",
        "ctValCcy,a coin of blanks"
    })
    void leaves_out_what_makes_no_instrument(String field, String value) {
        Map<String, String> fields = linear();
        fields.put(field, value);

        assertThat(OkxInstruments.instrument(new OkxInstrument(OkxFields.of(fields))))
                .isEmpty();
    }
}
