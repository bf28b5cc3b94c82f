package dev.astrolabe.okx.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.InstrumentStatus;
import dev.astrolabe.exchange.model.OrderRequest;
import dev.astrolabe.exchange.model.OrderType;
import dev.astrolabe.exchange.model.Side;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

/** Of every instrument that was seen: no order is larger than asked, and none changes on the way. */
class ContractProperties {

    @Provide
    Arbitrary<Instrument> instruments() {
        List<Instrument> all = KnownSymbols.instruments();
        return Arbitraries.of(all.stream()
                .map(each -> each.toBuilder().status(InstrumentStatus.TRADING).build())
                .toList());
    }

    private static BigDecimal price(Instrument instrument, long ticks) {
        return instrument.tickSize().multiply(BigDecimal.valueOf(ticks));
    }

    /** On the lot, and within the bounds. */
    private static BigDecimal contracts(Instrument instrument, long lots) {
        BigDecimal lot = instrument.inverse() ? instrument.lotSize() : instrument.toContracts(instrument.lotSize());
        BigDecimal min = instrument.quantityFilter().min();
        return lot.multiply(BigDecimal.valueOf(lots)).max(instrument.inverse() ? min : instrument.toContracts(min));
    }

    @Property
    void contracts_survive_the_way_to_base_units_and_back(
            @ForAll("instruments") Instrument instrument,
            @ForAll @LongRange(min = 1, max = 99_999_999_999L) long lots,
            @ForAll @LongRange(min = 1, max = 10_000_000L) long ticks) {
        BigDecimal contracts = contracts(instrument, lots);
        BigDecimal price = price(instrument, ticks);

        BigDecimal quantity = instrument.fromContracts(contracts, price);

        assertThat(instrument.toContracts(quantity, price)).isEqualByComparingTo(contracts);
    }

    @Property
    void an_order_of_whole_lots_passes_however_it_is_sized(
            @ForAll("instruments") Instrument instrument,
            @ForAll @LongRange(min = 1, max = 30_000L) long lots,
            @ForAll @LongRange(min = 1, max = 10_000_000L) long ticks) {
        BigDecimal contracts = contracts(instrument, lots);
        BigDecimal price = price(instrument, ticks);
        OrderRequest.Builder order = OrderRequest.builder(instrument.symbol(), Side.BUY, OrderType.LIMIT)
                .price(price);

        instrument.check(order.contracts(contracts).build());
        instrument.check(order.contracts(null)
                .quantity(instrument.fromContracts(contracts, price))
                .build());
    }

    @Property
    void no_order_is_larger_than_asked(
            @ForAll("instruments") Instrument instrument,
            @ForAll @LongRange(min = 1, max = 1_000_000_000L) long thousandths,
            @ForAll @LongRange(min = 1, max = 10_000_000L) long ticks) {
        BigDecimal price = price(instrument, ticks);
        BigDecimal lot = instrument.fromContracts(contracts(instrument, 1), price);
        BigDecimal wanted = lot.multiply(BigDecimal.valueOf(thousandths, 3));

        assertThat(instrument.fromContracts(instrument.toContracts(wanted, price), price))
                .isLessThanOrEqualTo(wanted);
        instrument.roundQuantity(wanted, price).ifPresent(rounded -> {
            assertThat(rounded).isLessThanOrEqualTo(wanted);
            instrument.check(OrderRequest.limit(instrument.symbol(), Side.BUY, rounded, price));
            BigDecimal oneMore = instrument
                    .toContracts(rounded, price)
                    .add(contracts(instrument, 1).min(lotOf(instrument)));
            if (instrument.quantityFilter().max().signum() == 0) {
                assertThat(instrument.fromContracts(oneMore, price).round(MathContext.DECIMAL32))
                        .isGreaterThanOrEqualTo(wanted.round(MathContext.DECIMAL32));
            }
        });
    }

    private static BigDecimal lotOf(Instrument instrument) {
        return instrument.inverse() ? instrument.lotSize() : instrument.toContracts(instrument.lotSize());
    }
}
