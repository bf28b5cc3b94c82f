package dev.astrolabe.exchange.testkit;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What a user can get to see of a session: the texts of objects and exceptions. */
public final class Shown {

    private static final String OURS = "dev.astrolabe.";

    private final List<String> texts = Collections.synchronizedList(new ArrayList<>());

    /** What was shown so far. */
    public List<String> texts() {
        return List.copyOf(texts);
    }

    /** A text. */
    public void text(String text) {
        texts.add(text);
    }

    /** Does what must fail, and shows the exception with its stack, causes and what it suppresses. */
    public Throwable failing(String what, ThrowingCallable call) {
        Throwable failure = Assertions.catchThrowable(call);
        Assertions.assertThat(failure).as("the failure of " + what).isNotNull();
        thrown(failure);
        return failure;
    }

    /** Shows an exception. */
    public void thrown(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text, true));
        texts.add(text.toString());
    }

    /** Shows an object, and each of ours that can be reached from it. */
    public void object(Object root) {
        walk(root, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private void walk(Object object, Set<Object> seen) {
        if (object == null || !seen.add(object)) {
            return;
        }
        if (object instanceof Map<?, ?> map) {
            walk(map.keySet(), seen);
            walk(map.values(), seen);
        } else if (object instanceof Collection<?> collection) {
            new ArrayList<>(collection).forEach(element -> walk(element, seen));
        } else if (object.getClass().getName().startsWith(OURS)) {
            texts.add(object.toString());
            for (Class<?> type = object.getClass(); type != Object.class; type = type.getSuperclass()) {
                for (Field field : type.getDeclaredFields()) {
                    if (!field.getType().isPrimitive() && !Modifier.isStatic(field.getModifiers())) {
                        walk(value(field, object), seen);
                    }
                }
            }
        }
    }

    private static Object value(Field field, Object object) {
        if (!field.getDeclaringClass().getName().startsWith(OURS)) {
            return null;
        }
        try {
            field.setAccessible(true);
            return field.get(object);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
