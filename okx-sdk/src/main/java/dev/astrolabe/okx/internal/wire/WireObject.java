package dev.astrolabe.okx.internal.wire;

import dev.astrolabe.exchange.transport.Unusual;
import java.math.BigDecimal;
import java.util.AbstractMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The members of an object as they stand in a message: texts, booleans, maps of such and lists of such. A number is a text, and what is
 * null is left out. Immutable, safe for any thread once it is its own.
 *
 * @since 0.1
 */
public final class WireObject extends AbstractMap<String, Object> {

    private final Tape tape;
    private final int place;
    private final Shape shape;

    WireObject(Tape tape, int place) {
        this.tape = tape;
        this.place = place;
        this.shape = tape.shape(place);
    }

    /** The place of a member's value; -1 where there is none. */
    private int slot(String name) {
        int index = shape.index(name);
        return index < 0 ? -1 : Tape.slot(place, index);
    }

    @Override
    public @Nullable Object get(@Nullable Object name) {
        int slot = name instanceof String text ? slot(text) : -1;
        return slot < 0 ? null : tape.value(slot);
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        int slot = name instanceof String text ? slot(text) : -1;
        return slot >= 0 && !tape.isNull(slot);
    }

    /**
     * A text, number or boolean.
     *
     * @param name the member
     * @return its text; null where there is none
     */
    public @Nullable String text(String name) {
        int slot = slot(name);
        return slot < 0 || !tape.isScalar(slot) ? null : tape.text(slot);
    }

    /**
     * A number that is written in digits alone.
     *
     * @param name the member
     * @return its exact value; null where there is none, or it is written otherwise
     */
    public @Nullable BigDecimal decimal(String name) {
        int slot = slot(name);
        return slot < 0 ? null : tape.decimal(slot);
    }

    /**
     * A whole number that is written in digits alone.
     *
     * @param name the member
     * @return its value; empty where there is none, or it is written otherwise
     */
    public OptionalLong whole(String name) {
        int slot = slot(name);
        return slot < 0 ? OptionalLong.empty() : tape.whole(slot);
    }

    /**
     * A text that is written with quotes.
     *
     * @param name the member
     * @return it; empty where there is no such member
     * @throws Unusual if the member is something else
     */
    public String word(String name) throws Unusual {
        int slot = slot(name);
        if (slot >= 0 && !tape.isText(slot)) {
            throw new Unusual();
        }
        return slot < 0 ? "" : tape.text(slot);
    }

    /**
     * A boolean that is written without quotes.
     *
     * @param name the member
     * @param otherwise what stands for it where there is no such member
     * @return it
     * @throws Unusual if the member is something else
     */
    public boolean flag(String name, boolean otherwise) throws Unusual {
        int slot = slot(name);
        if (slot < 0) {
            return otherwise;
        }
        if (tape.value(slot) instanceof Boolean flag) {
            return flag;
        }
        throw new Unusual();
    }

    /**
     * A small whole number that is written without quotes.
     *
     * @param name the member
     * @param otherwise what stands for it where there is no such member
     * @return it
     * @throws Unusual if the member is something else
     */
    public int number(String name, int otherwise) throws Unusual {
        int slot = slot(name);
        if (slot < 0) {
            return otherwise;
        }
        OptionalLong number = tape.isText(slot) ? OptionalLong.empty() : tape.whole(slot);
        if (number.isPresent() && number.getAsLong() == (int) number.getAsLong()) {
            return (int) number.getAsLong();
        }
        throw new Unusual();
    }

    /**
     * An object inside this one.
     *
     * @param name the member
     * @return it; null where there is no such member
     * @throws Unusual if the member is something else
     */
    public @Nullable WireObject object(String name) throws Unusual {
        int slot = slot(name);
        if (slot < 0) {
            return null;
        }
        if (tape.value(slot) instanceof WireObject object) {
            return object;
        }
        throw new Unusual();
    }

    /**
     * A list that must be there.
     *
     * @param name the member
     * @return it
     * @throws Unusual if the member is something else, or there is none
     */
    public WireList list(String name) throws Unusual {
        if (get(name) instanceof WireList list) {
            return list;
        }
        throw new Unusual();
    }

    /** As the object stood in the message; of use once, to walk over all of it. */
    @Override
    public Set<Entry<String, Object>> entrySet() {
        Map<String, Object> members = new LinkedHashMap<>();
        for (int i = 0; i < shape.size(); i++) {
            Object value = tape.value(Tape.slot(place, i));
            if (value != null) {
                members.put(shape.name(i), value);
            }
        }
        return Collections.unmodifiableMap(members).entrySet();
    }

    int place() {
        return place;
    }

    int end() {
        return tape.end(place);
    }

    /** The same with bytes of its own. */
    WireObject own(int from) {
        return new WireObject(tape.part(place, from), place);
    }
}
