package dev.astrolabe.okx.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.InstrumentKind;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.okx.internal.KnownSymbols.Known;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One symbol for what is the same on both venues, whatever they call it and count it in. */
class SymbolsTest {

    @Test
    void every_known_instrument_has_its_symbol_and_is_found_by_both_names() {
        Map<Symbol, String> byName = new HashMap<>();
        for (Known known : KnownSymbols.all()) {
            if (!known.isDescribed()) {
                assertThat(known.instrument()).as(known.okx().instId()).isEmpty();
                continue;
            }
            Instrument instrument = known.instrument().orElseThrow();
            assertThat(instrument.symbol()).as(known.okx().instId()).isEqualTo(known.symbol());
            assertThat(instrument.venueSymbol()).isEqualTo(known.okx().instId());
            assertThat(byName.put(instrument.symbol(), instrument.venueSymbol()))
                    .isNull();
        }
        assertThat(byName).hasSize(85).containsEntry(Symbol.parse("PEPE/USDT:USDT"), "PEPE-USDT-SWAP");
    }

    @Test
    void the_kind_is_the_one_of_the_file() {
        for (Known known : KnownSymbols.all()) {
            String kind = known.row().path("unified").path("kind").textValue();
            known.instrument().ifPresent(instrument -> {
                assertThat(instrument.inverse()).as(known.okx().instId()).isEqualTo(kind.endsWith("INVERSE"));
                assertThat(instrument.kind() == InstrumentKind.SPOT).isEqualTo(kind.equals("SPOT"));
                assertThat(instrument.kind() == InstrumentKind.FUTURE)
                        .isEqualTo(known.row().path("unified").has("expiry"));
            });
        }
    }

    /** The scale of the file is how the other venue counts. */
    @Test
    void quantities_and_prices_compare_with_those_of_the_other_venue() {
        int compared = 0;
        for (Known known : KnownSymbols.all()) {
            JsonNode scale = known.row().path("scale");
            if (known.instrument().isEmpty() || !scale.isObject()) {
                continue;
            }
            Instrument instrument = known.instrument().orElseThrow();
            BigDecimal theirUnit =
                    new BigDecimal(scale.path("asterBaseUnitsPerQty").textValue());
            BigDecimal contracts =
                    new BigDecimal(scale.path("okxContractsPerAsterQty").textValue());
            BigDecimal priceFactor =
                    new BigDecimal(scale.path("priceFactorAsterOverOkx").textValue());

            assertThat(instrument.fromContracts(BigDecimal.ONE))
                    .as(known.okx().instId())
                    .isEqualByComparingTo(scale.path("okxBaseUnitsPerContract").textValue());
            assertThat(instrument.toContracts(theirUnit)).isEqualByComparingTo(contracts);
            assertThat(instrument.quantityFilter().min())
                    .isEqualByComparingTo(scale.path("okxMinBase").textValue());
            // Their price is of so many coins as their quantity counts.
            assertThat(priceFactor).isEqualByComparingTo(theirUnit);
            assertThat(instrument.fromVenuePrice(BigDecimal.TEN).multiply(priceFactor))
                    .isEqualByComparingTo(BigDecimal.TEN.multiply(theirUnit));
            compared++;
        }
        assertThat(compared).isGreaterThan(60);
    }

    @Test
    void a_thousand_pepe_there_are_the_same_as_pepe_here() {
        Known pepe = KnownSymbols.all().stream()
                .filter(known ->
                        known.row().path("aster").path("symbol").asText().equals("1000PEPEUSDT"))
                .findFirst()
                .orElseThrow();
        BigDecimal coinsPerQuantity =
                new BigDecimal(pepe.row().path("aster").path("baseUnitsPerQty").textValue());
        Instrument here = pepe.instrument().orElseThrow();

        BigDecimal theirs = new BigDecimal("30000").multiply(coinsPerQuantity);
        BigDecimal theirPrice = new BigDecimal("0.0123450").divide(coinsPerQuantity);

        assertThat(here.symbol()).isEqualTo(Symbol.parse("PEPE/USDT:USDT"));
        assertThat(here.venueSymbol()).isEqualTo("PEPE-USDT-SWAP");
        assertThat(theirs).isEqualByComparingTo("30000000");
        assertThat(here.toContracts(theirs)).isEqualByComparingTo("3");
        assertThat(here.fromVenuePrice(new BigDecimal("0.000012345"))).isEqualByComparingTo(theirPrice);
    }
}
