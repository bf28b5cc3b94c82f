package dev.astrolabe.agents.session;

import dev.astrolabe.agents.AgentId;
import dev.astrolabe.exchange.error.NotSentException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Client order ids that say whose an order is and what for: {@code AS} + session (8) + agent (2) + purpose (1) + number, in
 * capital letters and digits, at most 32 of them, which every exchange takes.
 */
final class OrderCodes {

    private static final Pattern SESSION = Pattern.compile("[A-Z0-9]{8}");
    private static final Pattern CODE = Pattern.compile("AS([A-Z0-9]{8})([A-Z]{2})([ESTX])([A-Z0-9]{1,13})");
    private static final int RADIX = 36;

    private final String prefix;
    private long last;

    OrderCodes(String session, AgentId agent) {
        checkSession(session);
        this.prefix = "AS" + session + agent.code();
    }

    static void checkSession(String session) {
        if (!SESSION.matcher(session).matches()) {
            throw NotSentException.invalid("session id '" + session + "' is not 8 capital letters or digits");
        }
    }

    String next(OrderPurpose purpose) {
        return prefix + purpose.letter() + Long.toString(++last, RADIX).toUpperCase(Locale.ROOT);
    }

    static Optional<AgentId> owner(String clientOrderId) {
        Matcher code = CODE.matcher(clientOrderId);
        return code.matches() ? Optional.of(new AgentId(code.group(2))) : Optional.empty();
    }
}
