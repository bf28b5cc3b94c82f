package dev.astrolabe.agents.indicator;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/** Bars of any order and any shape: jumps, flat stretches, no volume, prices from 0 to a billion. */
final class BarArbitraries extends DomainContextBase {

    @Provide
    Arbitrary<Bar> bars() {
        Arbitrary<Double> prices = Arbitraries.oneOf(
                Arbitraries.doubles().between(0, 1e9).ofScale(8),
                Arbitraries.doubles().between(90, 110).ofScale(2),
                Arbitraries.of(100.0, 100.1, 1e-8));
        Arbitrary<Double> volumes = Arbitraries.oneOf(
                Arbitraries.just(0.0), Arbitraries.doubles().between(0, 1e12).ofScale(6));
        return Combinators.combine(prices, prices, prices, volumes).as(BarArbitraries::bar);
    }

    @Provide
    Arbitrary<List<Bar>> histories() {
        return bars().list().ofMinSize(40).ofMaxSize(80);
    }

    private static Bar bar(double first, double second, double third, double volume) {
        double low = Math.min(first, Math.min(second, third));
        double high = Math.max(first, Math.max(second, third));
        return new Bar(first, high, low, third, volume);
    }
}
