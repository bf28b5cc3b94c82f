package dev.astrolabe.okx.internal.wire;

import dev.astrolabe.exchange.transport.Unusual;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A name behind the names that went before it in an object. The venue writes the same names in the same order, so the one that
 * followed last is looked for first, and found by comparing it with its quotes and colon as they stand. Not safe for use by several
 * threads.
 */
final class Name {

    /** More names in an object, or more names in one place, are no object of fields. */
    private static final int MOST = 200;

    private static final byte[] NONE = new byte[0];

    private final @Nullable Name before;
    private final String text;
    private final byte[] token;
    private final long head;
    private final long tail;
    private final int count;
    private @Nullable Name next;
    private @Nullable Name firstNext;
    private @Nullable Name sibling;
    private int siblings;
    private @Nullable Shape shape;

    /** What stands before the first name of an object. */
    Name() {
        this.before = null;
        this.text = "";
        this.token = NONE;
        this.head = 0;
        this.tail = 0;
        this.count = 0;
    }

    private Name(Name before, byte[] token) {
        this.before = before;
        this.text = new String(token, 1, token.length - 3, StandardCharsets.ISO_8859_1);
        this.token = token;
        byte[] padded = Arrays.copyOf(token, Math.max(token.length, Words.BYTES));
        this.head = Words.at(padded, 0);
        this.tail = Words.at(padded, padded.length - Words.BYTES);
        this.count = before.count + 1;
    }

    int length() {
        return token.length;
    }

    int count() {
        return count;
    }

    /** The name that stands there, if it followed before. */
    @Nullable
    Name next(byte[] json, int at) {
        Name likely = next;
        if (likely != null && likely.stands(json, at)) {
            return likely;
        }
        for (Name each = firstNext; each != null; each = each.sibling) {
            if (each.stands(json, at)) {
                next = each;
                return each;
            }
        }
        return null;
    }

    private boolean stands(byte[] json, int at) {
        int length = token.length;
        if (at + Math.max(length, Words.BYTES) > json.length) {
            return at + length <= json.length && Arrays.equals(json, at, at + length, token, 0, length);
        }
        if (length < Words.BYTES) {
            // Of the word that is read, what is behind the token is shifted out.
            int behind = (Words.BYTES - length) * Byte.SIZE;
            return (Words.at(json, at) ^ head) << behind == 0;
        }
        if (Words.at(json, at) != head) {
            return false;
        }
        int last = length - Words.BYTES;
        for (int i = Words.BYTES; i < last; i += Words.BYTES) {
            if (Words.at(json, at + i) != Words.at(token, i)) {
                return false;
            }
        }
        return Words.at(json, at + last) == tail;
    }

    /**
     * Learns a name that has not followed before.
     *
     * @param end behind its colon
     * @throws Unusual if the object has it already, or too many of them
     */
    Name learn(byte[] json, int at, int end) throws Unusual {
        Name learnt = new Name(this, Arrays.copyOfRange(json, at, end));
        if (count == MOST || siblings == MOST || has(learnt.text)) {
            throw new Unusual();
        }
        learnt.sibling = firstNext;
        firstNext = learnt;
        next = learnt;
        siblings++;
        return learnt;
    }

    private boolean has(String name) {
        for (Name each = this; each != null; each = each.before) {
            if (each.before != null && each.text.equals(name)) {
                return true;
            }
        }
        return false;
    }

    /** The names of an object that ends here. */
    @Nullable
    Shape shape() {
        return shape;
    }

    Shape shape(int number) {
        String[] names = new String[count];
        for (Name each = this; each.before != null; each = each.before) {
            names[each.count - 1] = each.text;
        }
        Shape made = new Shape(names, number);
        shape = made;
        return made;
    }
}
