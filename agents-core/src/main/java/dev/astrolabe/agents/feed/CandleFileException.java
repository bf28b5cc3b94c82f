package dev.astrolabe.agents.feed;

import org.jspecify.annotations.Nullable;

/**
 * A candle file that cannot be used. The message names the file and, where there is one, the line.
 *
 * @since 0.1
 */
public final class CandleFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String file;
    private final long line;

    CandleFileException(String file, long line, String what) {
        this(file, line, what, null);
    }

    @SuppressWarnings("NullAway") // a Throwable takes a null cause
    CandleFileException(String file, long line, String what, @Nullable Throwable cause) {
        super(line > 0 ? file + ":" + line + ": " + what : file + ": " + what, cause);
        this.file = file;
        this.line = line;
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
}
