package dev.astrolabe.aster.hmac;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.AbstractLogger;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.helpers.MessageFormatter;
import org.slf4j.helpers.NOPMDCAdapter;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/** The logging back end of these tests: keeps what this project's loggers write at any level. */
public final class CapturedLogs implements SLF4JServiceProvider {

    private static final List<String> LINES = Collections.synchronizedList(new ArrayList<>());

    /** For the service loader. */
    public CapturedLogs() {}

    static List<String> lines() {
        return List.copyOf(LINES);
    }

    static void clear() {
        LINES.clear();
    }

    @Override
    public ILoggerFactory getLoggerFactory() {
        return Line::new;
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
    public void initialize() {}

    private static final class Line extends AbstractLogger {
        private static final long serialVersionUID = 1L;

        Line(String name) {
            this.name = name;
        }

        private boolean ours() {
            return name.startsWith("dev.astrolabe");
        }

        @Override
        protected String getFullyQualifiedCallerName() {
            return name;
        }

        @Override
        protected void handleNormalizedLoggingCall(
                Level level, Marker marker, String pattern, Object[] arguments, Throwable failure) {
            LINES.add(level + " " + MessageFormatter.basicArrayFormat(pattern, arguments) + " " + failure);
        }

        @Override
        public boolean isTraceEnabled() {
            return ours();
        }

        @Override
        public boolean isTraceEnabled(Marker marker) {
            return ours();
        }

        @Override
        public boolean isDebugEnabled() {
            return ours();
        }

        @Override
        public boolean isDebugEnabled(Marker marker) {
            return ours();
        }

        @Override
        public boolean isInfoEnabled() {
            return ours();
        }

        @Override
        public boolean isInfoEnabled(Marker marker) {
            return ours();
        }

        @Override
        public boolean isWarnEnabled() {
            return ours();
        }

        @Override
        public boolean isWarnEnabled(Marker marker) {
            return ours();
        }

        @Override
        public boolean isErrorEnabled() {
            return ours();
        }

        @Override
        public boolean isErrorEnabled(Marker marker) {
            return ours();
        }
    }
}
