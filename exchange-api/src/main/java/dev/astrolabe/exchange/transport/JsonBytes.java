package dev.astrolabe.exchange.transport;

/** The bytes of a document with a place in them: the letters, words and numbers from which {@link JsonScanner} reads values. */
abstract class JsonBytes {

    static final int WORD = 8;

    static final long NOT_SHORT = -1;

    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;
    /** What a digit may have added without reaching the high bit. */
    private static final long UP_TO_NINE = 0x7676767676767676L;

    byte[] json;
    int at;

    /** What {@link #scanNumber} found. */
    long unscaled;

    int scale;
    int digits;

    JsonBytes(byte[] json) {
        this.json = json;
    }

    /** What a number of at most 18 digits is; of a longer one, whether it is a number, and how long. */
    final void scanNumber() throws Unusual {
        long found = shortNumber(at);
        if (found == NOT_SHORT) {
            if (!longNumber(at)) {
                scanLetters();
            }
        } else {
            unscaled = unscaled(found);
            scale = scale(found);
            digits = WORD;
            at += length(found);
        }
    }

    /**
     * A number between quotes of up to eight letters without a sign, as most are: all letters at once. It is told as one long, of which
     * {@link #unscaled}, {@link #scale} and {@link #length} are parts. What is different is {@link #NOT_SHORT}, without a verdict: {@link
     * #scanLetters} reads it, and means the same by what is read here.
     */
    final long shortNumber(int quote) {
        int start = quote + 1;
        if (start + WORD >= json.length || json[quote] != '"') {
            return NOT_SHORT;
        }
        long word = (long) Names.WORDS.get(json, start);
        int length = firstZero(word ^ ('"' * ONES));
        int whole = Math.min(length, firstZero(word ^ ('.' * ONES)));
        boolean isWhole = whole == length;
        int places = isWhole ? 0 : length - whole - 1;
        if (json[start + length] != '"'
                || whole == 0
                || (!isWhole && places == 0)
                || (whole > 1 && json[start] == '0')) {
            return NOT_SHORT;
        }
        // Without the point, and with zeros before the first digit, which is the lowest byte.
        long letters = isWhole ? word : firstOf(word, whole) | ((word >>> (8 * whole + 8)) << (8 * whole));
        int unused = 8 * (WORD - whole - places);
        long values = (letters << unused) ^ (('0' * ONES) << unused);
        if ((((values + UP_TO_NINE) | values) & HIGHS) != 0) {
            return NOT_SHORT;
        }
        return (eightDigits(values) << 8) | ((long) places << 4) | (length + 2);
    }

    /**
     * A whole number of 8 to 15 digits without quotes, as times and ids are, sixteen letters at once. What is different is left to
     * {@link #scanLetters}.
     */
    final boolean longNumber(int start) {
        if (start + 2 * WORD > json.length || json[start] == '0') {
            return false;
        }
        long head = (long) Names.WORDS.get(json, start) ^ ('0' * ONES);
        long tail = (long) Names.WORDS.get(json, start + WORD) ^ ('0' * ONES);
        long tailEnd = ((tail + UP_TO_NINE) | tail) & HIGHS;
        if ((((head + UP_TO_NINE) | head) & HIGHS) != 0 || tailEnd == 0) {
            return false;
        }
        // The lowest byte that is no digit is exact.
        int more = Long.numberOfTrailingZeros(tailEnd) >>> 3;
        int end = json[start + WORD + more];
        if (end != ',' && end != '}' && end != ']') {
            return false;
        }
        long rest = more == 0 ? 0 : eightDigits(tail << (8 * (WORD - more)));
        unscaled = eightDigits(head) * Digits.power(more) + rest;
        scale = 0;
        digits = WORD + more;
        at = start + WORD + more;
        return true;
    }

    /** Where a whole number between quotes of up to eight digits ends; 0 for what is different, which {@link #scanLetters} reads. */
    final int endOfShortWhole(int quote) {
        int start = quote + 1;
        int i = start;
        while (isDigit(peek(i))) {
            i++;
        }
        int length = i - start;
        boolean isShort = length > 0 && length <= WORD && (length == 1 || json[start] != '0');
        return isShort && peek(quote) == '"' && peek(i) == '"' ? i + 1 : 0;
    }

    private static boolean isDigit(int letter) {
        return letter >= '0' && letter <= '9';
    }

    static long unscaled(long shortNumber) {
        return shortNumber >>> 8;
    }

    static int scale(long shortNumber) {
        return ((int) shortNumber >>> 4) & 0xf;
    }

