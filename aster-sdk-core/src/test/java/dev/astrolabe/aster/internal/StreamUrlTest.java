package dev.astrolabe.aster.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.astrolabe.exchange.Environment;
import dev.astrolabe.exchange.ExchangeConfig;
import dev.astrolabe.exchange.error.NotSentException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where streams are. */
class StreamUrlTest {

    private static ExchangeConfig.Builder config() {
        return ExchangeConfig.builder("asterdex");
    }

    @Test
    void each_environment_has_its_host() {
        assertThat(AsterSettings.streamUrl(
                        config().environment(Environment.LIVE).build()))
                .isEqualTo("wss://fstream.asterdex.com");
        assertThat(AsterSettings.streamUrl(
                        config().environment(Environment.DEMO).build()))
                .isEqualTo("wss://fstream.asterdex-testnet.com");
        assertThatThrownBy(() -> AsterSettings.streamUrl(
                        config().environment(Environment.PAPER).build()))
                .isInstanceOf(NotSentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "wss://fstream5.asterdex.com, wss://fstream5.asterdex.com",
        "wss://fstream.asterdex.com:443/, wss://fstream.asterdex.com:443",
        "ws://127.0.0.1:8080, ws://127.0.0.1:8080"
    })
    void an_option_replaces_it(String option, String url) {
        ExchangeConfig config =
                config().option(AsterSettings.STREAM_URL, option).build();

        AsterSettings.check(config, Set.of());

        assertThat(AsterSettings.streamUrl(config)).isEqualTo(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://fstream.asterdex.com",
                "wss://fstream.asterdex.com/ws",
                "wss://user@fstream.asterdex.com",
                "wss://fstream.asterdex.com?streams=a",
                "fstream.asterdex.com",
                "wss://",
                "wss://a b"
            })
    void what_is_not_scheme_and_host_is_refused(String option) {
        assertThatThrownBy(() -> AsterSettings.streamUrl(
                        config().option(AsterSettings.STREAM_URL, option).build()))
                .isInstanceOf(NotSentException.class)
                .hasMessage(
                        "option streamUrl '" + option + "' is not scheme and host, such as wss://fstream.asterdex.com");
    }

    @Test
    void the_hosts_of_rest_and_of_streams_have_their_own_schemes() {
        assertThatThrownBy(
                        () -> AsterSettings.baseUrl(config().option(AsterSettings.BASE_URL, "wss://fapi.asterdex.com")
                                .build()))
                .isInstanceOf(NotSentException.class);
    }
}
