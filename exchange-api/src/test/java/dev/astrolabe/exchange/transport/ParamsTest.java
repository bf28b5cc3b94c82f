package dev.astrolabe.exchange.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParamsTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "abcXYZ019-_.~, abcXYZ019-_.~",
                "`a b`, a%20b",
                "a+b, a%2Bb",
                "a*b, a%2Ab",
                "!'(), %21%27%28%29",
                "`[{\"x\":\"1\"},{}]`, %5B%7B%22x%22%3A%221%22%7D%2C%7B%7D%5D",
                "a&b=c/d?e#f%, a%26b%3Dc%2Fd%3Fe%23f%25",
                "ä€, %C3%A4%E2%82%AC",
                "😀, %F0%9F%98%80",
                "``, ``"
            })
    void encodes_everything_but_unreserved_characters(String text, String encoded) {
        assertThat(Params.encode(text)).isEqualTo(encoded);
        assertThat(Params.create().add(text + "n", text).encoded()).isEqualTo(encoded + "n=" + encoded);
    }

    /** The plain way: octet by octet. */
    private static String plain(String text) {
        String unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~";
        StringBuilder encoded = new StringBuilder();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = octet > 0 && unreserved.indexOf(octet) >= 0;
            encoded.append(plain ? String.valueOf((char) octet) : String.format("%%%02X", octet));
        }
        return encoded.toString();
    }

    @Test
    void ten_thousand_texts_are_encoded_as_octet_by_octet() {
        Random random = new Random(20260815);
        for (int i = 0; i < 10_000; i++) {
            int highest = i % 3 == 0 ? 0x10000 : i % 3 == 1 ? 0x80 : 'z' + 1;
            String text = random.ints(random.nextInt(12), i % 3 == 2 ? 'a' : 0, highest)
                    .collect(StringBuilder::new, (letters, letter) -> letters.append((char) letter), (a, b) -> {})
                    .toString();

            assertThat(Params.encode(text)).isEqualTo(plain(text));
            assertThat(Params.create().add("a" + text, text).encoded())
                    .isEqualTo("a" + plain(text) + "=" + plain(text));
        }
    }

    @Test
    void leaves_out_a_name_and_keeps_the_others_as_they_were() {
        Params params = Params.create().add("a", 1).add("b", true).add("c", "x");

        assertThat(params.without("b")).isEqualTo(Params.create().add("a", 1).add("c", "x"));
        assertThat(params.without("b").names()).containsExactly("a", "c");
        assertThat(params.without("d")).isEqualTo(params);
        assertThat(params.names()).containsExactly("a", "b", "c");
        assertThat(params.without("a").add("a", 2).encoded()).isEqualTo("b=true&c=x&a=2");
    }

    @Test
    void keeps_the_order_and_writes_plain_text() {
        Params params = Params.create()
                .add("symbol", "BTCUSDT")
                .add("limit", 5)
                .add("price", new BigDecimal("1E-7"))
                .add("quantity", new BigDecimal("1E+3"))
                .add("flag", true)
                .addIfPresent("stop", Optional.of(new BigDecimal("0.10")))
                .addIfPresent("count", Optional.of(3))
                .addIfPresent("absent", Optional.empty());

        assertThat(params.encoded())
                .isEqualTo("symbol=BTCUSDT&limit=5&price=0.0000001&quantity=1000&flag=true&stop=0.10&count=3");
        assertThat(params.names()).containsExactly("symbol", "limit", "price", "quantity", "flag", "stop", "count");
        assertThat(params.get("stop")).contains("0.10");
        assertThat(params.get("absent")).isEmpty();
    }

    @Test
    void refuses_a_name_that_is_there_already() {
        Params params = Params.create().add("symbol", "A");

        assertThatThrownBy(() -> params.add("symbol", "B"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("symbol");
    }

    @Test
    void refuses_a_binary_fraction() {
        assertThatThrownBy(() -> Params.create().addIfPresent("price", Optional.of(0.1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Double");
    }

    @Test
    void does_not_change_when_something_is_added() {
        Params first = Params.create().add("a", "1");

        Params second = first.add("b", "2");

        assertThat(first.encoded()).isEqualTo("a=1");
        assertThat(second.encoded()).isEqualTo("a=1&b=2");
    }

    @Test
    void writes_json_with_types_and_nesting() {
        Params exit = Params.create().add("slTriggerPx", new BigDecimal("1E+2"));
        Params order = Params.create()
                .add("instId", "BTC-USDT")
                .add("reduceOnly", true)
                .add("code", 7)
                .add("attachAlgoOrds", List.of(exit));

        assertThat(new Json().writeText(order))
                .isEqualTo("{\"instId\":\"BTC-USDT\",\"reduceOnly\":true,\"code\":7,"
                        + "\"attachAlgoOrds\":[{\"slTriggerPx\":\"100\"}]}");
        assertThat(new Json().writeText(Params.array(List.of(exit, exit))))
                .isEqualTo("[{\"slTriggerPx\":\"100\"},{\"slTriggerPx\":\"100\"}]");
    }

    @Test
    void refuses_to_send_a_list_as_a_form() {
        assertThatThrownBy(() -> Params.array(List.of()).encoded()).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> Params.create().add("list", List.of()).encoded())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("list");
    }

    @Test
    void shows_no_value() {
        assertThat(Params.create().add("listenKey", "canary")).hasToString("Params[listenKey]");
    }
}