    /** With its quotes. */
    static int length(long shortNumber) {
        return (int) shortNumber & 0xf;
    }

    /** The index of the first byte that is 0; 8 where none is. */
    private static int firstZero(long word) {
        return Long.numberOfTrailingZeros((word - ONES) & ~word & HIGHS) >>> 3;
    }

    /** Neighbours are joined: to four numbers of two digits, to two of four, and to one of eight. */
    private static long eightDigits(long values) {
        long twos = ((values * ((10 << 8) + 1)) >>> 8) & 0x00FF00FF00FF00FFL;
        long fours = ((twos * ((100 << 16) + 1)) >>> 16) & 0x0000FFFF0000FFFFL;
        return (fours * ((10_000L << 32) + 1)) >>> 32;
    }

    private void scanLetters() throws Unusual {
        byte[] bytes = json;
        int i = at;
        boolean quoted = peek(i) == '"';
        if (quoted) {
            i++;
        }
        boolean negative = peek(i) == '-';
        if (negative) {
            i++;
        }
        int start = i;
        long value = 0;
        int digit;
        while (i < bytes.length && (digit = bytes[i] - '0') >= 0 && digit <= 9) {
            value = 10 * value + digit;
            i++;
        }
        int whole = i - start;
        if (whole == 0 || (whole > 1 && bytes[start] == '0')) {
            throw new Unusual();
        }
        int places = 0;
        if (peek(i) == '.') {
            int point = i++;
            while (i < bytes.length && (digit = bytes[i] - '0') >= 0 && digit <= 9) {
                value = 10 * value + digit;
                i++;
            }
            places = i - point - 1;
            if (places == 0) {
                throw new Unusual();
            }
        }
        at = endOfNumber(i, quoted);
        unscaled = negative ? -value : value;
        scale = places;
        digits = whole + places;
    }

    private int endOfNumber(int i, boolean quoted) throws Unusual {
        int letter = peek(i);
        if (quoted) {
            if (letter != '"') {
                throw new Unusual();
            }
            return i + 1;
        }
        if (letter == ',' || letter == '}' || letter == ']' || isBlank(letter) || i == json.length) {
            return i;
        }
        throw new Unusual();
    }

    /** Takes the letter, if it stands here. */
    final boolean takes(char letter) {
        boolean is = peek(at) == letter;
        if (is) {
            at++;
        }
        return is;
    }

    final void take(char letter) throws Unusual {
        if (!takes(letter)) {
            throw new Unusual();
        }
    }

    final void take(String word) throws Unusual {
        for (int i = 0; i < word.length(); i++) {
            if (peek(at + i) != word.charAt(i)) {
                throw new Unusual();
            }
        }
        at += word.length();
    }

    /** The index of the quote that ends a text of plain letters. */
    final int endOfText(int from) throws Unusual {
        for (int i = from; ; i += WORD) {
            long word = word(i);
            long quote = word ^ '"' * ONES;
            long escape = word ^ '\\' * ONES;
            // A byte's high bit: below a blank, beyond ASCII, a quote or a backslash. The lowest one found is exact.
            long found = ((((word - ' ' * ONES) | (quote - ONES) | (escape - ONES)) & ~word) | word) & HIGHS;
            if (found != 0) {
                int end = i + (Long.numberOfTrailingZeros(found) >>> 3);
                if (peek(end) != '"') {
                    throw new Unusual();
                }
                return end;
            }
        }
    }

    /** The eight bytes, the first one lowest, from here, zeros behind the document's end. */
    final long word(int from) {
        int beyond = from + WORD - json.length;
        if (beyond <= 0) {
            return (long) Names.WORDS.get(json, from);
        }
        if (beyond < WORD && json.length >= WORD) {
            return (long) Names.WORDS.get(json, json.length - WORD) >>> (8 * beyond);
        }
        long word = 0;
        for (int i = json.length - 1; i >= from; i--) {
            word = (word << 8) | (json[i] & 0xff);
        }
        return word;
    }

    /** The first bytes of a word, zeros for the others. */
    static long firstOf(long word, int length) {
        return length >= WORD ? word : word & ((1L << (8 * length)) - 1);
    }

    final int blanks(int from) {
        int i = from;
        while (i < json.length && isBlank(json[i])) {
            i++;
        }
        return i;
    }

    private static boolean isBlank(int letter) {
        return letter == ' ' || letter == '\n' || letter == '\r' || letter == '\t';
    }

    /** The byte there; 0 behind the document's end, which is no letter of JSON. */
    final int peek(int index) {
        return index < json.length ? json[index] : 0;
    }
}
