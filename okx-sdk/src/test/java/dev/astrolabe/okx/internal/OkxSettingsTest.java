package dev.astrolabe.okx.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.astrolabe.exchange.Environment;
import dev.astrolabe.exchange.ExchangeConfig;
import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.model.MarginMode;
import dev.astrolabe.okx.Okx;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OkxSettingsTest {

    private static ExchangeConfig.Builder config(String region) {
        return ExchangeConfig.builder("okx").option(Okx.REGION, region);
    }

    @ParameterizedTest
    @CsvSource({
        "global, https://openapi.okx.com, wss://ws.okx.com, wss://wspap.okx.com",
        "EEA, https://eea.okx.com, wss://wseea.okx.com, wss://wseeapap.okx.com",
        "us, https://us.okx.com, wss://wsus.okx.com, wss://wsuspap.okx.com",
        "tr, https://tr.okx.com, '', ''"
    })
    void knows_the_hosts_of_each_region(String region, String rest, String live, String demo) {
        OkxSettings ofLive = OkxSettings.of(config(region).build());
        OkxSettings ofDemo =
                OkxSettings.of(config(region).environment(Environment.DEMO).build());

        assertThat(ofLive.baseUrl()).isEqualTo(rest);
        assertThat(ofLive.streamUrl()).isEqualTo(live);
        assertThat(ofLive.isDemo()).isFalse();
        assertThat(ofDemo.baseUrl()).isEqualTo(rest);
        assertThat(ofDemo.streamUrl()).isEqualTo(demo);
        assertThat(ofDemo.isDemo()).isTrue();
    }

    @Test
    void never_guesses_where_the_account_is_registered() {
        assertThatThrownBy(() -> OkxSettings.of(ExchangeConfig.builder("okx").build()))
                .isInstanceOf(NotSentException.class)
                .hasMessageContaining("region")
                .hasMessageContaining("global")
                .hasMessageContaining("eea")
                .hasMessageContaining("us")
                .hasMessageContaining("tr");
        assertThatThrownBy(() -> OkxSettings.of(config("mars").build())).hasMessageContaining("'mars'");
    }

    @Test
    void is_cross_and_expires_after_five_seconds_unless_told_otherwise() {
        OkxSettings usual = OkxSettings.of(config("global").build());
        OkxSettings told = OkxSettings.of(config("global")
                .option(Okx.MARGIN_MODE, "isolated")
                .option(Okx.ORDER_EXPIRY, "60000")
                .option(Okx.BASE_URL, "http://127.0.0.1:8080")
                .option(Okx.STREAM_URL, "ws://127.0.0.1:8081")
                .build());

        assertThat(usual.marginMode()).isEqualTo(MarginMode.CROSS);
        assertThat(usual.orderExpiry()).isEqualTo(Duration.ofSeconds(5));
        assertThat(told.marginMode()).isEqualTo(MarginMode.ISOLATED);
        assertThat(told.orderExpiry()).isEqualTo(Duration.ofMinutes(1));
        assertThat(told.baseUrl()).isEqualTo("http://127.0.0.1:8080");
        assertThat(told.streamUrl()).isEqualTo("ws://127.0.0.1:8081");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "60001", "-1", "1.5", "soon", "", "999999"})
    void refuses_an_expiry_that_is_out_of_range(String millis) {
        assertThatThrownBy(() -> OkxSettings.of(
                        config("global").option(Okx.ORDER_EXPIRY, millis).build()))
                .isInstanceOf(NotSentException.class)
                .hasMessageContaining("'" + millis + "'")
                .hasMessageContaining("1 to 60000");
    }

    @Test
    void refuses_what_it_does_not_know() {
        assertThatThrownBy(() -> OkxSettings.of(
                        config("global").option(Okx.MARGIN_MODE, "portfolio").build()))
                .hasMessageContaining("'portfolio'");
        assertThatThrownBy(() ->
                        OkxSettings.of(config("global").option("colour", "red").build()))
                .hasMessageContaining("'colour'")
                .hasMessageContaining("orderExpiry");
        assertThatThrownBy(() -> OkxSettings.of(
                        config("global").environment(Environment.PAPER).build()))
                .hasMessageContaining("PAPER");
        assertThatThrownBy(() -> OkxSettings.of(ExchangeConfig.builder("asterdex")
                        .option(Okx.REGION, "global")
                        .build()))
                .hasMessageContaining("asterdex");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://openapi.okx.com/api", "ftp://host", "not a host"})
    void refuses_a_host_that_is_more_or_less(String url) {
        assertThatThrownBy(() -> OkxSettings.of(
                        config("global").option(Okx.BASE_URL, url).build()))
                .isInstanceOf(NotSentException.class)
                .hasMessageContaining("baseUrl");
    }
}
