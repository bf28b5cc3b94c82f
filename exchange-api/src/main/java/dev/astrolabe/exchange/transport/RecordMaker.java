package dev.astrolabe.exchange.transport;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Calls a record's canonical constructor: primitives come in turn from one array, objects from another, so that nothing is boxed. */
final class RecordMaker {

    private static final MethodType SIGNATURE = MethodType.methodType(Object.class, long[].class, Object[].class);

    private final MethodHandle constructor;

    private RecordMaker(MethodHandle constructor) {
        this.constructor = constructor;
    }

    /** A maker; null where the constructor is out of reach. */
    static @Nullable RecordMaker of(Class<?> type, RecordComponent[] components) {
        try {
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Constructor<?> canonical = type.getDeclaredConstructor(types);
            // Payload records are package-private.
            canonical.setAccessible(true);
            return new RecordMaker(fed(MethodHandles.lookup().unreflectConstructor(canonical), types));
        } catch (ReflectiveOperationException | RuntimeException e) {
            return null;
        }
    }

    private static MethodHandle fed(MethodHandle constructor, Class<?>[] types) {
        MethodHandle[] getters = new MethodHandle[types.length];
        int[] order = new int[types.length];
        int primitives = 0;
        for (int i = 0; i < types.length; i++) {
            Class<?> array = types[i].isPrimitive() ? long[].class : Object[].class;
            int index = types[i].isPrimitive() ? primitives++ : i - primitives;
            MethodHandle getter = MethodHandles.insertArguments(MethodHandles.arrayElementGetter(array), 1, index);
            getters[i] = MethodHandles.explicitCastArguments(getter, MethodType.methodType(types[i], array));
            order[i] = types[i].isPrimitive() ? 0 : 1;
        }
        MethodHandle filtered = MethodHandles.filterArguments(constructor, 0, getters);
        return MethodHandles.permuteArguments(
                filtered.asType(filtered.type().changeReturnType(Object.class)), SIGNATURE, order);
    }

    /** A record of these components, in the order of both kinds; what its constructor refuses is left to the mapper. */
    Object make(long[] primitives, @Nullable Object[] objects) throws Unusual {
        try {
            return (Object) constructor.invokeExact(primitives, objects);
        } catch (Error e) {
            throw e;
        } catch (Throwable e) {
            throw new Unusual();
        }
    }
}
