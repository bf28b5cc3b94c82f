package dev.astrolabe.benchmarks.depth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrolabe.benchmarks.depth.Keeper.Level;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** All contestants keep the same book. */
class DepthTest {

    @Test
    void all_keep_the_same_book_of_asterdex() throws Exception {
        AsterMarket writing = new AsterMarket();
        Market market = AsterMarket.create();
        String snapshot = market.snapshot(writing);

        check(keepers(snapshot, false, 3, Astrolabe.aster(snapshot)), market.messages(writing), 2 * AsterMarket.LEVELS);
    }

    @Test
    void all_keep_the_same_book_of_okx() throws Exception {
        OkxMarket writing = new OkxMarket();
        Market market = OkxMarket.create();
        String snapshot = market.snapshot(writing);

        check(keepers(snapshot, true, 2, Astrolabe.okx(snapshot)), market.messages(writing), 2 * OkxMarket.LEVELS);
    }

    private static Map<String, Keeper> keepers(String snapshot, boolean okx, int quantityScale, Astrolabe astrolabe)
            throws Exception {
        byte[] frame = snapshot.getBytes(StandardCharsets.UTF_8);
        Map<String, Keeper> others = new LinkedHashMap<>();
        others.put("xchange", new XchangeKeeper(okx));
        others.put("tree", new TreeKeeper(okx));
        others.put("arrays", new ArrayKeeper(okx, 1, quantityScale));
        for (Keeper other : others.values()) {
            other.take(frame);
        }
        others.put("astrolabe", astrolabe);
        return others;
    }

    /** Twice round: nothing grows, and the first message follows the last. */
    private static void check(Map<String, Keeper> keepers, byte[][] messages, int levels) throws Exception {
        assertSame(keepers, levels);
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < messages.length; i++) {
                for (Keeper keeper : keepers.values()) {
                    keeper.take(messages[i]);
                }
                if (i % 100 == 0) {
                    assertSame(keepers, levels);
                }
            }
            assertSame(keepers, levels);
        }
    }

    private static void assertSame(Map<String, Keeper> keepers, int most) {
        List<Level> expected = stripped(keepers.get("tree"));
        assertThat(expected).hasSizeBetween(most * 3 / 4, most);
        keepers.forEach((name, keeper) -> assertThat(stripped(keeper)).as(name).isEqualTo(expected));
    }

    private static List<Level> stripped(Keeper keeper) {
        return keeper.levels().stream().map(Level::stripped).toList();
    }
}
