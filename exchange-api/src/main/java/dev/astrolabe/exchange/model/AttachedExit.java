package dev.astrolabe.exchange.model;

import dev.astrolabe.exchange.error.NotSentException;
import java.math.BigDecimal;

/**
 * A market exit that is placed together with its entry, by the venue, at once.
 *
 * @param triggerPrice what fires it, in quote per single coin
 * @param triggerBy which price fires it
 * @since 0.1
 */
public record AttachedExit(BigDecimal triggerPrice, TriggerBy triggerBy) {

    /**
     * Checks that the trigger is positive and the price a known one.
     *
     * @param triggerPrice what fires it, in quote per single coin
     * @param triggerBy which price fires it
     */
    public AttachedExit {
        if (triggerPrice.signum() <= 0) {
            throw NotSentException.invalid(
                    "trigger price " + triggerPrice.toPlainString() + " of an attached exit is not above 0");
        }
        if (triggerBy == TriggerBy.UNKNOWN) {
            throw NotSentException.invalid("an attached exit cannot be triggered by an unknown price");
        }
    }

    @Override
    public String toString() {
        return Fields.of("AttachedExit")
                .with("triggerPrice", triggerPrice)
                .with("triggerBy", triggerBy)
                .toString();
    }
}
