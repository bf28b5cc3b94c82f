package dev.astrolabe.exchange.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the scanner reads is what the parser reads, in every document; what it does not read, it says. */
class JsonScannerTest {

    private static final int CASES = 20_000;

    private final Json json = new Json();
    private final Names names = Names.of(Documents.names().subList(0, 9));

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static JsonScanner at(String text) {
        return new JsonScanner(bytes(text));
    }

    @Test
    void reads_what_the_parser_reads() throws IOException {
        Documents documents = new Documents(1);
        int read = 0;
        for (int i = 0; i < CASES; i++) {
            read += agrees(documents.next()) ? 1 : 0;
        }

        assertThat(read).as("documents that the scanner reads").isGreaterThan(CASES / 2);
    }

    @Test
    void never_reads_otherwise_what_was_mutilated() throws IOException {
        Documents documents = new Documents(2);
        int read = 0;
        for (int i = 0; i < 2 * CASES; i++) {
            read += agrees(documents.mutated(documents.next())) ? 1 : 0;
        }

        assertThat(read).isBetween(CASES / 10, 2 * CASES - CASES / 10);
    }

    /** Whether the scanner read it, and then the same as the parser. */
    private boolean agrees(byte[] document) throws IOException {
        String text = new String(document, StandardCharsets.UTF_8);
        JsonNode tree;
        try {
            tree = json.tree(document);
        } catch (IOException e) {
            assertThatExceptionOfType(Unusual.class).as(text).isThrownBy(() -> skipAll(document));
            return false;
        }
        try {
            JsonScanner scanner = new JsonScanner(document);
            compare(tree, scanner, text);
            scanner.end();
            skipAll(document);
            return true;
        } catch (Unusual e) {
            return false;
        }
    }

    private static void skipAll(byte[] document) throws Unusual {
        JsonScanner scanner = new JsonScanner(document);
        scanner.skip();
        scanner.end();
    }

    private void compare(JsonNode node, JsonScanner scanner, String text) throws Unusual, IOException {
        switch (node.getNodeType()) {
            case OBJECT -> compareObject(node, scanner, text);
            case ARRAY -> {
                scanner.beginArray();
                for (JsonNode element : node) {
                    assertThat(scanner.nextElement()).as(text).isTrue();
                    compare(element, scanner, text);
                }
                assertThat(scanner.nextElement()).as(text).isFalse();
            }
            case BOOLEAN -> assertThat(scanner.flag()).as(text).isEqualTo(node.booleanValue());
            case NULL -> assertThat(scanner.isNull()).as(text).isTrue();
            case NUMBER -> compareNumber(node, scanner, text);
            default -> compareText(node, scanner, text);
        }
    }

    private void compareObject(JsonNode node, JsonScanner scanner, String text) throws Unusual, IOException {
        scanner.beginObject();
        Iterator<String> fields = node.fieldNames();
        while (fields.hasNext()) {
            String field = fields.next();
            assertThat(scanner.nextMember()).as(text).isTrue();
            assertThat(scanner.member(names)).as(text).isEqualTo(known(field));
            assertThat(scanner.memberIs(bytes(field))).as(text).isTrue();
            assertThat(scanner.memberIs(bytes(field + "x"))).as(text).isFalse();
            compare(node.get(field), scanner, text);
        }
        assertThat(scanner.nextMember()).as(text).isFalse();
    }

    private static int known(String field) {
        int index = Documents.names().indexOf(field);
        return index < 9 ? index : -1;
    }

    private void compareNumber(JsonNode node, JsonScanner scanner, String text) throws Unusual {
        BigDecimal decimal = node.decimalValue();
        int from = scanner.position();
        if (node.isIntegralNumber() && decimal.precision() < 18) {
            assertThat(scanner.whole()).as(text).isEqualTo(node.longValue());
        } else if (decimal.precision() < 10 && from % 2 == 0) {
            scanner.number();
            assertThat(BigDecimal.valueOf(scanner.unscaled(), scanner.scale()))
                    .as(text)
                    .isEqualTo(decimal);
        } else {
            assertThat(scanner.decimal()).as(text).isEqualTo(decimal);
        }
    }

    private void compareText(JsonNode node, JsonScanner scanner, String text) throws Unusual, IOException {
        byte[] document = bytes(text);
        int from = scanner.position();
        try {
            BigDecimal expected =
                    json.read("{\"value\":" + node + "}", Decimal.class).value();
            JsonScanner again = new JsonScanner(document);
            again.at = from;
            assertThat(again.decimal()).as(text).isEqualTo(expected);
        } catch (IOException e) {
            JsonScanner again = new JsonScanner(document);
            again.at = from;
            assertThatExceptionOfType(Unusual.class).as(text).isThrownBy(again::decimal);
        } catch (Unusual e) {
            // The other reader takes it, this one leaves it.
        }
        assertThat(scanner.text()).as(text).isEqualTo(node.textValue());
    }

    record Decimal(BigDecimal value) {}

