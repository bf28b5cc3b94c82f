package dev.astrolabe.exchange.testkit;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;
import org.slf4j.helpers.NOPMDCAdapter;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/**
 * A logging back end for tests: keeps every line of every level while a test records, and nothing otherwise. A module names it
 * in {@code META-INF/services/org.slf4j.spi.SLF4JServiceProvider} of its test resources. What goes to java.util.logging, as the
 * HTTP library's lines do, is kept too. One test records at a time.
 */
public final class LogCapture implements SLF4JServiceProvider {

    private static final List<String> LINES = Collections.synchronizedList(new ArrayList<>());
    private static final String NOTHING = "\0";
    private static volatile String recorded = NOTHING;

    /** For the service loader. */
    public LogCapture() {}

    /**
     * Records while something runs.
     *
     * @param loggers how the names of the loggers begin that are recorded; empty for all
     * @param work what runs
     * @return the lines, with level, logger, and exceptions with their causes
     */
    public static List<String> record(String loggers, Runnable work) {
        Logger root = Logger.getLogger("");
        java.util.logging.Level usual = root.getLevel();
        Handler platform = new PlatformLines();
        LINES.clear();
        recorded = loggers;
        root.addHandler(platform);
        root.setLevel(java.util.logging.Level.ALL);
        try {
            work.run();
            return List.copyOf(LINES);
        } finally {
            root.setLevel(usual);
            root.removeHandler(platform);
            recorded = NOTHING;
        }
    }

    private static void keep(String level, String logger, String text, Throwable throwable) {
        StringWriter line = new StringWriter();
        line.append(level).append(' ').append(logger).append(' ').append(text);
        if (throwable != null) {
            throwable.printStackTrace(new PrintWriter(line.append(' '), true));
        }
        LINES.add(line.toString());
    }

    /** Lines of java.util.logging. */
    private static final class PlatformLines extends Handler {

        PlatformLines() {
            setLevel(java.util.logging.Level.ALL);
        }

        @Override
        public void publish(LogRecord line) {
            String name = String.valueOf(line.getLoggerName());
            if (name.startsWith(recorded)) {
                String text = new SimpleFormatter().formatMessage(line);
                keep(line.getLevel().getName(), name, text, line.getThrown());
            }
        }

        @Override
        public void flush() {
            // nothing is held back
        }

        @Override
        public void close() {
            // nothing is open
        }
    }

    @Override
    public ILoggerFactory getLoggerFactory() {
        return CapturedLogger::new;
    }

    @Override
    public IMarkerFactory getMarkerFactory() {
        return new BasicMarkerFactory();
    }

    @Override
    public MDCAdapter getMDCAdapter() {
        return new NOPMDCAdapter();
    }

    @Override
    public String getRequestedApiVersion() {
        return "2.0.99";
    }

    @Override
    public void initialize() {
        // nothing to prepare
    }

    private static final class CapturedLogger extends LegacyAbstractLogger {

        private static final long serialVersionUID = 1L;

        CapturedLogger(String name) {
            this.name = name;
        }

        @Override
        protected void handleNormalizedLoggingCall(
                Level level, Marker marker, String pattern, Object[] arguments, Throwable throwable) {
            String text = MessageFormatter.basicArrayFormat(pattern, arguments);
            keep(level.name(), name, text, throwable);
        }

        @Override
        protected String getFullyQualifiedCallerName() {
            return name;
        }

        private boolean isRecorded() {
            return name.startsWith(recorded);
        }

        @Override
        public boolean isTraceEnabled() {
            return isRecorded();
        }

        @Override
        public boolean isDebugEnabled() {
            return isRecorded();
        }

        @Override
        public boolean isInfoEnabled() {
            return isRecorded();
        }

        @Override
        public boolean isWarnEnabled() {
            return isRecorded();
        }

        @Override
        public boolean isErrorEnabled() {
            return isRecorded();
        }
    }
}
