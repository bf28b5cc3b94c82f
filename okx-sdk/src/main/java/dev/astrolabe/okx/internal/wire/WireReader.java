package dev.astrolabe.okx.internal.wire;

import dev.astrolabe.exchange.transport.Unusual;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads a message as OKX writes it: an object without blanks, texts without escapes and in ASCII, numbers without exponents. One pass
 * finds where each value stands; none is read before it is asked for. Whatever else it meets is left to {@code Json}. It remembers
 * the names of the objects that it met, so one reader for all messages of a channel is faster than one for each. Not safe for use by
 * several threads.
 *
 * @since 0.1
 */
public final class WireReader {

    private static final int LONGEST = 4 << 20;
    private static final int DEEPEST = 16;
    private static final int LONGEST_NUMBER = 60;
    private static final int MOST_NAMES = 4_000;
    private static final int SPACE = 128;
    private static final int BYTES_A_VALUE = 16;
    private static final byte[] TRUE = {'t', 'r', 'u', 'e'};
    private static final byte[] FALSE = {'f', 'a', 'l', 's', 'e'};
    private static final byte[] NULL = {'n', 'u', 'l', 'l'};

    private Name names = new Name();
    private int nameCount;
    private Shape[] shapes = new Shape[8];
    private int shapeCount;
    /** Places of values whose object or list has not ended yet. */
    private int[] open = new int[SPACE];

    private int openSize;
    private int[] tape = new int[0];
    private int tapeSize;
    private byte[] json = new byte[0];
    private int at;

    /** A reader that has met no names. */
    public WireReader() {
        // Its fields begin as they stand.
    }

    /**
     * Reads a message.
     *
     * @param message UTF-8 bytes, which nobody changes
     * @return what it says, valid until the next one is read; {@link WireObject#own} for longer
     * @throws Unusual if it is not written as OKX writes, or is not JSON
     */
    public WireObject read(byte[] message) throws Unusual {
        if (message.length > LONGEST) {
            throw new Unusual();
        }
        if (nameCount > MOST_NAMES) {
            forget();
        }
        json = message;
        at = 0;
        openSize = 0;
        tapeSize = 0;
        if (tape.length == 0) {
            tape = new int[SPACE + message.length / BYTES_A_VALUE * Tape.SLOT];
        }
        int place = object(0);
        if (at != message.length) {
            throw new Unusual();
        }
        return new WireObject(new Tape(message, 0, tape, 0, shapes), place);
    }

    /**
     * Reads a message that came as text.
     *
     * @param message the text
     * @return what it says, valid until the next one is read
     * @throws Unusual if it is not written as OKX writes, or is not JSON
     */
    public WireObject read(String message) throws Unusual {
        byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
        // Half a pair of surrogates has no bytes, and becomes a question mark.
        if (Words.has(bytes, '?')) {
            throw new Unusual();
        }
        return read(bytes);
    }

    /** Whoever holds an object holds the shapes of then too. */
    private void forget() {
        names = new Name();
        nameCount = 0;
        shapes = new Shape[8];
        shapeCount = 0;
    }

    private byte peek() throws Unusual {
        if (at >= json.length) {
            throw new Unusual();
        }
        return json[at];
    }

    private void take(char wanted) throws Unusual {
        if (peek() != wanted) {
            throw new Unusual();
        }
        at++;
    }

    /** Whether another element follows; else the object or list has ended. */
    private boolean goesOn(char end) throws Unusual {
        byte met = peek();
        at++;
        if (met != ',' && met != end) {
            throw new Unusual();
        }
        return met == ',';
    }

    /** Its place on the tape. */
    private int object(int depth) throws Unusual {
        int start = at;
        int base = openSize;
        Name name = names;
        take('{');
        if (peek() == '}') {
            at++;
        } else {
            do {
                name = name(name);
                value(depth + 1);
            } while (goesOn('}'));
        }
        Shape shape = name.shape();
        return end(base, shape == null ? newShape(name) : shape.number(), start);
    }

    private Name name(Name before) throws Unusual {
        Name next = before.next(json, at);
        if (next == null) {
            next = newName(before);
        }
        at += next.length();
        return next;
    }

