package dev.astrolabe.aster.model;

import dev.astrolabe.exchange.error.NotSentException;

/**
 * How one order of a strategy drives another one: once this happens to that order, this is done with the order that has the
 * link (docs: futures v3, "Place Strategy Order").
 *
 * @param drivenBy the number of the driving order in the strategy, from 1
 * @param drivenOn what must happen to it
 * @param rawDrivenOn the venue's own word for that
 * @param trigger what is then done with the order that has the link
 * @param rawTrigger the venue's own word for that
 * @since 0.1
 */
public record StrategyLink(
        int drivenBy, DrivenOn drivenOn, String rawDrivenOn, StrategyTrigger trigger, String rawTrigger) {

    /**
     * A link to send.
     *
     * @param drivenBy the number of the driving order in the strategy, from 1
     * @param drivenOn what must happen to it
     * @param trigger what is then done with the order that has the link
     * @return the link
     * @throws NotSentException if the number is below 1, or a word is UNKNOWN
     */
    public static StrategyLink of(int drivenBy, DrivenOn drivenOn, StrategyTrigger trigger) {
        if (drivenBy < 1) {
            throw NotSentException.invalid("driving order " + drivenBy + " of a strategy is below 1; nearest is 1");
        }
        if (drivenOn == DrivenOn.UNKNOWN || trigger == StrategyTrigger.UNKNOWN) {
            throw NotSentException.invalid("a strategy link with UNKNOWN cannot be sent");
        }
        return new StrategyLink(drivenBy, drivenOn, drivenOn.name(), trigger, trigger.name());
    }
}
