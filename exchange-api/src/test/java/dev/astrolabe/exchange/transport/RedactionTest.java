package dev.astrolabe.exchange.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.testkit.FaultServer;
import dev.astrolabe.exchange.testkit.FaultServer.Fault;
import dev.astrolabe.exchange.testkit.LogCapture;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No secret in a log at any level, nor in an exception with its causes. */
class RedactionTest {

    private static final Params PARAMS =
            Params.create().add("symbol", "BTCUSDT").add("listenKey", "canary-listen-key");

    @ParameterizedTest
    @ValueSource(strings = {"good", "refused", "dropped", "unreadable", "limited"})
    void keeps_secrets_out_of_logs_and_exceptions(String behaviour) {
        List<String> seen = new ArrayList<>();

        try (ClientFixture fixture =
                new ClientFixture(request -> request.target().equals("/v1/time")
                        ? FaultServer.json("{\"serverTime\":1772366400000}")
                        : switch (behaviour) {
                            case "good" -> FaultServer.json("{\"orderId\":1}");
                            case "refused" -> FaultServer.status(400, "{\"code\":-1022,\"msg\":\"no\"}");
                            case "dropped" -> Fault.DROP;
                            case "unreadable" -> FaultServer.json("<html>");
                            default -> FaultServer.status(429, "");
                        })) {
            seen.addAll(LogCapture.record("", () -> {
                for (Endpoint<?> endpoint : List.of(PlainVenue.READ, PlainVenue.PLACE)) {
                    Throwable thrown =
                            catchThrowable(() -> fixture.client.call(endpoint.access(Access.SIGNED), PARAMS));
                    seen.add(thrown == null ? "" : withCauses(thrown));
                }
            }));
        }

        assertThat(seen).anyMatch(line -> line.startsWith("DEBUG")).anyMatch(line -> line.startsWith("TRACE"));
        assertThat(seen)
                .anyMatch(line -> line.contains("symbol=BTCUSDT"))
                .anyMatch(line -> line.contains("listenKey=***"));
        assertThat(seen).noneMatch(line -> line.contains("canary"));
    }

    private static String withCauses(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    @Test
    void shows_verb_and_path_of_a_request_only() {
        WireRequest request = WireRequest.of(HttpMethod.POST, "https://host.example/v1/order?signature=canary")
                .header("X-KEY", "canary")
                .form("signature=canary");

        assertThat(request).hasToString("POST /v1/order");
    }

    @Test
    void does_not_show_a_header_value_that_cannot_be_sent() {
        WireRequest request = WireRequest.of(HttpMethod.GET, "https://host.example/");

        assertThatThrownBy(() -> request.header("X-KEY", "canary\n"))
                .isInstanceOf(NotSentException.class)
                .hasMessageContaining("X-KEY")
                .hasMessageNotContaining("canary");
    }
}
