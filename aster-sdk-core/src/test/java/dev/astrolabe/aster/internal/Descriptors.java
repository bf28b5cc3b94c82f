package dev.astrolabe.aster.internal;

import dev.astrolabe.exchange.transport.Endpoint;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Every descriptor of a path family, found by looking. */
final class Descriptors {

    private Descriptors() {}

    static List<Endpoint<?>> of(PathFamily family) {
        AsterEndpoints endpoints = new AsterEndpoints(family);
        return fields(endpoints)
                .flatMap(Descriptors::fields)
                .<Endpoint<?>>map(field -> (Endpoint<?>) field)
                .toList();
    }

    /** Verb and path of every descriptor in some groups. */
    static List<String> in(Object... groups) {
        return Arrays.stream(groups)
                .flatMap(Descriptors::fields)
                .map(endpoint -> ((Endpoint<?>) endpoint).id())
                .toList();
    }

    private static Stream<Object> fields(Object owner) {
        return Arrays.stream(owner.getClass().getDeclaredFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()))
                .map(field -> read(field, owner));
    }

    private static Object read(Field field, Object owner) {
        try {
            field.setAccessible(true);
            return field.get(owner);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(field + " cannot be read", e);
        }
    }

    /** The descriptor of a verb and a path. */
    static Endpoint<?> of(PathFamily family, String id) {
        return of(family).stream()
                .filter(endpoint -> endpoint.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nothing describes " + id));
    }
}
