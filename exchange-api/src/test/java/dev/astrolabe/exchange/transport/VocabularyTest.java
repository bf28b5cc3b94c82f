package dev.astrolabe.exchange.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A member's words are what stands between its quotes, however many it has. */
class VocabularyTest {

    private static final String LETTERS = "AB_";

    private final Random random = new Random(5);

    private static String read(Vocabulary vocabulary, String word) {
        byte[] json = ("{\"s\":\"" + word + "\"}").getBytes(StandardCharsets.ISO_8859_1);
        JsonBytes bytes = new JsonBytes(json) {};
        return vocabulary.text(bytes, 6, 6 + word.length());
    }

    private String word() {
        StringBuilder word = new StringBuilder();
        for (int left = random.nextInt(30); left > 0; left--) {
            word.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return word.toString();
    }

    @Test
    void reads_what_stands_there() {
        for (int member = 0; member < 2_000; member++) {
            Vocabulary vocabulary = new Vocabulary();
            List<String> words = new ArrayList<>();
            IntStream.range(0, 1 + random.nextInt(12)).forEach(i -> words.add(word()));
            for (int i = 0; i < 30; i++) {
                String word = words.get(random.nextInt(words.size()));
                assertThat(read(vocabulary, word)).isEqualTo(word);
            }
        }
    }

    @Test
    void tells_words_apart_that_begin_the_same() {
        Vocabulary vocabulary = new Vocabulary();

        for (String word : List.of("STOP_MARKET", "STOP_MAR", "STOP_MARKED", "STOP_MARK", "STOP", "", "STOP_MARKET")) {
            assertThat(read(vocabulary, word)).isEqualTo(word);
        }
    }

    // Identity is the point: a word that is known costs no new object.
    @SuppressWarnings("ReferenceEquality")
    @Test
    void makes_each_of_few_words_once_and_forgets_those_of_a_member_that_has_many() {
        Vocabulary few = new Vocabulary();
        String buy = read(few, "BUY");
        String sell = read(few, "SELL");
        assertThat(read(few, "BUY") == buy && read(few, "SELL") == sell).isTrue();

        Vocabulary many = new Vocabulary();
        Set<String> ids = new HashSet<>();
        IntStream.range(0, 100).forEach(i -> ids.add(read(many, "id" + i)));
        assertThat(ids).hasSize(100);
        assertThat(read(many, "id1") == read(many, "id1")).isFalse();
    }
}
