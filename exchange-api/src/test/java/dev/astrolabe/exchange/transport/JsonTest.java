package dev.astrolabe.exchange.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    private final Json json = new Json();

    record Amount(BigDecimal value) {}

    record Counted(long count) {}

    record Boxed(Long count, Boolean flag) {}

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.1", "0.10", "1E-7", "123456789012345678901234567890.123456789", "-0.000", "1e3"})
    void keeps_every_digit(String text) throws IOException {
        BigDecimal exact = new BigDecimal(text);

        assertThat(json.read(bytes("{\"value\":" + text + "}"), Amount.class).value())
                .isEqualTo(exact);
        assertThat(json.read(bytes("{\"value\":\"" + text + "\"}"), Amount.class)
                        .value())
                .isEqualTo(exact);
        assertThat(json.tree("{\"value\":" + text + "}").get("value").decimalValue())
                .isEqualTo(exact);
    }

    @Test
    void writes_decimals_plain() {
        assertThat(json.writeText(Map.of("p", new BigDecimal("1E-7")))).isEqualTo("{\"p\":0.0000001}");
        assertThat(json.writeText(new Amount(new BigDecimal("1E+3")))).isEqualTo("{\"value\":1000}");
    }

    @Test
    void reads_an_empty_text_for_a_number_as_absent() throws IOException {
        assertThat(json.read(bytes("{\"value\":\"\"}"), Amount.class).value()).isNull();
        assertThat(json.read(bytes("{\"count\":\"\",\"flag\":\"\"}"), Boxed.class))
                .isEqualTo(new Boxed(null, null));
        assertThat(json.read(bytes("{}"), Amount.class).value()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"count\":\"\"}",
                "{\"count\":null}",
                "{\"count\":1.5}",
                "{\"count\":true}",
                "{\"Count\":1}",
                "{\"count\":1,\"count\":2}",
                "{\"count\":1} x",
                "{\"count\":1}{}",
                "[]",
                "null",
                "",
                "<html>"
            })
    void refuses_what_is_no_count(String text) {
        assertThatThrownBy(() -> json.read(bytes(text), Counted.class)).isInstanceOf(IOException.class);
    }

    @Test
    void reads_whole_numbers_from_texts_and_ignores_what_it_does_not_know() throws IOException {
        assertThat(json.read(bytes("{\"count\":\"9007199254740993\",\"new\":{}}"), Counted.class)
                        .count())
                .isEqualTo(9007199254740993L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1E999999999", "1E-999999999", "1E251917955281", "\"1E999999999\"", "\"NaN\"", "true", "{}"})
    void refuses_what_is_no_amount(String value) {
        assertThatThrownBy(() -> json.read(bytes("{\"value\":" + value + "}"), Amount.class))
                .isInstanceOf(IOException.class);
    }

    @Test
    void refuses_a_tree_with_an_exponent_beyond_all_decimals() {
        assertThatThrownBy(() -> json.tree("{\"value\":1E251917955281}")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> json.tree(bytes("1E251917955281"))).isInstanceOf(IOException.class);
    }

    @Test
    void refuses_nesting_without_end() {
        assertThatThrownBy(() -> json.tree("[".repeat(1_000))).isInstanceOf(IOException.class);
    }

    @Test
    void reads_lists() throws IOException {
        assertThat(json.readList(bytes("[{\"count\":1},{\"count\":2}]"), Counted.class))
                .isEqualTo(List.of(new Counted(1), new Counted(2)));
        assertThatThrownBy(() -> json.readList(bytes("{\"count\":1}"), Counted.class))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> json.readList(bytes("[null]"), Counted.class)).isInstanceOf(IOException.class);
    }
}
