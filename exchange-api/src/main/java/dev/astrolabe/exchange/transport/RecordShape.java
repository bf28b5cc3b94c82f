package dev.astrolabe.exchange.transport;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a record must have: each component that is not {@code @Nullable}, in the records inside it and in its lists too. */
final class RecordShape {

    private record Part(String name, Method accessor, boolean mayBeNull) {}

    private final String type;
    private final List<Part> parts = new ArrayList<>();

    RecordShape(Class<?> type) {
        this.type = type.getSimpleName();
        for (RecordComponent component : type.getRecordComponents()) {
            Method accessor = component.getAccessor();
            // Payload records are package-private.
            accessor.setAccessible(true);
            parts.add(new Part(nameOf(component), accessor, mayBeNull(component)));
        }
    }

    /** The member that the component is read from, as the mapper finds it. */
    static String nameOf(RecordComponent component) {
        JsonProperty property = component.getAccessor().getAnnotation(JsonProperty.class);
        return property == null ? component.getName() : property.value();
    }

    static boolean mayBeNull(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    /** @throws IOException naming the first component that is missing */
    void check(Object row, ClassValue<RecordShape> shapes) throws IOException {
        for (Part part : parts) {
            Object value = value(row, part);
            if (value == null && !part.mayBeNull()) {
                throw new IOException("a " + type + " without " + part.name());
            }
            if (value instanceof Record) {
                shapes.get(value.getClass()).check(value, shapes);
            }
            if (value instanceof List<?> list) {
                for (Object element : list) {
                    if (element instanceof Record) {
                        shapes.get(element.getClass()).check(element, shapes);
                    }
                }
            }
        }
    }

    private @Nullable Object value(Object row, Part part) throws IOException {
        try {
            return part.accessor().invoke(row);
        } catch (ReflectiveOperationException e) {
            throw new IOException("a " + type + " cannot be inspected", e);
        }
    }
}
