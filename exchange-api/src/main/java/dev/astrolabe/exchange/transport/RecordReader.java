package dev.astrolabe.exchange.transport;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
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
    private final RecordMaker maker;

    /** The components without which there is no record at all, and those without which it is not complete: as bits. */
    private final long primitives;

    private final long required;

    private RecordReader(Names names, Part[] parts, RecordMaker maker, long primitives, long required) {
        this.names = names;
        this.parts = parts;
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
            if (part == null || !Names.isPlain(components[i].getName())) {
                return null;
            }
            names.add(components[i].getName());
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
        long[] numbers = new long[parts.length];
        @Nullable Object[] objects = new Object[parts.length];
        long there = 0;
        scanner.beginObject();
        while (scanner.nextMember()) {
            int place = scanner.member(names);
            if (place < 0) {
                scanner.skip();
                continue;
            }
            Part part = parts[place];
            switch (part.kind()) {
                case LONG -> numbers[place] = scanner.whole();
                case INT -> numbers[place] = whole(scanner);
                case FLAG -> numbers[place] = scanner.flag() ? 1 : 0;
                default -> {
                    Object value = value(scanner, part, complete);
                    if (value == null) {
                        continue;
                    }
                    objects[place] = value;
                }
            }
            there |= 1L << place;
        }
        if ((~there & (complete ? required : primitives)) != 0) {
            throw new Unusual();
        }
        return maker.make(numbers, objects);
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
