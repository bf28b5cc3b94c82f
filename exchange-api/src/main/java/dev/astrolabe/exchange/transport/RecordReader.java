package dev.astrolabe.exchange.transport;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a record of one type as {@link Json}'s mapper reads it, or not at all: then the mapper reads the same bytes. Only
 * {@link Json} knows it. Safe for any thread.
 */
final class RecordReader {

    /** What a component is read from. The first three cannot be null. */
    private enum Kind {
        LONG,
        INT,
        FLAG,
        BOXED_LONG,
        BOXED_INT,
        BOXED_FLAG,
        TEXT,
        DECIMAL,
        RECORD,
        LIST
    }

    /** A component, or what a list is of. */
    private record Part(
            Kind kind,
            @Nullable RecordReader nested,
            @Nullable Part element) {

        private static Part of(Kind kind) {
            return new Part(kind, null, null);
        }
    }

    private final Names names;
    private final Part[] parts;

    /** For each component its place among the primitives, or among the objects. */
    private final int[] slots;

    private final RecordMaker maker;
    private final Route route = new Route();

    /** The components without which there is no record at all, and those without which it is not complete: as bits. */
    private final long primitives;

    private final long required;

    private RecordReader(Names names, Part[] parts, RecordMaker maker, long primitives, long required) {
        this.names = names;
        this.parts = parts;
        this.slots = new int[parts.length];
        for (int i = 0; i < slots.length; i++) {
            int before = Long.bitCount(primitives & ((1L << i) - 1));
            slots[i] = (primitives >>> i & 1) == 1 ? before : i - before;
        }
        this.maker = maker;
        this.primitives = primitives;
        this.required = required;
    }

    /** A reader; empty for what is no record, or has components or names that are left to the mapper. */
    static Optional<RecordReader> of(Class<?> type) {
        return Optional.ofNullable(of(type, new HashSet<>()));
    }

    private static @Nullable RecordReader of(Class<?> type, Set<Class<?>> around) {
        RecordComponent[] components = type.getRecordComponents();
        if (components == null || components.length > Names.MAX_NAMES || !around.add(type)) {
            return null;
        }
        List<String> names = new ArrayList<>();
        Part[] parts = new Part[components.length];
        long primitives = 0;
        long required = 0;
        for (int i = 0; i < components.length; i++) {
            Part part = part(components[i].getGenericType(), around);
            String name = RecordShape.nameOf(components[i]);
            if (part == null || !Names.isPlain(name)) {
                return null;
            }
            names.add(name);
            parts[i] = part;
            primitives |= components[i].getType().isPrimitive() ? 1L << i : 0;
            required |= RecordShape.mayBeNull(components[i]) ? 0 : 1L << i;
        }
        around.remove(type);
        RecordMaker maker = RecordMaker.of(type, components);
        return maker == null ? null : new RecordReader(Names.of(names), parts, maker, primitives, required);
    }

