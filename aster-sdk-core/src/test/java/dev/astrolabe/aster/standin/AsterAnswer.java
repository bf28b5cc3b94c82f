package dev.astrolabe.aster.standin;

import dev.astrolabe.exchange.testkit.FaultServer;
import dev.astrolabe.exchange.testkit.FaultServer.Reply;
import dev.astrolabe.exchange.testkit.faults.Fault;
import java.util.Map;

/** What AsterDex can answer instead of the truth. */
public enum AsterAnswer implements Fault.Answer {
    /** That the backend did not answer in time. */
    STATUS_503,
    /** An odd answer from the message bus. */
    CODE_1006,
    /** That the backend did not answer in time. */
    CODE_1007,
    /** A rate limit. */
    STATUS_429,
    /** A refusal. */
    REFUSAL;

    @Override
    public Reply instead(Reply truth) {
        return switch (this) {
            case STATUS_503 -> FaultServer.status(503, "{\"code\":-1007,\"msg\":\"Timeout waiting for backend.\"}");
            case CODE_1006 -> FaultServer.status(400, "{\"code\":-1006,\"msg\":\"Unexpected response.\"}");
            case CODE_1007 -> FaultServer.status(400, "{\"code\":-1007,\"msg\":\"Timeout waiting for backend.\"}");
            case STATUS_429 ->
                new FaultServer.Text(
                        429, Map.of("Retry-After", "3"), "{\"code\":-1003,\"msg\":\"Too many requests.\"}");
            case REFUSAL -> FaultServer.status(400, "{\"code\":-2010,\"msg\":\"NEW_ORDER_REJECTED\"}");
        };
    }
}
