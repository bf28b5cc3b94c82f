package dev.astrolabe.okx.internal.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Looks at eight bytes at a time, the first of them lowest. */
final class Words {

    static final int BYTES = Long.BYTES;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long QUOTES = ONES * '"';
    private static final long SLASHES = ONES * '\\';
    private static final long BLANKS = ONES * ' ';
    private static final long HIGHS = 0x8080808080808080L;

    private Words() {}

    static long at(byte[] bytes, int index) {
        return (long) LONGS.get(bytes, index);
    }

    /**
     * The lowest flag of the result is at the first byte that ends or bends a text: a quote, a backslash, a control, or what is not
     * ASCII. Flags above it may be wrong, for subtraction borrows there. 0 where there is none.
     */
    static long ends(long word) {
        return (((word ^ QUOTES) - ONES) | ((word ^ SLASHES) - ONES) | (word - BLANKS) | word) & HIGHS;
    }

    /** Whether a letter of ASCII is among the bytes; also where only a byte beyond ASCII makes it look so. */
    static boolean has(byte[] bytes, char letter) {
        long wanted = ONES * letter;
        int i = 0;
        for (; i + BYTES <= bytes.length; i += BYTES) {
            if ((((at(bytes, i) ^ wanted) - ONES) & HIGHS) != 0) {
                return true;
            }
        }
        while (i < bytes.length && bytes[i] != letter) {
            i++;
        }
        return i < bytes.length;
    }

    /** Which byte a flag is at, counted from the first. */
    static int index(long flags) {
        return Long.numberOfTrailingZeros(flags) >>> 3;
    }
}
