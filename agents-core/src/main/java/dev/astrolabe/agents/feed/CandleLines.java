package dev.astrolabe.agents.feed;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** The lines of a text file, gzipped or plain as its first bytes say, counted from 1. For one thread. */
final class CandleLines implements Closeable {

    // No candle is that long; a binary file without line ends is noticed here and not in the heap.
    private static final int LONGEST_LINE = 4096;
    private static final int READ_AHEAD = 1 << 16;
    private static final int GZIP_FIRST = 0x1f;
    private static final int GZIP_SECOND = 0x8b;

    private final String file;
    private final InputStream in;
    private final byte[] read = new byte[READ_AHEAD];
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);
    private int at;
    private int end;
    private long line;

    private CandleLines(String file, InputStream in) {
        this.file = file;
        this.in = in;
    }

    static CandleLines open(Path path) {
        String file = path.toString();
        if (Files.isDirectory(path)) {
            throw CandleFileException.of(file, 0, "is a folder, not a candle file");
        }
        InputStream raw = null;
        try {
            raw = new BufferedInputStream(Files.newInputStream(path), READ_AHEAD);
            return new CandleLines(file, isGzip(raw) ? new GZIPInputStream(raw, READ_AHEAD) : raw);
        } catch (NoSuchFileException e) {
            throw CandleFileException.unreadable(file, 0, "there is no such file", e);
        } catch (IOException e) {
            closeQuietly(raw, e);
            throw CandleFileException.unreadable(file, 0, "cannot be opened: " + e.getMessage(), e);
        }
    }

    private static boolean isGzip(InputStream in) throws IOException {
        in.mark(2);
        boolean gzip = in.read() == GZIP_FIRST && in.read() == GZIP_SECOND;
        in.reset();
        return gzip;
    }

    private static void closeQuietly(@Nullable InputStream in, IOException reason) {
        if (in != null) {
            try {
                in.close();
            } catch (IOException e) {
                reason.addSuppressed(e);
            }
        }
    }

    /** The next line without its end; null after the last. A byte order mark before the first is left out. */
    @Nullable
    String next() {
        try {
            if (at == end && !readOn()) {
                return null;
            }
            line++;
            String text = text();
            return line == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (IOException e) {
            throw CandleFileException.unreadable(
                    file, line + 1, "cannot be read on, the file is cut off or damaged: " + e.getMessage(), e);
        }
    }

    /** By bytes: a decoder reads ahead, and would lose the lines before the place where a file is cut off. */
    private String text() throws IOException {
        bytes.reset();
        boolean isWhole = false;
        while (!isWhole && (at < end || readOn())) {
            int first = at;
            while (at < end && read[at] != '\n') {
                at++;
            }
            bytes.write(read, first, at - first);
            if (bytes.size() > LONGEST_LINE) {
                throw error("longer than " + LONGEST_LINE + " bytes, which no candle is");
            }
            isWhole = at < end;
            at += isWhole ? 1 : 0;
        }
        String text = bytes.toString(StandardCharsets.UTF_8);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    /** What can be had at once, so that nothing that precedes a damaged place is lost. False at the end of the file. */
    private boolean readOn() throws IOException {
        // Where that fails, nothing is left to be taken once more.
        int count = in.read(read);
        at = 0;
        end = Math.max(0, count);
        return end > 0;
    }

    /** The number of the line that {@link #next()} gave last. */
    long line() {
        return line;
    }

    CandleFileException error(String what) {
        return CandleFileException.of(file, line, what);
    }

    CandleFileException gap(String what) {
        return CandleFileException.gap(file, line, what);
    }

    CandleFileException wholeFile(String what) {
        return CandleFileException.of(file, 0, what);
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw CandleFileException.unreadable(file, 0, "cannot be closed: " + e.getMessage(), e);
        }
    }
}
