/**
 * Streaming indicators over closed bars: fed one at a time, in {@code double}, deterministic, seeded as in TA-Lib.
 *
 * <p>This is the only place in the project where prices are not exact decimals: an indicator is a statistic that
 * informs a decision, never an amount that is sent to a venue. Every class states where it departs from TA-Lib and
 * from ta4j.
 */
@NullMarked
package dev.astrolabe.agents.indicator;

import org.jspecify.annotations.NullMarked;