    @Test
    void any_bytes_end_in_a_value_or_in_unusual() {
        Random random = new Random(3);
        byte[] document = new byte[24];
        int unusual = 0;
        for (int i = 0; i < CASES; i++) {
            random.nextBytes(document);
            document[0] = (byte) "{[\"1tn".charAt(i % 6);
            try {
                skipAll(document);
            } catch (Unusual e) {
                unusual++;
            }
        }

        assertThat(unusual).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-0", "-0.00", "0.00000001", "123456789.012345678", "12345678901234567890.5", "10.0"})
    void keeps_digits_and_scale(String digits) throws Unusual {
        BigDecimal exact = new BigDecimal(digits);

        assertThat(at(digits).decimal()).isEqualTo(exact);
        assertThat(at('"' + digits + '"').decimal()).isEqualTo(exact);
    }

    @ParameterizedTest
    @ValueSource(strings = {"01", "1.", ".1", "+1", "1e3", "-", "\"1 \"", "\"abc\"", "{}", "tru", "1a", "\"1"})
    void leaves_what_is_no_plain_decimal(String value) {
        assertThatExceptionOfType(Unusual.class).isThrownBy(() -> at(value).decimal());
        assertThatExceptionOfType(Unusual.class).isThrownBy(() -> at(value).number());
        assertThatExceptionOfType(Unusual.class).isThrownBy(() -> at(value).whole());
    }

    @Test
    void leaves_numbers_too_long_for_where_they_go() throws Unusual {
        assertThat(at("999999999999999999").whole()).isEqualTo(999999999999999999L);
        assertThatExceptionOfType(Unusual.class)
                .isThrownBy(() -> at("1000000000000000000").whole());
        assertThatExceptionOfType(Unusual.class)
                .isThrownBy(() -> at("0.000000000000000001").number());
        assertThatExceptionOfType(Unusual.class)
                .isThrownBy(() -> at("1".repeat(65)).decimal());
        assertThatExceptionOfType(Unusual.class).isThrownBy(() -> at("1.0").whole());
    }

    @Test
    void an_empty_text_is_no_decimal() throws Unusual {
        assertThat(at("\"\"").decimal()).isNull();
        assertThat(at("null").decimal()).isNull();
        assertThatExceptionOfType(Unusual.class).isThrownBy(() -> at("\"\"").number());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"e\":1,\"e\":2}",
                "{\"x\":1,\"x\":2}",
                "{\"x\":{\"y\":1,\"z\":{},\"y\":2}}",
                "{\"x\":1} x",
                "{\"x\":1}{}",
                "[1,]",
                "[,1]",
                "{\"x\":1,}",
                "{,}",
                "{\"x\"}",
                "{\"x\":}",
                "[1 2]",
                "[1}",
                "",
                " "
            })
    void leaves_what_is_no_document(String text) {
        assertThatExceptionOfType(Unusual.class).isThrownBy(() -> skipAll(bytes(text)));
    }

    @Test
    void a_name_may_come_again_in_another_object() throws Unusual {
        skipAll(bytes("[{\"x\":{\"x\":{\"x\":1}},\"y\":{\"x\":1}},{\"x\":1,\"y\":2}]"));
    }

    @Test
    void leaves_nesting_that_the_parser_refuses() throws Unusual {
        skipAll(bytes("[".repeat(64) + "]".repeat(64)));
        assertThatExceptionOfType(Unusual.class).isThrownBy(() -> skipAll(bytes("[".repeat(65) + "]".repeat(65))));
    }

    @Test
    void tells_where_a_value_stands() throws Unusual {
        JsonScanner scanner = at("{ \"x\" : [1, 2] }");
        scanner.beginObject();
        assertThat(scanner.nextMember()).isTrue();
        int from = scanner.position();
        scanner.skip();

        assertThat("{ \"x\" : [1, 2] }".substring(from, scanner.position())).isEqualTo("[1, 2]");
    }

    @Test
    void reads_another_document_after_one_that_was_unusual() throws Unusual {
        JsonScanner scanner = at("{\"e\":{\"x\":[1,");
        assertThatExceptionOfType(Unusual.class).isThrownBy(scanner::skip);

        scanner.reset(bytes("{\"e\":1}"));
        scanner.skip();
        scanner.end();
    }

    @Test
    void names_find_each_of_them_and_no_other() throws Unusual {
        Random random = new Random(4);
        Set<String> words = new HashSet<>();
        while (words.size() < 2_000) {
            words.add("openOrderInitialMarginOfAll".substring(random.nextInt(12), 12 + random.nextInt(15))
                    + random.nextInt(40));
        }
        List<String> all = new ArrayList<>(words);
        Collections.shuffle(all, random);
        Names known = Names.of(all.subList(0, 64));
        for (int i = 0; i < all.size(); i++) {
            JsonScanner scanner = at("{\"" + all.get(i) + "\":1}");
            scanner.beginObject();
            assertThat(scanner.nextMember()).isTrue();

            assertThat(scanner.member(known)).as(all.get(i)).isEqualTo(i < 64 ? i : -1);
        }
    }

    @Test
    void names_refuse_what_they_cannot_tell_apart() {
        assertThatThrownBy(() -> Names.of("a", "a")).hasMessageContaining("twice");
        assertThatThrownBy(() -> Names.of("caf\u00e9")).hasMessageContaining("ASCII");
        assertThatThrownBy(() -> Names.of(Collections.nCopies(65, "a"))).hasMessageContaining("more than 64");
    }
}
