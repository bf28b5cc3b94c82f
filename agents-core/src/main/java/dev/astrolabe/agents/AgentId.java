package dev.astrolabe.agents;

import dev.astrolabe.exchange.error.NotSentException;
import java.util.regex.Pattern;

/**
 * The short name of an agent. It is part of every client order id, so that an order finds its owner again.
 *
 * @param code two capital letters, such as {@code TM}
 * @since 0.1
 */
public record AgentId(String code) implements Comparable<AgentId> {

    private static final Pattern FORM = Pattern.compile("[A-Z]{2}");

    /**
     * Checks the form.
     *
     * @param code two capital letters, such as {@code TM}
     */
    public AgentId {
        if (!FORM.matcher(code).matches()) {
            throw NotSentException.invalid("agent id '" + code + "' is not two capital letters, such as TM");
        }
    }

    @Override
    public int compareTo(AgentId other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
