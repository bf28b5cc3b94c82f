package dev.astrolabe.aster.internal;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A value as text with every field in it, also those that its toString leaves out. Two that differ anywhere differ here. */
final class Described {

    private Described() {}

    static String of(Object value) {
        if (value == null || (value.getClass().getName().startsWith("java.") && !isContainer(value))) {
            return String.valueOf(value);
        }
        if (value instanceof Enum<?> word) {
            return word.name();
        }
        if (value instanceof Optional<?> optional) {
            return of(optional.orElse(null));
        }
        if (value instanceof Map<?, ?> map) {
            return sorted(map.entrySet().stream().map(entry -> of(entry.getKey()) + "=" + of(entry.getValue())));
        }
        if (value instanceof Set<?> set) {
            return sorted(set.stream().map(Described::of));
        }
        if (value instanceof Collection<?> list) {
            return list.stream().map(Described::of).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value.getClass().isArray()) {
            return of(IntStream.range(0, Array.getLength(value))
                    .mapToObj(i -> Array.get(value, i))
                    .toList());
        }
        return value.getClass().getSimpleName() + fields(value);
    }

    private static boolean isContainer(Object value) {
        return value instanceof Optional
                || value instanceof Map
                || value instanceof Collection
                || value instanceof Map.Entry;
    }

    private static String sorted(Stream<String> parts) {
        return parts.sorted().collect(Collectors.joining(", ", "{", "}"));
    }

    private static String fields(Object value) {
        if (value instanceof Map.Entry<?, ?> entry) {
            return of(entry.getKey()) + "=" + of(entry.getValue());
        }
        return Arrays.stream(value.getClass().getDeclaredFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()))
                .map(field -> field.getName() + "=" + of(read(field, value)))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static Object read(Field field, Object owner) {
        try {
            field.setAccessible(true);
            return field.get(owner);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(field + " cannot be read", e);
        }
    }
}
