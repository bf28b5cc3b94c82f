package dev.astrolabe.okx.internal.wire;

import dev.astrolabe.exchange.transport.Unusual;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;

/**
 * The elements of a list as they stand in a message, without its nulls: texts, booleans, maps of such and lists of such. Immutable, safe
 * for any thread once it is part of an object of its own.
 *
 * @since 0.1
 */
public final class WireList extends AbstractList<Object> implements RandomAccess {

    private final Tape tape;
    private final int place;
    private final int size;

    WireList(Tape tape, int place) {
        this.tape = tape;
        this.place = place;
        this.size = tape.size(place);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Object get(int index) {
        Objects.checkIndex(index, size);
        return Objects.requireNonNull(tape.value(Tape.slot(place, index)));
    }

    /**
     * The texts of all elements.
     *
     * @return an unmodifiable list
     */
    public List<String> texts() {
        return tape.kind(place) == Tape.TEXTS
                ? new WireTexts(tape, place)
                : stream().map(Object::toString).toList();
    }

    /**
     * The rows of a message. An object is a {@link WireObject} with a copy of its own bytes, so that one that is kept does not hold all
     * of a large message; a list of nothing but texts is a {@link WireTexts}, and valid until the next message.
     *
     * @return a new list
     * @throws Unusual if an element is something else
     */
    public List<Object> rows() throws Unusual {
        if ((tape.kind(place) & Tape.NULLS) != 0) {
            throw new Unusual();
        }
        List<Object> rows = new ArrayList<>(size);
        int from = 0;
        for (int i = 0; i < size; i++) {
            Object element = get(i);
            if (element instanceof WireObject object) {
                rows.add(object.own(from));
                from = object.end();
            } else if (element instanceof WireList list && list.tape.kind(list.place) == Tape.TEXTS) {
                rows.add(new WireTexts(tape, list.place));
                from = Tape.slot(list.place, list.size);
            } else {
                throw new Unusual();
            }
        }
        return rows;
    }
}
