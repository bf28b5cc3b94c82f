package dev.astrolabe.aster.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.astrolabe.exchange.testkit.Fixtures;
import dev.astrolabe.exchange.transport.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every example payload of a REST call goes through the parser of its endpoint and the mapping behind it; every field of it
 * reaches the caller, or is named with the reason why it does not.
 */
class PayloadCoverageTest {

    private static final Set<String> REST = Set.of("v1", "v3", "common", "live", "later");

    private final Json json = new Json();
    private final Fixtures fixtures = Fixtures.payloads();
    private final Set<String> files = restFiles();

    private static List<PayloadClaim> claims() {
        return Stream.of(MarketClaims.all(), AccountClaims.all(), TradingClaims.all())
                .flatMap(List::stream)
                .toList();
    }

    private Set<String> restFiles() {
        Set<String> names = new TreeSet<>();
        tree("aster/index.json")
                .get("files")
                .forEach(entry -> names.add(entry.get("file").asText()));
        names.removeIf(name -> !REST.contains(name.substring(0, name.indexOf('/'))));
        return names;
    }

    private JsonNode tree(String file) {
        try {
            return json.tree(fixtures.text(file));
        } catch (IOException e) {
            throw new IllegalStateException(file, e);
        }
    }

    private Object read(PayloadClaim claim, String file, JsonNode tree) {
        try {
            return claim.read(file, json.write(tree));
        } catch (IOException | RuntimeException e) {
            throw new IllegalStateException(file + " cannot be read: " + tree, e);
        }
    }

    private static boolean differ(Object one, Object other) {
        return !Described.of(one).equals(Described.of(other));
    }

    @Test
    void every_example_is_claimed_by_one_line() {
        List<String> claimed = new ArrayList<>(Web3Files.ELSEWHERE.keySet());
        for (PayloadClaim claim : claims()) {
            assertThat(claim.files(files)).as(claim.name()).isNotEmpty();
            claimed.addAll(claim.files(files));
        }

        assertThat(claimed).containsExactlyInAnyOrderElementsOf(files);
    }

    @Test
    void every_field_reaches_the_caller_or_is_named_with_the_reason() {
        Set<String> lost = new TreeSet<>();
        Set<String> staleReasons = new TreeSet<>();
        for (PayloadClaim claim : claims()) {
            Set<String> reasons = new TreeSet<>(claim.ignored().keySet());
            for (String file : claim.files(files)) {
                Set<String> without = withoutEffect(claim, file);
                reasons.removeAll(without);
                without.removeAll(claim.ignored().keySet());
                without.forEach(path -> lost.add(file + ": " + path));
            }
            reasons.forEach(path -> staleReasons.add(claim.name() + ": " + path));
        }

        assertThat(lost).as("fields that go no further").isEmpty();
        assertThat(staleReasons)
                .as("reasons for fields that reach the caller or are in no example")
                .isEmpty();
    }

    /** The paths whose values can be changed without a caller seeing it. */
    private Set<String> withoutEffect(PayloadClaim claim, String file) {
        JsonNode example = tree("aster/" + file);
        Object before = read(claim, file, example);
        Set<String> paths = new TreeSet<>();
        Set<String> reaching = new TreeSet<>();
        for (JsonLeaf leaf : JsonLeaf.of(example)) {
            paths.add(leaf.path());
            if (!reaching.contains(leaf.path())
                    && (claim.isClosed(leaf.path()) || differ(before, read(claim, file, leaf.changedIn(example))))) {
                reaching.add(leaf.path());
            }
        }
        paths.removeAll(reaching);
        return paths;
    }

    @Test
    void fields_that_are_new_change_nothing() {
        for (PayloadClaim claim : claims()) {
            for (String file : claim.files(files)) {
                JsonNode example = tree("aster/" + file);

                Object widened = read(claim, file, JsonLeaf.widened(example));

                assertThat(differ(read(claim, file, example), widened)).as(file).isFalse();
            }
        }
    }

    @Test
    void words_that_are_new_are_read() {
        Set<String> read = new TreeSet<>();
        for (PayloadClaim claim : claims()) {
            for (String file : claim.files(files)) {
                JsonNode tree = tree("aster/" + file);
                for (JsonLeaf leaf : JsonLeaf.of(tree)) {
                    if (leaf.isWord() && !claim.isClosed(leaf.path())) {
                        tree = leaf.changedIn(tree);
                    }
                }

                assertThat(read(claim, file, tree)).as(file).isNotNull();
                read.add(file);
            }
        }
        assertThat(read).hasSize(files.size() - Web3Files.ELSEWHERE.size());
    }
}
