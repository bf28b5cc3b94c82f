package dev.astrolabe.exchange.transport;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where a value ends is found with and without a walk over it. */
class JsonMembersTest {

    private static final int CASES = 10_000;

    private final Json json = new Json();

    @Test
    void every_member_has_the_value_that_the_parser_gives_it() throws IOException {
        Documents documents = new Documents(21);
        int compared = 0;
        for (int i = 0; i < CASES; i++) {
            String text = new String(documents.nextObject(), StandardCharsets.UTF_8);
            JsonNode tree;
            try {
                tree = json.tree(text);
            } catch (IOException e) {
                continue;
            }
            List<String> names = new ArrayList<>();
            JsonMembers members = new JsonMembers(text);
            while (members.next()) {
                names.add(members.name());
                // What is passed by must not hide what follows.
                if (i % 2 == 0 || names.size() % 2 == 0) {
                    compared += matches(tree, members) ? 1 : 0;
                }
            }
            assertThat(names).as(text).hasSize(tree.size());
        }

        assertThat(compared).isGreaterThan(CASES);
    }

    private boolean matches(JsonNode tree, JsonMembers members) throws IOException {
        JsonNode expected = tree.get(members.name());
        JsonNode value = json.tree(members.value());
        if (!value.equals(expected)) {
            assertThat(value).as(tree.toString()).isEqualTo(expected);
        }
        return members.isNamed(members.name());
    }

    @Test
    void data_need_not_come_last() {
        String text = "{\"data\":{\"a\":[{}]},\"stream\":\"x\"}";

        assertThat(JsonMembers.find(text, "data")).contains("{\"a\":[{}]}");
        assertThat(JsonMembers.find(text, "stream")).contains("x");
    }

    @Test
    void brackets_in_a_text_end_nothing() {
        assertThat(JsonMembers.find("{\"data\":{\"a\":\"}}\"}}", "data")).contains("{\"a\":\"}}\"}");
        assertThat(JsonMembers.find("{\"data\":[1],\"b\":{\"c\":{}}}", "data")).contains("[1]");
    }
}
