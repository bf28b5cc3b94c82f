package dev.astrolabe.benchmarks;

import java.util.List;

/**
 * What a suite measured.
 *
 * @param suite its name
 * @param machine where and when
 * @param comparisons what was compared
 * @since 0.1
 */
public record SuiteResult(String suite, Machine machine, List<Comparison> comparisons) {
    /**
     * Copies the list.
     *
     * @param suite its name
     * @param machine where and when
     * @param comparisons what was compared
     */
    public SuiteResult {
        comparisons = List.copyOf(comparisons);
    }
}
