package dev.astrolabe.okx.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.astrolabe.exchange.error.ExchangeException;
import dev.astrolabe.exchange.error.OutcomeUnknownException;
import dev.astrolabe.exchange.error.ProtocolException;
import dev.astrolabe.exchange.error.RateLimitedException;
import dev.astrolabe.exchange.error.Reason;
import dev.astrolabe.exchange.error.RejectedException;
import dev.astrolabe.exchange.model.OrderRef;
import dev.astrolabe.exchange.model.OrderRequest;
import dev.astrolabe.exchange.model.Side;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.exchange.testkit.FaultServer;
import dev.astrolabe.exchange.testkit.FaultServer.Received;
import dev.astrolabe.exchange.testkit.FaultServer.Reply;
import dev.astrolabe.okx.model.OkxQuery;
import dev.astrolabe.okx.model.RowCoverage;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an answer means for a change, which leaves once, and for a read, which is repeated. */
class OkxProtocolTest {

    private static final Symbol BTC = Symbol.parse("BTC/USDT:USDT");
    private static final OrderRequest ORDER =
            OrderRequest.limit(BTC, Side.BUY, new BigDecimal("0.1"), new BigDecimal("64000")).toBuilder()
                    .clientOrderId("sdkA1")
                    .build();
    private static final String PLACED = "[{\"ordId\":\"1\",\"clOrdId\":\"sdkA1\",\"sCode\":\"0\",\"sMsg\":\"\"}]";

    private static Reply error(int status, String code) {
        return FaultServer.status(status, "{\"code\":\"" + code + "\",\"msg\":\"said so\",\"data\":[]}");
    }

    private static String item(String code) {
        return "{\"ordId\":\"\",\"clOrdId\":\"sdkA1\",\"sCode\":\"" + code + "\",\"sMsg\":\"said so\"}";
    }

    private static Reply enveloped(String code, String rows) {
        return FaultServer.json("{\"code\":\"" + code + "\",\"msg\":\"over it\",\"data\":[" + rows + "]}");
    }

    private static ExchangeException failure(TradeVenue venue) {
        return catchThrowableOfType(
                ExchangeException.class, () -> venue.trading().place(ORDER));
    }

    @TestFactory
    List<DynamicTest> judges_every_recorded_error_of_a_change() {
        return StreamSupport.stream(
                        RowCoverage.json("okx/synthetic/http_errors.json").spliterator(), false)
                .map(each -> DynamicTest.dynamicTest(
                        each.path("http").asText() + " " + each.path("klass").asText(), () -> {
                            String body = each.has("bodyText")
                                    ? each.path("bodyText").asText()
                                    : each.path("body").toString();
                            try (TradeVenue venue = new TradeVenue()) {
                                venue.then(FaultServer.status(each.path("http").asInt(), body));

                                checkChange(
                                        failure(venue),
                                        each.path("executed").asText(),
                                        each.path("klass").asText());
                                assertThat(venue.received()).hasSize(1);
                            }
                        }))
                .toList();
    }

