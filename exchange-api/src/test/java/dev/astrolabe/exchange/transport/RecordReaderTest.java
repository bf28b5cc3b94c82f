package dev.astrolabe.exchange.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With the fast reader or without it, the same documents become the same records, and the same ones are refused. */
class RecordReaderTest {

    private static final int CASES = 20_000;

    private static final List<Class<? extends Record>> TYPES =
            List.of(Loose.class, Loose2.class, Strict.class, Counted.class);

    private final Json fast = new Json();
    private final Json plain = new Json(false);

    /** Named as the members of {@link Documents}. */
    record Loose(
            @Nullable Long e,
            @Nullable BigDecimal E,
            @Nullable String s,
            @Nullable Integer orderId,
            @Nullable String symbol,
            @Nullable Loose2 positionInitialMargin,
            @Nullable List<Loose2> openOrderInitialMargin,
            @Nullable Boolean maintMargin) {}

    record Loose2(
            @Nullable BigDecimal e,
            @Nullable List<BigDecimal> E,
            @Nullable List<List<BigDecimal>> s,
            @Nullable List<String> orderId) {}

    record Strict(long e, BigDecimal E, @Nullable String s, boolean maintMargin) {}

    record Renamed(@JsonProperty("q") BigDecimal quantity) {}

    record Counted(int orderId, BigDecimal symbol) {}

    /** With what only the mapper reads. */
    record Mapped(Map<String, String> map) {}

    record Whole(
            @Nullable Strict nested,
            @Nullable List<Strict> rows,
            @Nullable Checked checked) {}

    record Checked(long count) {
        Checked {
            if (count < 0) {
                throw new IllegalArgumentException("below 0");
            }
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** What reading gives, or that it is refused. */
    private static Object outcome(Callable<?> reading) throws Exception {
        try {
            return reading.call();
        } catch (IOException e) {
            return "refused";
        }
    }

    private <R extends Record> int agree(byte[] document, Class<R> type) throws Exception {
        Object expected = outcome(() -> plain.read(document, type));
        Object expectedComplete = outcome(() -> plain.readComplete(document, type));
        Object read = outcome(() -> fast.read(document, type));
        Object complete = outcome(() -> fast.readComplete(document, type));
        if (!expected.equals(read) || !expectedComplete.equals(complete)) {
            assertThat(List.of(read, complete))
                    .as(new String(document, StandardCharsets.UTF_8))
                    .isEqualTo(List.of(expected, expectedComplete));
        }
        return expected.equals("refused") ? 0 : 1;
    }

    @Test
    void reads_the_records_that_the_mapper_reads() throws Exception {
        Documents documents = new Documents(11);
        int read = 0;
        for (int i = 0; i < CASES; i++) {
            byte[] document = documents.nextObject();
            document = i % 3 == 0 ? documents.mutated(document) : document;
            read += agree(document, TYPES.get(i % TYPES.size()));
        }

        assertThat(read).isBetween(CASES / 20, CASES - CASES / 20);
    }

    @Test
    void reads_the_lists_that_the_mapper_reads() throws Exception {
        Documents documents = new Documents(12);
        int read = 0;
        for (int i = 0; i < CASES / 8; i++) {
            byte[] document = bytes("[" + new String(documents.nextObject(), StandardCharsets.UTF_8) + ","
                    + new String(documents.nextObject(), StandardCharsets.UTF_8) + "]");
            Object expected = outcome(() -> plain.readList(document, Loose.class));
            assertThat(outcome(() -> fast.readList(document, Loose.class))).isEqualTo(expected);
            assertThat(outcome(() -> fast.readCompleteList(document, Strict.class)))
                    .isEqualTo(outcome(() -> plain.readCompleteList(document, Strict.class)));
            read += expected instanceof List ? 1 : 0;
        }

        assertThat(read).isPositive();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"e\":1}|a Strict without E",
                "{\"e\":1,\"E\":\"\"}|a Strict without E",
            })
    void names_what_is_missing(String text, String message) {
        String row = text.substring(0, text.length() - 1) + ",\"maintMargin\":true}";

        assertThatThrownBy(() -> fast.readComplete(row, Strict.class)).hasMessage(message);
        assertThatThrownBy(() -> fast.readComplete("{\"nested\":" + row + "}", Whole.class))
                .hasMessage(message);
        assertThatThrownBy(() -> fast.readComplete(bytes("{\"rows\":[" + row + "]}"), Whole.class))
                .hasMessage(message);
        assertThatThrownBy(() -> fast.readCompleteList(bytes("[" + row + "]"), Strict.class))
                .hasMessage(message);
        assertThatThrownBy(() -> fast.readComplete(fast.tree(row), Strict.class))
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{'q':'1.50','quantity':2}|1.50", "{'quantity':2}|", "{'q':'x'}|"})
    void a_component_may_have_another_name_than_its_member(String text, @Nullable BigDecimal quantity)
            throws IOException {
        String json = text.replace('\'', '"');

        if (quantity == null) {
            assertThatThrownBy(() -> fast.readComplete(json, Renamed.class)).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> plain.readComplete(json, Renamed.class)).isInstanceOf(IOException.class);
        } else {
            assertThat(fast.readComplete(json, Renamed.class)).isEqualTo(new Renamed(quantity));
            assertThat(plain.readComplete(json, Renamed.class)).isEqualTo(new Renamed(quantity));
        }
    }

    @Test
    void the_member_that_is_missing_is_named() {
        assertThatThrownBy(() -> fast.readComplete("{}", Renamed.class)).hasMessage("a Renamed without q");
    }

    @Test
    void what_may_be_missing_may() throws IOException {
        assertThat(fast.readComplete("{\"checked\":{\"count\":1}}", Whole.class))
                .isEqualTo(new Whole(null, null, new Checked(1)));
        assertThat(fast.read("{\"e\":1,\"maintMargin\":false}", Strict.class))
                .isEqualTo(new Strict(1, nothing(), null, false));
    }

    @SuppressWarnings("NullAway")
    private static BigDecimal nothing() {
        return null;
    }

    @Test
    void leaves_other_shapes_to_the_mapper() throws IOException {
        assertThat(RecordReader.of(Mapped.class)).isEqualTo(Optional.empty());
        assertThat(RecordReader.of(String.class)).isEqualTo(Optional.empty());
        assertThat(RecordReader.of(Whole.class)).isPresent();
        assertThat(fast.read("{\"map\":{\"a\":\"b\"}}", Mapped.class)).isEqualTo(new Mapped(Map.of("a", "b")));
    }

    @Test
    void what_a_record_itself_refuses_is_refused() {
        assertThatThrownBy(() -> fast.read("{\"count\":-1}", Checked.class))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("below 0");
    }

    @Test
    void a_list_of_records_is_unmodifiable() throws IOException {
        List<Checked> rows = fast.readList(bytes("[{\"count\":1}]"), Checked.class);

        assertThatThrownBy(() -> rows.add(new Checked(2))).isInstanceOf(UnsupportedOperationException.class);
    }
}
