package dev.astrolabe.okx.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrolabe.exchange.model.MarginMode;
import dev.astrolabe.exchange.transport.Json;
import dev.astrolabe.exchange.transport.Judgement;
import dev.astrolabe.exchange.transport.Unusual;
import dev.astrolabe.exchange.transport.WireResponse;
import dev.astrolabe.okx.internal.WireMessages.Kind;
import dev.astrolabe.okx.internal.wire.WireReader;
import dev.astrolabe.okx.model.OkxRow;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The fast reader and the tree say the same of every message, and fail alike. */
class WireDifferenceTest {

    private static final int CASES = 5_000;
    private static final int KEPT = 500;

    private static final ClassValue<List<Method>> ACCESSORS = new ClassValue<>() {
        @Override
        protected List<Method> computeValue(Class<?> type) {
            return Arrays.stream(type.getDeclaredMethods())
                    .filter(method -> Modifier.isPublic(method.getModifiers())
                            && !Modifier.isStatic(method.getModifiers())
                            && method.getParameterCount() == 0)
                    .toList();
        }
    };

    private final Json json = new Json();

    /** What a reading comes to: what it shows, or how it fails. */
    private interface Reading {
        List<Object> read() throws IOException;
    }

    private static List<Object> outcome(Reading reading) {
        try {
            return reading.read();
        } catch (IOException | RuntimeException e) {
            return List.of(e.getClass(), String.valueOf(e.getMessage()));
        }
    }

    private static List<Object> shown(Kind kind, List<Row> rows) throws IOException {
        List<Object> shown = new ArrayList<>();
        for (Row row : rows) {
            shown.add(outcome(() -> List.of(shown(row.fields()))));
            shown.add(outcome(() -> List.copyOf(row.elements())));
            shown.add(outcome(() -> List.of(shown(kind.read(row)))));
        }
        return shown;
    }

    /** With all accessors, in texts and values. */
    private static Object shown(@Nullable Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.map(WireDifferenceTest::shown);
        }
        if (value instanceof Collection<?> collection) {
            return collection.stream().map(WireDifferenceTest::shown).toList();
        }
        if (value instanceof OkxRow row) {
            Map<String, Object> accessors = new TreeMap<>();
            for (Method accessor : ACCESSORS.get(row.getClass())) {
                accessors.put(accessor.getName(), outcome(() -> List.of(shown(called(accessor, row)))));
            }
            return List.of(
                    row,
                    row.hashCode(),
                    row.toString(),
                    List.copyOf(row.fields().names()),
                    accessors);
        }
        return String.valueOf(value).isEmpty() ? "" : List.of(value == null ? "null" : value, String.valueOf(value));
    }

    private static Object called(Method accessor, OkxRow row) {
        try {
            return accessor.invoke(row);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new AssertionError(e);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean isUsual(String text) {
        try {
            return !new WireReader()
                    .read(text.getBytes(StandardCharsets.UTF_8))
                    .list("data")
                    .rows()
                    .isEmpty();
        } catch (Unusual e) {
            return false;
        }
    }

    @Test
    void answers_say_the_same() {
        WireMessages messages = new WireMessages(new Random(1));
        int usual = 0;
        for (int i = 0; i < CASES; i++) {
            Kind kind = messages.kind();
            String text = messages.answer(kind);
            byte[] body = text.getBytes(StandardCharsets.UTF_8);

            List<Object> fast = outcome(() -> shown(kind, Envelope.data(json, body)));
            List<Object> plain = outcome(() -> shown(kind, Envelope.data(json.tree(body))));

            assertThat(fast).as("%s %s", kind, text).isEqualTo(plain);
            usual += isUsual(text) ? 1 : 0;
        }
        assertThat(usual).as("messages that are read fast").isBetween(CASES / 2, CASES * 9 / 10);
    }

    @Test
    void pushes_say_the_same_to_one_reader_and_what_they_said_stays() {
        WireMessages messages = new WireMessages(new Random(2));
        PushReader reader = new PushReader(json);
        List<Object> kept = new ArrayList<>();
        List<Object> keptPlain = new ArrayList<>();
        for (int i = 0; i < CASES; i++) {
            Kind kind = messages.kind();
            String text = messages.push(kind);

            List<Object> fast = outcome(() -> shown(kind, reader.read(text), kept));
            List<Object> plain = outcome(() -> shown(kind, Push.read(json, text), keptPlain));

            assertThat(fast).as("%s %s", kind, text).isEqualTo(plain);
            if (i % KEPT == 0) {
                assertThat(kept).isEqualTo(keptPlain);
                assertThat(kept.toString()).isEqualTo(keptPlain.toString());
                kept.clear();
                keptPlain.clear();
            }
        }
    }

    private static List<Object> shown(Kind kind, Push push, List<Object> kept) throws IOException {
        if (kind != Kind.CANDLE) {
            for (Row row : push.data()) {
                kept.add(outcome(() -> List.of(row.fields())));
            }
        }
        List<Object> all = new ArrayList<>(List.of(push.channel(), push.kind(), push.page(), push.isLast()));
        all.addAll(shown(kind, push.data()));
        return all;
    }

    @Test
    void answers_are_judged_the_same() {
        WireMessages messages = new WireMessages(new Random(3));
        Random random = new Random(4);
        OkxProtocol protocol = new OkxProtocol(
                new OkxSettings("http://127.0.0.1", "ws://127.0.0.1", true, MarginMode.CROSS, Duration.ofSeconds(5)),
                null);
        for (int i = 0; i < CASES; i++) {
            String text = messages.answer(messages.kind());
            if (random.nextBoolean()) {
                text = text.replaceFirst(
                        "\"data\":\\[\\{",
                        "\"data\":[{\"sCode\":"
                                + List.of("\"0\"", "\"1\"", "0", "null", "\"51000\"")
                                        .get(random.nextInt(5)) + ",");
            }
            WireResponse response = new WireResponse(
                    List.of(200, 200, 201, 400, 429, 500).get(random.nextInt(6)),
                    Map.of(),
                    text.getBytes(StandardCharsets.UTF_8));
            for (Operation<?> operation :
                    List.of(AccountOperations.POSITIONS, TradeOperations.PLACE, TradeOperations.PLACE_BATCH)) {
                Judgement fast = protocol.judge(operation.endpoint(), response);

                assertThat(fast).as(text).isEqualTo(protocol.judgeAll(operation.endpoint(), response));
            }
        }
    }
}
