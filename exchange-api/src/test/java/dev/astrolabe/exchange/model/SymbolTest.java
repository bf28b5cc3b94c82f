package dev.astrolabe.exchange.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.astrolabe.exchange.error.NotSentException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SymbolTest {

    @Test
    void reads_a_spot_pair() {
        Symbol symbol = Symbol.parse("BTC/USDT");

        assertThat(symbol.base()).isEqualTo("BTC");
        assertThat(symbol.quote()).isEqualTo("USDT");
        assertThat(symbol.settle()).isEmpty();
        assertThat(symbol.expiry()).isEmpty();
        assertThat(symbol).isEqualTo(Symbol.spot("BTC", "USDT"));
    }

    @Test
    void reads_a_linear_and_an_inverse_perpetual() {
        assertThat(Symbol.parse("BTC/USDT:USDT")).isEqualTo(Symbol.perpetual("BTC", "USDT", "USDT"));
        assertThat(Symbol.parse("BTC/USD:BTC").settle()).isEqualTo(Optional.of("BTC"));
    }

    @Test
    void reads_a_dated_future() {
        Symbol symbol = Symbol.parse("BTC/USDT:USDT-260327");

        assertThat(symbol.expiry()).contains(LocalDate.of(2026, 3, 27));
        assertThat(symbol).isEqualTo(Symbol.future("BTC", "USDT", "USDT", LocalDate.of(2026, 3, 27)));
        assertThat(symbol).hasToString("BTC/USDT:USDT-260327");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "BTC",
                "BTCUSDT",
                "BTC-USDT",
                "/USDT",
                "BTC/",
                "BTC/USDT:",
                "BTC/USDT:USDT-",
                "BTC/USDT:USDT-26032",
                "BTC/USDT-260327",
                "BTC/USDT:USDT:USDT",
                "BTC/USDT/USDT",
                " BTC/USDT",
                "BTC/USDT ",
                "B TC/USDT"
            })
    void refuses_what_is_not_of_the_form(String text) {
        assertThatExceptionOfType(NotSentException.class)
                .isThrownBy(() -> Symbol.parse(text))
                .withMessage("symbol '" + text + "' is not of the form BASE/QUOTE, BASE/QUOTE:SETTLE or"
                        + " BASE/QUOTE:SETTLE-yyMMdd, as in BTC/USDT:USDT")
                .satisfies(refusal -> assertThat(refusal.why()).isEqualTo(NotSentException.Cause.INVALID));
    }

    @ParameterizedTest
    @ValueSource(strings = {"260230", "261301", "260100", "999999"})
    void refuses_an_expiry_that_is_no_day(String day) {
        assertThatExceptionOfType(NotSentException.class)
                .isThrownBy(() -> Symbol.parse("BTC/USDT:USDT-" + day))
                .withMessageContaining("has the expiry '" + day + "', which is no date of the form yyMMdd");
    }

    @Test
    void refuses_an_expiry_of_another_century() {
        assertThatExceptionOfType(NotSentException.class)
                .isThrownBy(() -> Symbol.future("BTC", "USDT", "USDT", LocalDate.of(2126, 3, 27)))
                .withMessageContaining("2126-03-27");
    }

    @Test
    void orders_by_its_text() {
        List<Symbol> sorted = java.util.stream.Stream.of("ETH/USDT", "BTC/USDT:USDT", "BTC/USDT")
                .map(Symbol::parse)
                .sorted()
                .toList();

        assertThat(sorted).extracting(Symbol::toString).containsExactly("BTC/USDT", "BTC/USDT:USDT", "ETH/USDT");
    }
}
