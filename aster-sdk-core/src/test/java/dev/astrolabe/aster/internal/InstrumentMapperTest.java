package dev.astrolabe.aster.internal;

import static dev.astrolabe.aster.internal.Listings.num;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.astrolabe.aster.internal.CatalogPayloads.SymbolRow;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.InstrumentKind;
import dev.astrolabe.exchange.model.InstrumentStatus;
import dev.astrolabe.exchange.model.OrderType;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.exchange.model.TimeInForce;
import dev.astrolabe.exchange.testkit.Fixtures;
import dev.astrolabe.exchange.transport.Json;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstrumentMapperTest {

    @Test
    void reads_every_filter() {
        Instrument btc = Listings.btc();

        assertThat(btc.tickSize()).isEqualByComparingTo("0.1");
        assertThat(btc.priceFilter().max()).isEqualByComparingTo("1000000");
        assertThat(btc.lotSize()).isEqualByComparingTo("0.001");
        assertThat(btc.quantityFilter().max()).isEqualByComparingTo("1000000");
        assertThat(btc.marketQuantityFilter().max()).isEqualByComparingTo("120");
        assertThat(btc.minNotional().orElseThrow()).isEqualByComparingTo("5");
        assertThat(btc.priceBand().orElseThrow().up()).isEqualByComparingTo("1.05");
        assertThat(btc.priceBand().orElseThrow().down()).isEqualByComparingTo("0.95");
        assertThat(btc.maxLeverage()).isEmpty();
        assertThat(btc.listedAt()).contains(Instant.ofEpochMilli(1627628400000L));
        assertThat(btc.expiresAt()).isEmpty();
        assertThat(btc.kind()).isEqualTo(InstrumentKind.PERPETUAL);
    }

    @Test
    void tolerates_words_it_does_not_know() {
        Instrument btc = Listings.btc();

        assertThat(btc.orderTypes()).hasSize(7).doesNotContain(OrderType.UNKNOWN);
        assertThat(btc.timesInForce()).contains(TimeInForce.POST_ONLY).doesNotContain(TimeInForce.UNKNOWN);
    }

    @Test
    void reads_the_order_types_under_their_other_name() {
        Instrument instrument = InstrumentMapper.map(Listings.withFilters(""));

        assertThat(instrument.orderTypes()).containsExactlyInAnyOrder(OrderType.LIMIT, OrderType.MARKET);
        assertThat(instrument.timesInForce()).isEmpty();
    }

    @Test
    void a_part_of_zero_does_not_bind() {
        Instrument instrument = InstrumentMapper.map(Listings.withFilters("""
                {"filterType": "PERCENT_PRICE", "multiplierUp": "0", "multiplierDown": "0"},
                {"filterType": "PRICE_FILTER", "minPrice": "0", "maxPrice": "0", "tickSize": "0"}"""));

        assertThat(instrument.priceBand()).isEmpty();
        assertThat(instrument.minNotional()).isEmpty();
        assertThat(instrument.priceFilter().onStep(num("0.123456789"))).isTrue();
    }

    @Test
    void a_multiplier_is_no_part_of_the_coin() {
        Instrument pepe = Listings.pepe();

        assertThat(pepe.symbol()).isEqualTo(Symbol.parse("PEPE/USDT:USDT"));
        assertThat(pepe.tickSize()).isEqualByComparingTo("0.000000001");
        assertThat(pepe.lotSize()).isEqualByComparingTo("1000");
        assertThat(pepe.toVenuePrice(num("0.000010001"))).isEqualByComparingTo("0.010001");
        assertThat(pepe.toContracts(num("25000"))).isEqualByComparingTo("25");
        assertThat(pepe.fromVenuePrice(num("0.010001"))).isEqualByComparingTo("0.000010001");
        assertThat(pepe.fromContracts(num("25"))).isEqualByComparingTo("25000");
    }

    @ParameterizedTest
    @CsvSource({
        "1000SHIB, SHIB, 1000",
        "1MBABYDOGE, BABYDOGE, 1000000",
        "1INCH, 1INCH, 1",
        "2Z, 2Z, 1",
        "0G, 0G, 1",
        "42, 42, 1",
        "10000000AIDOGE, 10000000AIDOGE, 1"
    })
    void strips_only_the_multipliers_it_knows(String base, String coin, String factor) {
        Instrument instrument = InstrumentMapper.map(Listings.row(base, "TRADING", "0.1", "1"));

        assertThat(instrument.symbol().base()).isEqualTo(coin);
        assertThat(instrument.priceMultiplier()).isEqualByComparingTo(factor);
        assertThat(instrument.contractValue()).isEqualByComparingTo(factor);
    }

    @ParameterizedTest
    @CsvSource({
        "PENDING_TRADING, PENDING",
        "TRADING, TRADING",
        "PRE_SETTLE, SETTLING",
        "SETTLING, SETTLING",
        "CLOSE, CLOSED",
        "TOMORROWS_STATUS, UNKNOWN"
    })
    void maps_the_status_and_keeps_the_word(String word, InstrumentStatus status) {
        Instrument instrument = InstrumentMapper.map(Listings.row("BTC", word, "0.1", "0.001"));

        assertThat(instrument.status()).isEqualTo(status);
        assertThat(instrument.rawStatus()).isEqualTo(word);
    }

    @Test
    void a_delivery_in_this_century_makes_a_future() {
        SymbolRow row = Listings.json(SymbolRow.class, """
                {"symbol": "BTCUSDT_270326", "contractType": "CURRENT_QUARTER", "deliveryDate": 1806048000000,
                 "status": "TRADING", "baseAsset": "BTC", "quoteAsset": "USDT", "marginAsset": "USDT"}""");

        Instrument future = InstrumentMapper.map(row);

        assertThat(future.kind()).isEqualTo(InstrumentKind.FUTURE);
        assertThat(future.symbol()).isEqualTo(Symbol.parse("BTC/USDT:USDT-270326"));
        assertThat(future.expiresAt()).contains(Instant.ofEpochMilli(1806048000000L));
    }

    @Test
    void maps_every_listed_name_both_ways() throws IOException {
        JsonNode rows =
                new Json().tree(Fixtures.payloads().text("symbols.json")).get("rows");
        List<JsonNode> futures = new ArrayList<>();
        rows.forEach(row -> Stream.of(row)
                .filter(any -> any.path("aster").path("market").asText().equals("futures"))
                .forEach(futures::add));

        assertThat(futures).hasSizeGreaterThan(70);
        assertThat(futures).allSatisfy(row -> {
            JsonNode aster = row.get("aster");
            JsonNode unified = row.get("unified");
            Instrument instrument = InstrumentMapper.map(listing(aster));
            String wanted =
                    unified.get("base").asText() + "/" + unified.get("quote").asText() + ":"
                            + unified.get("settle").asText();
            assertThat(instrument.symbol()).hasToString(wanted);
            assertThat(instrument.venueSymbol()).isEqualTo(aster.get("symbol").asText());
            assertThat(instrument.fromContracts(num("1")))
                    .isEqualByComparingTo(aster.get("baseUnitsPerQty").asText());
        });
    }

    private static SymbolRow listing(JsonNode aster) {
        String perpetual = aster.path("contractType").asText("PERPETUAL");
        String status = aster.path("status").asText("TRADING");
        return Listings.json(SymbolRow.class, """
                {"symbol": "%s", "contractType": "%s", "deliveryDate": 4133404800000, "status": "%s",
                 "baseAsset": "%s", "quoteAsset": "%s", "marginAsset": "%s"}""".formatted(
                        aster.get("symbol").asText(),
                        perpetual,
                        status,
                        aster.get("baseAsset").asText(),
                        aster.get("quoteAsset").asText(),
                        aster.get("marginAsset").asText()));
    }
}
