package dev.astrolabe.aster.internal;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.github.tomakehurst.wiremock.http.Request;
import dev.astrolabe.aster.AsterClient;
import dev.astrolabe.aster.standin.Family;
import dev.astrolabe.aster.standin.Scripted;
import dev.astrolabe.exchange.ExchangeClient;
import dev.astrolabe.exchange.error.UnsupportedOperationOnExchangeException;
import dev.astrolabe.exchange.transport.Access;
import dev.astrolabe.exchange.transport.Cost;
import dev.astrolabe.exchange.transport.Endpoint;
import dev.astrolabe.exchange.transport.Params;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Verb, path, parameters, proof and weight of every native call of both versions. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NativeWireTest {

    /** A server and a client of one version. */
    private record Venue(Scripted server, ExchangeClient client) implements AutoCloseable {

        static Venue of(Family family) {
            Scripted server = new Scripted(new FakeVersion(family));
            ExchangeClient client = server.client();
            client.instruments().all();
            return new Venue(server, client);
        }

        /** Requests but for those that set the clock, which signed calls make where it is due. */
        int requests() {
            int ofClock = server.server()
                    .findAll(getRequestedFor(urlPathEqualTo(server.path("time"))))
                    .size();
            return server.requests() - ofClock;
        }

        @Override
        public void close() {
            client.close();
            server.close();
        }
    }

    private final Map<Family, Venue> venues =
            Stream.of(Family.values()).collect(Collectors.toMap(family -> family, Venue::of));

    @AfterAll
    void close() {
        venues.values().forEach(Venue::close);
    }

    static Stream<Arguments> calls() {
        return Stream.of(Family.values())
                .flatMap(family -> NativeCalls.all()
                        .filter(call -> family == Family.V3 || !call.onlyInV3())
                        .map(call -> arguments(family, call)));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void a_call_is_one_request_as_the_venue_wants_it(Family family, NativeCall call) {
        Venue venue = venues.get(family);
        venue.server().server().stubFor(any(urlPathEqualTo(call.path(family))).willReturn(okJson(call.answer())));
        int before = venue.requests();

        Object result = call.call().apply(venue.client().unwrap(AsterClient.class));

        assertThat(result).isNotNull();
        assertThat(venue.requests()).isEqualTo(before + 1);
        Request request = venue.server().server().getAllServeEvents().get(0).getRequest();
        assertThat(request.getMethod() + " " + text(request))
                .isEqualTo(call.verb() + " " + call.path(family) + " " + expected(call, call.access(family)));
        assertThat(request.containsHeader(FakeVersion.KEY_HEADER)).isEqualTo(call.access(family) != Access.PUBLIC);
        assertThat(weight(family, call)).isEqualTo(call.weight(family));
    }

    private static String text(Request request) {
        String url = request.getUrl();
        return url.contains("?") ? url.replace('?', ' ') : url + " " + request.getBodyAsString();
    }

    private static String expected(NativeCall call, Access access) {
        if (access != Access.SIGNED) {
            return call.text();
        }
        return call.text().isEmpty() ? FakeVersion.PROOF : call.text() + "&" + FakeVersion.PROOF;
    }

    private static int weight(Family family, NativeCall call) {
        Endpoint<?> endpoint = Descriptors.of(PathFamily.valueOf(family.name()), call.verb() + " " + call.path(family));
        Params params = Params.create();
        for (String pair : call.text().split("&", -1)) {
            if (!pair.isEmpty()) {
                params = params.add(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
            }
        }
        return endpoint.costs(params).stream()
                .filter(cost -> cost.bucket().equals(Endpoint.WEIGHT))
                .mapToInt(Cost::amount)
                .sum();
    }

    static Stream<NativeCall> callsOfV3() {
        return NativeCalls.all().filter(NativeCall::onlyInV3);
    }

    @ParameterizedTest
    @MethodSource("callsOfV3")
    void what_only_v3_has_is_refused_on_v1_before_any_request(NativeCall call) {
        try (Scripted server = new Scripted(new FakeVersion(Family.V1));
                ExchangeClient client = server.client()) {
            assertThatThrownBy(() -> call.call().apply(client.unwrap(AsterClient.class)))
                    .isInstanceOf(UnsupportedOperationOnExchangeException.class)
                    .hasMessageContaining("v1");

            assertThat(server.requests()).isZero();
        }
    }

    @Test
    void every_descriptor_of_these_groups_is_called() {
        for (Family family : Family.values()) {
            PathFamily paths = PathFamily.valueOf(family.name());
            Set<String> called = NativeCalls.all()
                    .map(call -> call.verb() + " " + call.path(family))
                    .collect(Collectors.toCollection(TreeSet::new));
            // These two answer whatever else the client does.
            called.add("GET " + family.path("time"));
            called.add("GET " + family.path("exchangeInfo"));
            AsterEndpoints endpoints = new AsterEndpoints(paths);

            assertThat(called)
                    .containsAll(Descriptors.in(
                            endpoints.market, endpoints.account, endpoints.settings, endpoints.listenKeys));
        }
    }
}