    private Name newName(Name before) throws Unusual {
        if (peek() != '"') {
            throw new Unusual();
        }
        int end = endOfText(at + 1) + 2;
        if (end > json.length || json[end - 1] != ':' || ++nameCount > MOST_NAMES) {
            throw new Unusual();
        }
        return before.learn(json, at, end);
    }

    private int newShape(Name last) {
        if (shapeCount == shapes.length) {
            shapes = Arrays.copyOf(shapes, 2 * shapeCount);
        }
        shapes[shapeCount] = last.shape(shapeCount);
        return shapeCount++;
    }

    private int list(int depth) throws Unusual {
        int base = openSize;
        int kind = Tape.TEXTS;
        take('[');
        if (peek() == ']') {
            at++;
        } else {
            do {
                kind |= peek() == '"' ? Tape.TEXTS : Tape.OTHERS;
                value(depth + 1);
                if (open[openSize - 1] == Tape.NULL) {
                    openSize -= Tape.SLOT;
                    kind |= Tape.NULLS;
                }
            } while (goesOn(']'));
        }
        return end(base, (openSize - base) / Tape.SLOT, kind);
    }

    /** Moves what stood open to the tape, behind what tells about it. */
    private int end(int base, int first, int second) {
        int size = openSize - base;
        int place = tapeSize;
        if (place + Tape.HEAD + size > tape.length) {
            tape = Arrays.copyOf(tape, 2 * tape.length + size);
        }
        tape[place] = first;
        tape[place + 1] = second;
        tape[place + 2] = at;
        System.arraycopy(open, base, tape, place + Tape.HEAD, size);
        tapeSize = place + Tape.HEAD + size;
        openSize = base;
        return place;
    }

    private void value(int depth) throws Unusual {
        if (depth > DEEPEST) {
            throw new Unusual();
        }
        switch (peek()) {
            case '"' -> {
                int start = at + 1;
                int end = endOfText(start);
                at = end + 1;
                put(start, end);
            }
            case '{' -> put(object(depth), Tape.OBJECT);
            case '[' -> put(list(depth), Tape.LIST);
            case 't' -> put(at, word(TRUE));
            case 'f' -> put(at, word(FALSE));
            case 'n' -> {
                word(NULL);
                put(at, Tape.NULL);
            }
            default -> put(at, number());
        }
    }

    private void put(int first, int second) {
        if (openSize + Tape.SLOT > open.length) {
            open = Arrays.copyOf(open, 2 * open.length);
        }
        open[openSize] = first;
        open[openSize + 1] = second;
        openSize += Tape.SLOT;
    }

    private int endOfText(int start) throws Unusual {
        int i = start;
        for (; i + Words.BYTES <= json.length; i += Words.BYTES) {
            long flags = Words.ends(Words.at(json, i));
            if (flags != 0) {
                return quote(i + Words.index(flags));
            }
        }
        while (i < json.length && json[i] >= ' ' && json[i] != '"' && json[i] != '\\') {
            i++;
        }
        return quote(i);
    }

    private int quote(int index) throws Unusual {
        if (index >= json.length || json[index] != '"') {
            throw new Unusual();
        }
        return index;
    }

    private int word(byte[] word) throws Unusual {
        int end = at + word.length;
        if (end > json.length || !Arrays.equals(json, at, end, word, 0, word.length)) {
            throw new Unusual();
        }
        at = end;
        return end;
    }

    /** Of a negative number that begins with 0 the text may be another than that of its value. */
    private int number() throws Unusual {
        int start = at;
        if (peek() == '-') {
            at++;
        }
        int first = at;
        digits();
        if (json[first] == '0' && (at > first + 1 || first > start)) {
            throw new Unusual();
        }
        if (peek() == '.') {
            at++;
            digits();
        }
        if (at - start > LONGEST_NUMBER) {
            throw new Unusual();
        }
        return at;
    }

    private void digits() throws Unusual {
        int first = at;
        while (peek() >= '0' && peek() <= '9') {
            at++;
        }
        if (at == first) {
            throw new Unusual();
        }
    }
}
