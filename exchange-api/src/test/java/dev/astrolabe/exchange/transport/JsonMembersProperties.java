package dev.astrolabe.exchange.transport;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The scan finds in any object what a parser finds, and survives any text. */
class JsonMembersProperties {

    private static final Json JSON = new Json();

    private static Arbitrary<String> words(int length) {
        return Arbitraries.strings().withChars("a,:{}[]\"\\ \n").ofMaxLength(length);
    }

    private static Arbitrary<Object> leaves() {
        return Arbitraries.oneOf(
                words(6).map(text -> (Object) text),
                Arbitraries.longs().map(number -> (Object) number),
                Arbitraries.of(true, false),
                Arbitraries.just(Map.of()));
    }

    /** Texts, numbers, and containers in containers. */
    @Provide
    Arbitrary<Object> values() {
        Arbitrary<Object> lists = leaves().list().ofMaxSize(3).map(list -> (Object) list);
        Arbitrary<Object> maps = Arbitraries.maps(words(3), Arbitraries.oneOf(leaves(), lists))
                .ofMaxSize(2)
                .map(map -> (Object) map);
        return Arbitraries.oneOf(leaves(), lists, maps);
    }

    @Provide
    Arbitrary<Map<String, Object>> objects() {
        return Arbitraries.maps(Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(4), values())
                .ofMaxSize(5);
    }

    @Property(tries = 300)
    void every_member_is_found_with_its_value(@ForAll("objects") Map<String, Object> object) throws IOException {
        String text = JSON.writeText(object);
        JsonMembers members = new JsonMembers(text);
        Map<String, JsonNode> found = new LinkedHashMap<>();
        while (members.next()) {
            assertThat(members.isNamed(members.name())).isTrue();
            assertThat(members.isNamed(members.name() + "x")).isFalse();
            found.put(members.name(), JSON.tree(members.value()));
        }

        Map<String, JsonNode> expected = new LinkedHashMap<>();
        JSON.tree(text).properties().forEach(field -> expected.put(field.getKey(), field.getValue()));
        assertThat(found).isEqualTo(expected);
    }

    @Property(tries = 300)
    void blanks_do_not_matter(@ForAll("objects") Map<String, Object> object) throws IOException {
        String pretty = JSON.tree(JSON.writeText(object)).toPrettyString();
        JsonMembers members = new JsonMembers("\n " + pretty);
        int count = 0;
        while (members.next()) {
            assertThat(JSON.tree(members.value())).isEqualTo(JSON.tree(pretty).get(members.name()));
            count++;
        }

        assertThat(count).isEqualTo(object.size());
    }

    @Property(tries = 300)
    void any_text_ends(@ForAll("texts") String text) {
        JsonMembers members = new JsonMembers(text);
        int count = 0;
        while (members.next()) {
            assertThat(members.name()).isNotNull();
            assertThat(members.unquoted()).isNotNull();
            count++;
        }

        assertThat(count).isLessThanOrEqualTo(text.length());
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("{}[]\":,\\a1 ").ofMaxLength(40).map(text -> "{" + text);
    }
}
