package dev.astrolabe.okx.standin;

import dev.astrolabe.exchange.testkit.FaultServer;
import dev.astrolabe.exchange.testkit.FaultServer.Reply;
import dev.astrolabe.exchange.testkit.faults.Fault;
import java.util.Map;

/** What OKX can answer instead of the truth. */
public enum OkxAnswer implements Fault.Answer {
    /** The service is not available. */
    STATUS_503,
    /** The page of a gateway. */
    PAGE_502,
    /** No answer of the backend in time. */
    CODE_50004,
    /** An order that took too long. */
    CODE_51149,
    /** A system error. */
    CODE_50026,
    /** A rate limit, by the status. */
    STATUS_429,
    /** A rate limit, by the code alone. */
    CODE_50011,
    /** A refusal of the order, one level down. */
    REFUSAL;

    @Override
    public Reply instead(Reply truth) {
        return switch (this) {
            case STATUS_503 ->
                new FaultServer.Text(
                        503,
                        Map.of("Retry-After", "0"),
                        error("50001", "Service temporarily unavailable. Please try again later."));
            case PAGE_502 -> FaultServer.status(502, "<html><body>Bad gateway</body></html>");
            case CODE_50004 -> FaultServer.status(400, error("50004", "API endpoint request timeout."));
            case CODE_51149 -> FaultServer.status(500, error("51149", "Order timed out. Please try again."));
            case CODE_50026 -> FaultServer.status(500, error("50026", "System error. Try again later"));
            case STATUS_429 -> FaultServer.status(429, error("50011", "Too Many Requests."));
            case CODE_50011 -> FaultServer.json(error("50011", "Rate limit reached."));
            case REFUSAL ->
                FaultServer.json(
                        "{\"code\":\"1\",\"msg\":\"All operations failed\",\"data\":[{\"ordId\":\"\",\"clOrdId\":\"\","
                                + "\"tag\":\"\",\"ts\":\"1767323045000\",\"sCode\":\"51006\","
                                + "\"sMsg\":\"Order price is not within the price limit\",\"subCode\":\"\"}]}");
        };
    }

    private static String error(String code, String message) {
        return "{\"code\":\"" + code + "\",\"msg\":\"" + message + "\",\"data\":[]}";
    }
}
