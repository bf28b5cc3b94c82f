package dev.astrolabe.exchange.transport;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads the JSON that venues usually send, straight from its bytes: the caller asks for what it expects, and makes no object that
 * it does not ask for. Whatever else comes ends in {@link Unusual}, without a verdict: escapes, letters beyond ASCII, exponents,
 * numbers of more digits, a name that comes twice, and of course what is no JSON. Then the caller hands the same bytes to
 * {@link Json}, which alone decides; it has to drop what it read so far, and this reader has to be {@link #reset}.
 *
 * <p>Names of members that came twice are found where each member is asked for by {@link #member}, once. What is read without an
 * exception up to {@link #end} is a valid document. Not safe for use by several threads.
 *
 * @since 0.1
 */
public final class JsonScanner extends JsonBytes {

    /** As deep as {@link Json} reads. */
    private static final int MAX_NESTING = 64;

    private static final int MAX_TEXT = 4 << 20;
    private static final int MAX_NUMBER = 64;

    /** As many digits as always fit a {@code long}. */
    private static final int MAX_DIGITS = 18;

    private static final int MAX_UNKNOWN = 64;
    private static final long[] NONE = {};
    private static final long FOUR = 0xFFFFFFFFL;
    private static final long FIVE = 0xFF_FFFFFFFFL;
    /** The letters of {@code true} and {@code false}, the first one lowest. */
    private static final long TRUE = 0x65757274L;

    private static final long FALSE = 0x65_736C6166L;

    private boolean first;
    private int nameStart;
    private int nameEnd;
    private int depth;

    /** For each open object the names that came: the known ones as bits, then where its unknown ones begin. */
    private long[] frames = new long[8];

    private long[] unknown = NONE;
    private int unknowns;

    /**
     * Stands at the document's value.
     *
     * @param json UTF-8 bytes, which must not change meanwhile
     */
    public JsonScanner(byte[] json) {
        super(json);
        at = blanks(0);
    }

    /**
     * Begins with another document.
     *
     * @param document UTF-8 bytes, which must not change meanwhile
     */
    public void reset(byte[] document) {
        json = document;
        at = blanks(0);
        first = false;
        depth = 0;
        unknowns = 0;
        nameStart = 0;
        nameEnd = 0;
    }

    /**
     * Enters the object that stands here; {@link #nextMember} goes on.
     *
     * @throws Unusual if it is none, or too deep
     */
    public void beginObject() throws Unusual {
        begin('{');
        int frame = 2 * depth;
        if (frame + 1 >= frames.length) {
            frames = Arrays.copyOf(frames, 2 * frames.length);
        }
        frames[frame] = 0;
        frames[frame + 1] = unknowns;
    }

    /**
     * Goes to the next member's value, which has to be taken or skipped. Its name is asked for by {@link #member}.
     *
     * @return false where the object ends, which leaves it
     * @throws Unusual if what follows is no member of a plain name
     */
    public boolean nextMember() throws Unusual {
        if (!next('}')) {
            unknowns = (int) frames[2 * depth + 3];
            return false;
        }
        if (peek(at) != '"') {
            throw new Unusual();
        }
        nameStart = at + 1;
        nameEnd = endOfText(nameStart);
        int colon = blanks(nameEnd + 1);
        if (peek(colon) != ':') {
            throw new Unusual();
        }
        at = blanks(colon + 1);
        return true;
    }

    /**
     * The place of the member's name. Ask once a member, and of one table in an object.
     *
     * @param names the known names
     * @return its place in the table; -1 if it is unknown
     * @throws Unusual if the object had a member of that name already
     */
    public int member(Names names) throws Unusual {
        int length = nameEnd - nameStart;
        long head = firstOf(word(nameStart), length);
        long tail = length > WORD ? word(nameEnd - WORD) : 0;
        int place = names.find(head, tail, json, nameStart, length);
        if (place < 0) {
            addUnknown();
            return -1;
        }
        long bit = 1L << place;
        long seen = frames[2 * depth];
        if ((seen & bit) != 0) {
            throw new Unusual();
        }
        frames[2 * depth] = seen | bit;
        return place;
    }

    /**
     * Whether the member has this name.
     *
     * @param name its bytes
     * @return true if it has
     */
    public boolean memberIs(byte[] name) {
        return Arrays.equals(json, nameStart, nameEnd, name, 0, name.length);
    }

    /**
     * Enters the array that stands here; {@link #nextElement} goes on.
     *
     * @throws Unusual if it is none, or too deep
     */
    public void beginArray() throws Unusual {
        begin('[');
    }

    /**
     * Goes to the next element, which has to be taken or skipped.
     *
     * @return false where the array ends, which leaves it
     * @throws Unusual if neither an element nor the end can follow
     */
    public boolean nextElement() throws Unusual {
        return next(']');
    }

    /**
     * Takes a decimal, from a number or from a text, with the digits that were sent.
     *
     * @return the decimal, its scale as sent; null for {@code ""} and for {@code null}
     * @throws Unusual if it is no decimal, has an exponent, or more than 64 characters
     */
    public @Nullable BigDecimal decimal() throws Unusual {
        if (isAbsent()) {
            return null;
        }
        int from = at;
        scanNumber();
        if (digits <= MAX_DIGITS) {
            return BigDecimal.valueOf(unscaled, scale);
        }
        boolean quoted = json[from] == '"';
        int start = quoted ? from + 1 : from;
        int length = (quoted ? at - 1 : at) - start;
        if (length > MAX_NUMBER) {
            throw new Unusual();
        }
        return new BigDecimal(new String(json, start, length, StandardCharsets.ISO_8859_1));
    }

    /**
     * Takes a decimal, from a number or from a text, without making an object: {@link #unscaled} and {@link #scale} have it.
     *
     * @throws Unusual if it is no decimal, has an exponent, or more than 18 digits
     */
    public void number() throws Unusual {
        scanNumber();
        if (digits > MAX_DIGITS) {
            throw new Unusual();
        }
    }

    /**
     * The digits of the last {@link #number}.
     *
     * @return its unscaled value, as {@link BigDecimal#unscaledValue}
     */
    public long unscaled() {
        return unscaled;
    }

    /**
     * The decimal places of the last {@link #number}.
     *
     * @return its scale as sent, 0 or more
     */
    public int scale() {
        return scale;
    }

    /**
     * Takes a whole number, from a number or from a text.
     *
     * @return the number
     * @throws Unusual if it is none, has a decimal point or an exponent, or more than 18 digits
     */
    public long whole() throws Unusual {
        scanNumber();
        if (digits > MAX_DIGITS || scale > 0) {
            throw new Unusual();
        }
        return unscaled;
    }

    /**
     * Takes a text.
     *
     * @return the text
     * @throws Unusual if it is none, has an escape, or letters beyond ASCII
     */
    public String text() throws Unusual {
        int start = at + 1;
        int end = passText();
        return new String(json, start, end - start, StandardCharsets.ISO_8859_1);
    }

    /** Takes a text unseen; it ends before the quote that this tells. */
    private int passText() throws Unusual {
        if (peek(at) != '"') {
            throw new Unusual();
        }
        int start = at + 1;
        int end = endOfText(start);
        if (end - start > MAX_TEXT) {
            throw new Unusual();
        }
        at = end + 1;
        return end;
    }

    /**
     * Takes {@code true} or {@code false}.
     *
     * @return the flag
     * @throws Unusual if it is neither
     */
    public boolean flag() throws Unusual {
        long letters = word(at);
        if ((letters & FOUR) == TRUE) {
            at += 4;
            return true;
        }
        if ((letters & FIVE) == FALSE) {
            at += 5;
            return false;
        }
        throw new Unusual();
    }

    /**
     * Takes {@code null}, if it is that.
     *
     * @return false if another value stands here, which is left
     * @throws Unusual if it only begins like it
     */
    public boolean isNull() throws Unusual {
        if (peek(at) != 'n') {
            return false;
        }
        take("null");
        return true;
    }

    /** Goes to the value of the next member, if it is one that is likely after this one; null where another one stands, or none. */
    Route.@Nullable Step follow(Route.Step step) {
        Route.Step next = step.next(this);
        first &= next == null;
        return next;
    }

    /** Leaves the object, if it ends here. */
    boolean endsObject() {
        boolean ends = takes('}');
        if (ends) {
            leaveObject();
        }
        return ends;
    }

    /** Goes back before the object. */
    void leaveUnread(int position) {
        at = position;
        leaveObject();
    }

    private void leaveObject() {
        first = false;
        depth--;
        unknowns = (int) frames[2 * depth + 3];
    }

    /** Where the member's name begins. */
    int nameStart() {
        return nameStart;
    }

    /** Where the member's name ends. */
    int nameEnd() {
        return nameEnd;
    }

    /** Takes a text of a member that may have one of few. */
    String text(Vocabulary vocabulary) throws Unusual {
        if (peek(at) != '"') {
            return wordOrWhole();
        }
        int start = at + 1;
        return vocabulary.text(this, start, passText());
    }

    /** Takes a text, or a whole number as the text that it is. */
    String wordOrWhole() throws Unusual {
        if (peek(at) == '"') {
            return text();
        }
        long whole = whole();
        if (whole == 0 && json[at - 2] == '-') {
            throw new Unusual();
        }
        return Long.toString(whole);
    }

    /** Takes {@code null} or {@code ""}, if it is one of them. */
    boolean isAbsent() throws Unusual {
        if (peek(at) == '"' && peek(at + 1) == '"') {
            at += 2;
            return true;
        }
        return isNull();
    }

    /**
     * Takes any value without looking at what it says.
     *
     * @throws Unusual if it is none, or something in it is unusual
     */
    public void skip() throws Unusual {
        switch (peek(at)) {
            case '"' -> at = endOfText(at + 1) + 1;
            case '{' -> {
                beginObject();
                while (nextMember()) {
                    addUnknown();
                    skip();
                }
            }
            case '[' -> {
                beginArray();
                while (nextElement()) {
                    skip();
                }
            }
            case 't', 'f' -> flag();
            case 'n' -> take("null");
            default -> {
                int from = at;
                scanNumber();
                if (at - from > MAX_NUMBER) {
                    throw new Unusual();
                }
            }
        }
    }

    /**
     * Where the reader stands.
     *
     * @return the index of the byte that is read next: behind {@link #nextMember} and {@link #nextElement} the value's first
     */
    public int position() {
        return at;
    }

    /**
     * Makes sure that the document ends here.
     *
     * @throws Unusual if anything but blanks follows
     */
    public void end() throws Unusual {
        if (depth != 0 || blanks(at) < json.length) {
            throw new Unusual();
        }
    }

    private void begin(char bracket) throws Unusual {
        if (peek(at) != bracket || ++depth > MAX_NESTING) {
            throw new Unusual();
        }
        at++;
        first = true;
    }

    private boolean next(char bracket) throws Unusual {
        int i = blanks(at);
        int letter = peek(i);
        if (letter == bracket) {
            at = i + 1;
            first = false;
            depth--;
            return false;
        }
        if (first) {
            first = false;
        } else if (letter == ',') {
            i = blanks(i + 1);
        } else {
            throw new Unusual();
        }
        at = i;
        return true;
    }

    private void addUnknown() throws Unusual {
        int length = nameEnd - nameStart;
        long hash = length;
        for (int i = nameStart; i < nameEnd; i += WORD) {
            hash = (hash ^ firstOf(word(i), nameEnd - i)) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 32;
        }
        int from = (int) frames[2 * depth + 1];
        for (int i = from; i < unknowns; i++) {
            if (unknown[i] == hash) {
                throw new Unusual();
            }
        }
        if (unknowns - from == MAX_UNKNOWN) {
            throw new Unusual();
        }
        if (unknowns == unknown.length) {
            unknown = Arrays.copyOf(unknown, 2 * unknowns + WORD);
        }
        unknown[unknowns++] = hash;
    }
}
