package dev.astrolabe.exchange.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SymbolProperties {

    @Provide
    Arbitrary<Symbol> symbols() {
        Arbitrary<String> asset = Arbitraries.strings()
                .withCharRange('A', 'Z')
                .withCharRange('0', '9')
                .withCharRange('a', 'z')
                .withChars("_.$")
                .ofMinLength(1)
                .ofMaxLength(32);
        Arbitrary<LocalDate> day = Arbitraries.integers().between(0, 36_524).map(LocalDate.of(2000, 1, 1)::plusDays);
        return Arbitraries.oneOf(
                Combinators.combine(asset, asset).as(Symbol::spot),
                Combinators.combine(asset, asset, asset).as(Symbol::perpetual),
                Combinators.combine(asset, asset, asset, day).as(Symbol::future));
    }

    @Property
    void text_and_symbol_are_the_same(@ForAll("symbols") Symbol symbol) {
        Symbol read = Symbol.parse(symbol.toString());

        assertThat(read).isEqualTo(symbol).hasSameHashCodeAs(symbol).isEqualByComparingTo(symbol);
        assertThat(read.base()).isEqualTo(symbol.base());
        assertThat(read.quote()).isEqualTo(symbol.quote());
        assertThat(read.settle()).isEqualTo(symbol.settle());
        assertThat(read.expiry()).isEqualTo(symbol.expiry());
    }
}
