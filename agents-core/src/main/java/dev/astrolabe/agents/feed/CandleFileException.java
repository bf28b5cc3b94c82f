package dev.astrolabe.agents.feed;

import java.io.IOException;

/**
 * A candle file that cannot be used. The message names the file and, where there is one, the line.
 *
 * @since 0.1
 */
public final class CandleFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String file;
    private final long line;
    private final boolean gap;

    private CandleFileException(String file, long line, boolean gap, String what) {
        super((line > 0 ? file + ":" + line : file) + ": " + what);
        this.file = file;
        this.line = line;
        this.gap = gap;
    }

    static CandleFileException of(String file, long line, String what) {
        return new CandleFileException(file, line, false, what);
    }

    static CandleFileException gap(String file, long line, String what) {
        return new CandleFileException(file, line, true, what);
    }

    static CandleFileException unreadable(String file, long line, String what, IOException cause) {
        CandleFileException exception = of(file, line, what);
        exception.initCause(cause);
        return exception;
    }

    /**
     * The file.
     *
     * @return its path, as it was given
     */
    public String file() {
        return file;
    }

    /**
     * The line.
     *
     * @return from 1, the header being 1; 0 where the trouble is with the file as a whole
     */
    public long line() {
        return line;
    }

    /**
     * Whether nothing is wrong but missing candles, so that {@link GapPolicy#SKIP} would go on.
     *
     * @return true for a gap
     */
    public boolean isGap() {
        return gap;
    }
}
