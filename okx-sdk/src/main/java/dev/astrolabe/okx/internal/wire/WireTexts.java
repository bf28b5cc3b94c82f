package dev.astrolabe.okx.internal.wire;

import java.math.BigDecimal;
import java.util.AbstractList;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * A list of texts as it stands in a message. Immutable, safe for any thread once it is part of an object of its own.
 *
 * @since 0.1
 */
public final class WireTexts extends AbstractList<String> implements RandomAccess {

    private final Tape tape;
    private final int place;
    private final int size;

    WireTexts(Tape tape, int place) {
        this.tape = tape;
        this.place = place;
        this.size = tape.size(place);
    }

    @Override
    public int size() {
        return size;
    }

    private int slot(int index) {
        return Tape.slot(place, Objects.checkIndex(index, size));
    }

    @Override
    public String get(int index) {
        return tape.text(slot(index));
    }

    /**
     * A number that is written in digits alone.
     *
     * @param index of the element
     * @return its exact value; null where it is written otherwise
     */
    public @Nullable BigDecimal decimal(int index) {
        return tape.decimal(slot(index));
    }

    /**
     * A whole number that is written in digits alone.
     *
     * @param index of the element
     * @return its value; empty where it is written otherwise
     */
    public OptionalLong whole(int index) {
        return tape.whole(slot(index));
    }
}
