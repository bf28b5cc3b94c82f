package dev.astrolabe.okx.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.astrolabe.exchange.ExchangeConfig;
import dev.astrolabe.exchange.testkit.Fixtures;
import dev.astrolabe.exchange.transport.Json;
import dev.astrolabe.exchange.transport.Judgement;
import dev.astrolabe.exchange.transport.WireResponse;
import dev.astrolabe.okx.Okx;
import dev.astrolabe.okx.model.OkxRow;
import dev.astrolabe.okx.model.RowCoverage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every recorded answer goes through the endpoint that it is of. */
class PayloadsTest {

    private static final OkxProtocol PROTOCOL = new OkxProtocol(
            OkxSettings.of(
                    ExchangeConfig.builder("okx").option(Okx.REGION, "global").build()),
            null);

    static Stream<Arguments> payloads() {
        return RowCoverage.json("okx/index.json").path("files").findParents("endpoint").stream()
                .filter(file -> file.path("kind").asText().equals("rest-response"))
                .filter(file -> file.path("endpoint").asText().matches("(GET|POST) /api/v5/.*"))
                .map(file -> Arguments.of(
                        file.path("file").asText(),
                        file.path("endpoint").asText().replaceAll("\\?.*", "")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("payloads")
    void is_read_as_rows_or_judged_as_a_refusal(String file, String endpoint) throws IOException {
        Operation<?> operation = Operations.ALL.stream()
                .filter(each -> each.endpoint().id().equals(endpoint))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no " + endpoint));
        byte[] body = Fixtures.payloads().text("okx/" + file).getBytes(StandardCharsets.UTF_8);
        JsonNode data = RowCoverage.json("okx/" + file).path("data");

        Judgement judgement = PROTOCOL.judge(operation.endpoint(), new WireResponse(200, Map.of(), body));

        if (!(judgement instanceof Judgement.Success)) {
            assertThat(judgement).isNotInstanceOf(Judgement.Unreadable.class);
            return;
        }
        Object read = operation.endpoint().parser().parse(new Json(), body);
        if (read instanceof Collection<?> rows) {
            assertThat(rows)
                    .hasSize(endpoint.endsWith("underlying") ? data.path(0).size() : data.size());
        } else if (read instanceof OkxRow row) {
            assertThat(row.fields().names()).isNotEmpty();
        }
    }
}
