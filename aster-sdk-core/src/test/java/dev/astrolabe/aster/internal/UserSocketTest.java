package dev.astrolabe.aster.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrolabe.exchange.transport.Inbound;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an account's stream brings is told apart by its kind, wherever in the message that stands. */
class UserSocketTest {

    private final UserSocket socket = new UserSocket("ws://127.0.0.1", null);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'e':'ORDER_TRADE_UPDATE','E':1}|ORDER_TRADE_UPDATE",
                "{'E':1,'e':'ORDER_TRADE_UPDATE'}|ORDER_TRADE_UPDATE",
                "{ 'e' : 'ORDER_TRADE_UPDATE' }|ORDER_TRADE_UPDATE",
                "{'e':'ORDER_TRADE_UPDATE_2'}|ORDER_TRADE_UPDATE_2",
                "{'e':'ACCOUNT_UPDATE'}|ACCOUNT_UPDATE",
                "{'e':'listenKeyExpiredSoon'}|listenKeyExpiredSoon",
            })
    void events_are_data_of_their_kind(String message, String kind) {
        String json = message.replace('\'', '"');

        assertThat(socket.read(json)).isEqualTo(new Inbound.Data(UserSocket.CHANNEL, json));
        assertThat(UserSocket.event(json)).contains(kind);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{'e':'listenKeyExpired','E':1}", "{'E':1,'e':'listenKeyExpired'}", "{ 'e': 'listenKeyExpired' }"})
    void a_key_that_has_expired_ends_the_connection(String message) {
        assertThat(socket.read(message.replace('\'', '"'))).isEqualTo(new Inbound.Expired("listenKeyExpired"));
    }

    @Test
    void an_answer_is_no_event() {
        assertThat(socket.read("{\"result\":null,\"id\":7}")).isEqualTo(new Inbound.Done(7));
    }
}
