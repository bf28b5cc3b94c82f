package dev.astrolabe.okx.internal.wire;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A message and where its values stand in it. Of each object and list there are three numbers and then two for each value: where it
 * begins and ends, or the place of an object or list and which of both it is. The values of an object come in the order of its shape.
 * What is inside of an object or list stands before it. Never changed while it is looked at.
 */
final class Tape {

    static final int SLOT = 2;
    static final int HEAD = 3;
    static final int OBJECT = -1;
    static final int LIST = -2;
    static final int NULL = -3;

    /** What a list has: nothing but texts, or others too, and nulls, which are left out. */
    static final int TEXTS = 0;

    static final int OTHERS = 1;
    static final int NULLS = 2;

    private final byte[] json;
    private final int jsonFrom;
    private final int[] places;
    private final int placesFrom;
    private final Shape[] shapes;

    /**
     * A part of a message.
     *
     * @param jsonFrom which byte of the message the first one is
     * @param placesFrom which place of it the first one is
     */
    Tape(byte[] json, int jsonFrom, int[] places, int placesFrom, Shape[] shapes) {
        this.json = json;
        this.jsonFrom = jsonFrom;
        this.places = places;
        this.placesFrom = placesFrom;
        this.shapes = shapes;
    }

    private int read(int place) {
        return places[place - placesFrom];
    }

    Shape shape(int object) {
        return shapes[read(object)];
    }

    int size(int list) {
        return read(list);
    }

    int kind(int list) {
        return read(list + 1);
    }

    /** Behind an object, where the next one's own places begin. */
    int end(int object) {
        return object + HEAD + shape(object).size() * SLOT;
    }

    static int slot(int place, int index) {
        return place + HEAD + index * SLOT;
    }

    boolean isNull(int slot) {
        return read(slot + 1) == NULL;
    }

    boolean isScalar(int slot) {
        return read(slot + 1) >= 0;
    }

    /** Whether it has quotes. */
    boolean isText(int slot) {
        return isScalar(slot) && byteBefore(slot) == '"';
    }

    private byte byteBefore(int slot) {
        return json[read(slot) - 1 - jsonFrom];
    }

    String text(int slot) {
        int start = read(slot) - jsonFrom;
        return new String(json, start, read(slot + 1) - jsonFrom - start, StandardCharsets.ISO_8859_1);
    }

    /** Null where it is no number that is read here. */
    @Nullable
    BigDecimal decimal(int slot) {
        return isScalar(slot) ? Digits.decimal(json, read(slot) - jsonFrom, read(slot + 1) - jsonFrom) : null;
    }

    /** Empty where it is no number that is read here. */
    OptionalLong whole(int slot) {
        return isScalar(slot)
                ? Digits.whole(json, read(slot) - jsonFrom, read(slot + 1) - jsonFrom)
                : OptionalLong.empty();
    }

    /** A text, a boolean, an object or a list; a number is a text. Null for null. */
    @Nullable
    Object value(int slot) {
        int first = read(slot);
        return switch (read(slot + 1)) {
            case OBJECT -> new WireObject(this, first);
            case LIST -> new WireList(this, first);
            case NULL -> null;
            default -> isBoolean(slot) ? (Object) (json[first - jsonFrom] == 't') : text(slot);
        };
    }

    private boolean isBoolean(int slot) {
        byte letter = json[read(slot) - jsonFrom];
        return (letter == 't' || letter == 'f') && byteBefore(slot) != '"';
    }

    /** The bytes and places of one object, and of what is inside of it. */
    Tape part(int object, int from) {
        int start = read(object + 1);
        int end = read(object + 2);
        return new Tape(
                Arrays.copyOfRange(json, start - jsonFrom, end - jsonFrom),
                start,
                Arrays.copyOfRange(places, from - placesFrom, end(object) - placesFrom),
                from,
                shapes);
    }
}