    private static @Nullable Part part(Type type, Set<Class<?>> around) {
        if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
            Part element = part(generic.getActualTypeArguments()[0], around);
            return element == null ? null : new Part(Kind.LIST, null, element);
        }
        if (type == long.class) {
            return Part.of(Kind.LONG);
        } else if (type == int.class) {
            return Part.of(Kind.INT);
        } else if (type == boolean.class) {
            return Part.of(Kind.FLAG);
        } else if (type == Long.class) {
            return Part.of(Kind.BOXED_LONG);
        } else if (type == Integer.class) {
            return Part.of(Kind.BOXED_INT);
        } else if (type == Boolean.class) {
            return Part.of(Kind.BOXED_FLAG);
        } else if (type == String.class) {
            return Part.of(Kind.TEXT);
        } else if (type == BigDecimal.class) {
            return Part.of(Kind.DECIMAL);
        }
        RecordReader nested = type instanceof Class<?> other ? of(other, around) : null;
        return nested == null ? null : new Part(Kind.RECORD, nested, null);
    }

    /** The record that is the document; {@code complete} leaves to the mapper what lacks a component that it must have. */
    Object read(byte[] json, boolean complete) throws Unusual {
        JsonScanner scanner = new JsonScanner(json);
        Object row = read(scanner, complete);
        scanner.end();
        return row;
    }

    /** The records that are the elements of the document, unmodifiable. */
    List<Object> readList(byte[] json, boolean complete) throws Unusual {
        JsonScanner scanner = new JsonScanner(json);
        List<Object> rows = new ArrayList<>();
        scanner.beginArray();
        while (scanner.nextElement()) {
            rows.add(read(scanner, complete));
        }
        scanner.end();
        return List.copyOf(rows);
    }

    private Object read(JsonScanner scanner, boolean complete) throws Unusual {
        int position = scanner.position();
        scanner.beginObject();
        Found found = new Found(Long.bitCount(primitives), parts.length);
        if (!follow(scanner, found, complete)) {
            scanner.leaveUnread(position);
            scanner.beginObject();
            found = new Found(Long.bitCount(primitives), parts.length);
            explore(scanner, found, complete);
        }
        if ((~found.there & (complete ? required : primitives)) != 0) {
            throw new Unusual();
        }
        return maker.make(found.numbers, found.objects);
    }

    /** What the components are read as. */
    private static final class Found {
        private final long[] numbers;
        private final @Nullable Object[] objects;
        private long there;

        Found(int primitives, int count) {
            this.numbers = new long[primitives];
            this.objects = new Object[count - primitives];
        }
    }

    /** Reads members in an order that came before; false where they come in another, and then nothing of it counts. */
    private boolean follow(JsonScanner scanner, Found found, boolean complete) throws Unusual {
        Route.@Nullable Step step = scanner.follow(route.start());
        while (step != null) {
            int place = step.place();
            if (place < 0) {
                scanner.skip();
            } else if (parts[place].kind() != Kind.TEXT) {
                take(scanner, place, found, complete);
            } else if (!scanner.isNull()) {
                found.objects[slots[place]] = scanner.text(step.vocabulary());
                found.there |= 1L << place;
            }
            step = scanner.follow(step);
        }
        return scanner.endsObject();
    }

    /** Reads members in any order, which is learnt. */
    private void explore(JsonScanner scanner, Found found, boolean complete) throws Unusual {
        int[] told = new int[3 * parts.length];
        int size = 0;
        while (scanner.nextMember()) {
            int place = scanner.member(names);
            if (size == told.length) {
                told = Arrays.copyOf(told, 2 * size + 3);
            }
            told[size++] = scanner.nameStart();
            told[size++] = scanner.nameEnd();
            told[size++] = place;
            if (place < 0) {
                scanner.skip();
            } else {
                take(scanner, place, found, complete);
            }
        }
        route.learn(scanner.json, told, size);
    }

    private void take(JsonScanner scanner, int place, Found found, boolean complete) throws Unusual {
        Part part = parts[place];
        switch (part.kind()) {
            case LONG -> found.numbers[slots[place]] = scanner.whole();
            case INT -> found.numbers[slots[place]] = whole(scanner);
            case FLAG -> found.numbers[slots[place]] = scanner.flag() ? 1 : 0;
            default -> {
                Object value = value(scanner, part, complete);
                if (value == null) {
                    return;
                }
                found.objects[slots[place]] = value;
            }
        }
        found.there |= 1L << place;
    }

    private static @Nullable Object value(JsonScanner scanner, Part part, boolean complete) throws Unusual {
        switch (part.kind()) {
            case DECIMAL -> {
                return scanner.decimal();
            }
            case TEXT -> {
                return scanner.isNull() ? null : scanner.wordOrWhole();
            }
            case BOXED_LONG -> {
                return scanner.isAbsent() ? null : (Long) scanner.whole();
            }
            case BOXED_INT -> {
                return scanner.isAbsent() ? null : (Integer) whole(scanner);
            }
            case BOXED_FLAG -> {
                return scanner.isAbsent() ? null : (Boolean) scanner.flag();
            }
            default -> {
                return scanner.isNull() ? null : container(scanner, part, complete);
            }
        }
    }

    private static Object container(JsonScanner scanner, Part part, boolean complete) throws Unusual {
        RecordReader nested = part.nested();
        if (nested != null) {
            return nested.read(scanner, complete);
        }
        Part element = part.element();
        if (element == null) {
            throw new Unusual();
        }
        List<Object> list = new ArrayList<>();
        scanner.beginArray();
        while (scanner.nextElement()) {
            Object value = value(scanner, element, complete);
            if (value == null) {
                throw new Unusual();
            }
            list.add(value);
        }
        return list;
    }

    private static int whole(JsonScanner scanner) throws Unusual {
        long whole = scanner.whole();
        if (whole != (int) whole) {
            throw new Unusual();
        }
        return (int) whole;
    }
}
