package dev.astrolabe.aster.model;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Something that orders have to keep, in the venue's own units (docs: futures, "Filters").
 *
 * @param type such as PRICE_FILTER
 * @param values its bounds by the venue's names, such as {@code tickSize}
 * @since 0.1
 */
public record ListingFilter(String type, Map<String, BigDecimal> values) {
    /**
     * Copies the bounds, in their order.
     *
     * @param type such as PRICE_FILTER
     * @param values its bounds by the venue's names, such as {@code tickSize}
     */
    public ListingFilter {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /**
     * One of the bounds.
     *
     * @param name the venue's name of it
     * @return its value; empty where this filter has none of that name
     */
    public Optional<BigDecimal> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    @Override
    public String toString() {
        return Fields.of(this);
    }
}
