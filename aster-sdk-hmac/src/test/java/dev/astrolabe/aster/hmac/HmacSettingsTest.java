package dev.astrolabe.aster.hmac;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.astrolabe.aster.standin.Scripted;
import dev.astrolabe.exchange.Environment;
import dev.astrolabe.exchange.ExchangeClient;
import dev.astrolabe.exchange.ExchangeConfig;
import dev.astrolabe.exchange.error.NotSentException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a configuration of v1 says, and may not say. */
class HmacSettingsTest {

    private final Scripted venue = new Scripted(new HmacVersion());

    @AfterEach
    void close() {
        venue.close();
    }

    @Test
    void a_configuration_must_fit() {
        assertThatThrownBy(() -> AsterHmac.client(
                        venue.config().credential("apiKey", "k").build()))
                .isInstanceOf(NotSentException.class)
                .hasMessageContaining("[apiKey, secretKey]");
        assertThatThrownBy(() -> AsterHmac.client(
                        venue.signed().option("recWindow", "5000").build()))
                .isInstanceOf(NotSentException.class)
                .hasMessageContaining("'recWindow'")
                .hasMessageContaining("[baseUrl, recvWindow, streamUrl]");
        assertThatThrownBy(() -> AsterHmac.client(
                        venue.signed().option("recvWindow", "60001").build()))
                .isInstanceOf(NotSentException.class)
                .hasMessageContaining("60001")
                .hasMessageContaining("60000");
        assertThatThrownBy(() -> AsterHmac.client(
                        venue.signed().option("baseUrl", "ftp://somewhere").build()))
                .isInstanceOf(NotSentException.class)
                .hasMessageContaining("ftp://somewhere");
        assertThatThrownBy(() -> AsterHmac.client(ExchangeConfig.builder("asterdex")
                        .environment(Environment.PAPER)
                        .build()))
                .isInstanceOf(NotSentException.class)
                .hasMessageContaining("PAPER");
        assertThatThrownBy(() -> AsterHmac.client(ExchangeConfig.builder("okx").build()))
                .isInstanceOf(NotSentException.class)
                .hasMessageContaining("okx");
    }

    @Test
    void a_wider_window_is_sent() {
        try (ExchangeClient wide = AsterHmac.client(
                venue.signed()
                        .option("recvWindow", "60000")
                        .timeout(Duration.ofSeconds(5))
                        .build(),
                venue.clock(),
                venue.clock()::advance)) {
            venue.answer("account", aResponse().withBody("{\"assets\":[]}"));

            assertThat(wide.account().balances()).isEmpty();

            assertThat(venue.server().getAllServeEvents().get(0).getRequest().getUrl())
                    .startsWith("/fapi/v4/account?recvWindow=60000&timestamp="
                            + venue.clock().millis() + "&signature=");
        }
    }
}
