package dev.astrolabe.aster.model;

/**
 * What became of one order of a change (docs: futures v3, "Update Strategy Order").
 *
 * @param strategy the strategy, with the failure where there was one
 * @param subId the number of the order that was to change
 * @param rawStatus the venue's word for the outcome; its example is {@code SUCCESS}
 * @since 0.1
 */
public record StrategyUpdate(StrategyAck strategy, int subId, String rawStatus) {}