    private static void checkChange(ExchangeException failure, String executed, String kind) {
        if (executed.equals("unknown")) {
            assertThat(failure).isInstanceOf(OutcomeUnknownException.class);
            assertThat(((OutcomeUnknownException) failure).order().flatMap(OrderRef::clientOrderId))
                    .contains("sdkA1");
        } else if (kind.equals("RATE_LIMIT") || kind.equals("BUSY")) {
            assertThat(failure).isInstanceOf(RateLimitedException.class);
        } else {
            assertThat(failure).isInstanceOf(RejectedException.class);
            Reason reason = ((RejectedException) failure).reason();
            switch (kind) {
                case "CLOCK" -> assertThat(reason).isEqualTo(Reason.CLOCK_SKEW);
                case "AUTH" -> assertThat(reason).isIn(Reason.AUTHENTICATION, Reason.PERMISSION);
                case "PERMISSION" -> assertThat(reason).isEqualTo(Reason.PERMISSION);
                case "BAD_SYMBOL" -> assertThat(reason).isEqualTo(Reason.UNKNOWN_SYMBOL);
                default -> assertThat(reason).isEqualTo(Reason.INVALID_REQUEST);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"503, 50001", "400, 50004", "500, 50026", "500, 51054", "500, 51149", "200, 51149", "500, 51008"})
    void leaves_open_what_became_of_a_change_that_the_venue_itself_does_not_know(int status, String code) {
        try (TradeVenue venue = new TradeVenue()) {
            venue.then(error(status, code));

            assertThat(failure(venue)).isInstanceOf(OutcomeUnknownException.class);
            assertThat(venue.received()).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"503, 50001", "400, 50004", "500, 50026", "500, 51054", "500, 51149"})
    void repeats_a_read_that_the_venue_could_not_answer(int status, String code) {
        try (TradeVenue venue = new TradeVenue()) {
            venue.then(error(status, code)).data("[]");

            assertThat(venue.orders().pending(OkxQuery.all()).items()).isEmpty();
            assertThat(venue.received()).hasSize(2);
        }
    }

    @Test
    void repeats_a_read_after_a_page_of_a_gateway_and_tells_when_it_stays() {
        Reply page = FaultServer.status(502, "<html><body>Bad gateway</body></html>");
        try (TradeVenue venue = new TradeVenue()) {
            venue.then(page).data("[]");
            assertThat(venue.orders().pending(OkxQuery.all()).items()).isEmpty();

            for (int i = 0; i < 10; i++) {
                venue.then(page);
            }
            ProtocolException failure = catchThrowableOfType(
                    ProtocolException.class, () -> venue.orders().pending(OkxQuery.all()));
            assertThat(failure).isNotNull();
        }
    }

    @ParameterizedTest
    @CsvSource({"429", "200"})
    void waits_where_the_limit_of_a_call_is_used_up_whatever_the_status(int status) {
        try (TradeVenue venue = new TradeVenue()) {
            venue.then(error(status, "50011"));

            ExchangeException failure = failure(venue);

            assertThat(failure).isInstanceOf(RateLimitedException.class);
            assertThat(((RateLimitedException) failure).retryAt()).isAfter(venue.clock.instant());
            assertThat(failure.venueError().orElseThrow().code()).isEqualTo("50011");
            assertThat(venue.received()).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"0", "1"})
    void takes_the_verdict_of_the_order_one_level_down(String code) {
        try (TradeVenue venue = new TradeVenue()) {
            venue.then(enveloped(code, item("51008")));

            ExchangeException failure = failure(venue);

            assertThat(failure).isInstanceOf(RejectedException.class);
            assertThat(((RejectedException) failure).reason()).isEqualTo(Reason.INSUFFICIENT_FUNDS);
            assertThat(failure.venueError().orElseThrow().code()).isEqualTo("51008");
            assertThat(failure.venueError().orElseThrow().message()).isEqualTo("said so");
        }
    }

    @TestFactory
    List<DynamicTest> tells_why_a_recorded_order_was_refused() {
        Map<String, Reason> reasons = Map.of(
                "51000_posside", Reason.POSITION_MODE,
                "51008", Reason.INSUFFICIENT_FUNDS,
                "51016", Reason.DUPLICATE_CLIENT_ORDER_ID,
                "51121", Reason.FILTER);
        return reasons.entrySet().stream()
                .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> {
                    String file = "okx/synthetic/rest_trade_order_rejected_" + each.getKey() + ".json";
                    try (TradeVenue venue = new TradeVenue()) {
                        venue.then(FaultServer.json(RowCoverage.json(file).toString()));

                        ExchangeException failure = failure(venue);

                        assertThat(failure).isInstanceOf(RejectedException.class);
                        assertThat(((RejectedException) failure).reason()).isEqualTo(each.getValue());
                    }
                }))
                .toList();
    }

    @Test
    void knows_nothing_where_the_verdicts_contradict_each_other_or_are_not_there() {
        for (Reply reply : List.of(
                enveloped("1", item("0")), enveloped("2", ""), FaultServer.json("{}"), FaultServer.json("[]"))) {
            try (TradeVenue venue = new TradeVenue()) {
                venue.then(reply);

                assertThat(failure(venue)).as(reply.toString()).isInstanceOf(OutcomeUnknownException.class);
            }
        }
    }

    @Test
    void waits_for_a_change_whose_order_tells_a_limit_or_a_doubt() {
        try (TradeVenue venue = new TradeVenue()) {
            venue.then(enveloped("1", item("50061")));
            assertThat(failure(venue)).isInstanceOf(RateLimitedException.class);
        }
        try (TradeVenue venue = new TradeVenue()) {
            venue.then(enveloped("1", item("51149")));
            assertThat(failure(venue)).isInstanceOf(OutcomeUnknownException.class);
        }
    }

    @ParameterizedTest
    @CsvSource({"50102", "50112"})
    void reads_the_clock_again_where_the_time_was_wrong_and_signs_a_read_anew(String code) {
        try (TradeVenue venue = new TradeVenue()) {
            venue.then(error(401, code)).data("[]");

            assertThat(venue.orders().pending(OkxQuery.all()).items()).isEmpty();

            long times = venue.server.received().stream()
                    .filter(request -> request.target().equals("/api/v5/public/time"))
                    .count();
            assertThat(times).isGreaterThan(1);
            assertThat(venue.received()).hasSize(2);
        }
    }

    @Test
    void says_that_it_is_demo_on_public_calls_too_and_when_an_order_expires() {
        try (TradeVenue venue = new TradeVenue()) {
            venue.data(PLACED).data(PLACED);

            venue.trading().place(ORDER);
            venue.orders().cancel(OrderRef.ofClientOrderId(BTC, "sdkA1"));

            assertThat(venue.server.received())
                    .allSatisfy(request -> assertThat(request.headers()).containsEntry("x-simulated-trading", "1"));
            Map<String, String> placing = venue.received().get(0).headers();
            long end = Long.parseLong(placing.get("expTime"));
            assertThat(end)
                    .isEqualTo(venue.clock.instant().plus(Duration.ofSeconds(5)).toEpochMilli());
            assertThat(placing.get("Content-Type")).startsWith("application/json");
            assertThat(venue.received().get(1).headers()).doesNotContainKey("expTime");
        }
    }

    @Test
    void signs_the_body_and_the_path_as_they_are_sent() {
        try (TradeVenue venue = new TradeVenue()) {
            venue.data(PLACED).data("[]");
            OkxSigner signer = java.util.Objects.requireNonNull(OkxSigner.of(venue.context.config()));

            venue.trading().place(ORDER);
            venue.orders().pending(OkxQuery.of("BTC-USDT-SWAP").with("ordType", List.of("limit", "post_only")));

            for (Received request : venue.received()) {
                Map<String, String> headers = request.headers();
                String text = headers.get("OK-ACCESS-TIMESTAMP") + request.method() + request.target() + request.body();
                assertThat(headers.get("OK-ACCESS-SIGN")).isEqualTo(signer.signature(text));
                assertThat(headers)
                        .containsEntry("OK-ACCESS-KEY", "key")
                        .containsEntry("OK-ACCESS-PASSPHRASE", "words");
            }
            assertThat(venue.received().get(1).target()).contains("ordType=limit%2Cpost_only");
            signer.close();
        }
    }

    @Test
    void proves_nothing_to_public_calls() {
        try (TradeVenue venue = new TradeVenue()) {
            venue.instruments.all();

            assertThat(venue.server.received())
                    .isNotEmpty()
                    .allSatisfy(request -> assertThat(request.headers()).doesNotContainKey("OK-ACCESS-KEY"));
        }
    }
}
