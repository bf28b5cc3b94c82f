package dev.astrolabe.exchange.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Between the venue's numbers and those of the model nothing is lost. */
class InstrumentProperties {

    private static final Instrument ANY = Instrument.builder()
            .symbol(Symbol.parse("PEPE/USDT:USDT"))
            .exchange("asterdex")
            .venueSymbol("1000PEPEUSDT")
            .kind(InstrumentKind.PERPETUAL)
            .status(InstrumentStatus.TRADING)
            .rawStatus("TRADING")
            .build();

    @Provide
    Arbitrary<BigDecimal> amounts() {
        return Combinators.combine(
                        Arbitraries.longs().between(1, 1_000_000_000_000L),
                        Arbitraries.integers().between(0, 12))
                .as((unscaled, scale) -> BigDecimal.valueOf(unscaled, scale));
    }

    @Provide
    Arbitrary<BigDecimal> lots() {
        return Combinators.combine(
                        Arbitraries.longs().between(1, 999_999_999_999L),
                        Arbitraries.integers().between(0, 8))
                .as((unscaled, scale) -> BigDecimal.valueOf(unscaled, scale));
    }

    @Provide
    Arbitrary<BigDecimal> units() {
        return Arbitraries.of("1", "0.01", "0.001", "0.1", "10", "100", "1000", "10000", "1000000", "10000000")
                .map(BigDecimal::new);
    }

    @Property
    void a_price_survives_the_way_to_the_venue_and_back(
            @ForAll("amounts") BigDecimal price, @ForAll("units") BigDecimal multiplier) {
        Instrument instrument = ANY.toBuilder().priceMultiplier(multiplier).build();

        assertThat(instrument.toVenuePrice(price)).isEqualByComparingTo(price.multiply(multiplier));
        assertThat(instrument.fromVenuePrice(instrument.toVenuePrice(price))).isEqualByComparingTo(price);
        assertThat(instrument.toVenuePrice(instrument.fromVenuePrice(price))).isEqualByComparingTo(price);
    }

    @Property
    void a_quantity_survives_the_way_to_contracts_and_back(
            @ForAll("amounts") BigDecimal quantity, @ForAll("units") BigDecimal contractValue) {
        Instrument instrument = ANY.toBuilder().contractValue(contractValue).build();

        assertThat(instrument.fromContracts(quantity)).isEqualByComparingTo(quantity.multiply(contractValue));
        assertThat(instrument.fromContracts(instrument.toContracts(quantity))).isEqualByComparingTo(quantity);
        assertThat(instrument.toContracts(instrument.fromContracts(quantity))).isEqualByComparingTo(quantity);
        assertThat(instrument.toContracts(quantity, BigDecimal.TEN))
                .isEqualByComparingTo(instrument.toContracts(quantity));
    }

    @Property
    void an_inverse_quantity_comes_back_as_never_more_and_within_twelve_digits(
            @ForAll("amounts") BigDecimal quantity,
            @ForAll("amounts") BigDecimal price,
            @ForAll("units") BigDecimal contractValue) {
        Instrument instrument =
                ANY.toBuilder().inverse(true).contractValue(contractValue).build();

        BigDecimal back = instrument.fromContracts(instrument.toContracts(quantity, price), price);

        assertThat(back).isLessThanOrEqualTo(quantity);
        assertThat(quantity.subtract(back)).isLessThanOrEqualTo(quantity.multiply(new BigDecimal("6E-12")));
    }

    @Property
    void contracts_of_an_inverse_instrument_survive_the_way_to_base_units_and_back(
            @ForAll("lots") BigDecimal contracts,
            @ForAll("amounts") BigDecimal price,
            @ForAll("units") BigDecimal contractValue) {
        Instrument instrument =
                ANY.toBuilder().inverse(true).contractValue(contractValue).build();

        assertThat(instrument.toContracts(instrument.fromContracts(contracts, price), price))
                .isEqualByComparingTo(contracts);
    }

    @Property
    void an_inverse_quantity_on_a_lot_passes_and_a_rounded_one_is_never_more_than_asked(
            @ForAll("amounts") BigDecimal wanted, @ForAll("amounts") BigDecimal price) {
        StepFilter lots = new StepFilter(new BigDecimal("0.1"), BigDecimal.ZERO, new BigDecimal("0.1"));
        Instrument instrument = ANY.toBuilder()
                .inverse(true)
                .contractValue(new BigDecimal("100"))
                .quantityFilter(lots)
                .build();
        BigDecimal affordable = wanted.min(new BigDecimal("1E+12").divide(price, MathContext.DECIMAL32));

        instrument.roundQuantity(affordable, price).ifPresent(rounded -> {
            assertThat(rounded).isLessThanOrEqualTo(affordable);
            instrument.check(OrderRequest.limit(ANY.symbol(), Side.BUY, rounded, price));
        });
    }

    @Property
    void whole_contracts_of_an_inverse_instrument_are_worth_their_quote(
            @ForAll("amounts") BigDecimal price, @ForAll("units") BigDecimal contractValue) {
        Instrument instrument =
                ANY.toBuilder().inverse(true).contractValue(contractValue).build();

        BigDecimal worth = instrument.fromContracts(BigDecimal.TEN, price).multiply(price);

        BigDecimal quote = contractValue.multiply(BigDecimal.TEN);
        assertThat(worth).isLessThanOrEqualTo(quote);
        assertThat(quote.subtract(worth)).isLessThanOrEqualTo(quote.multiply(new BigDecimal("1E-14")));
    }

    @Property
    void rounding_is_never_more_aggressive_and_never_more_than_asked(
            @ForAll("amounts") BigDecimal wanted, @ForAll("units") BigDecimal step) {
        StepFilter filter = new StepFilter(BigDecimal.ZERO, BigDecimal.ZERO, step);
        Instrument instrument =
                ANY.toBuilder().priceFilter(filter).quantityFilter(filter).build();

        assertThat(instrument.roundPrice(wanted, Side.BUY)).isLessThanOrEqualTo(wanted);
        assertThat(instrument.roundPrice(wanted, Side.SELL)).isGreaterThanOrEqualTo(wanted);
        instrument
                .roundQuantity(wanted)
                .ifPresent(rounded -> assertThat(rounded).isLessThanOrEqualTo(wanted));
    }
}
