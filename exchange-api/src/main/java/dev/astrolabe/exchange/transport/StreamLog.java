package dev.astrolabe.exchange.transport;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the log may show of streams: connections, reasons, names of channels and sizes. Never an address, which may hold a
 * listen key, and never a payload.
 */
final class StreamLog {

    private static final Logger LOG = LoggerFactory.getLogger(StreamHub.class);
    private static final int MAX_WORDS = 200;

    private final String exchange;

    StreamLog(String exchange) {
        this.exchange = exchange;
    }

    void connecting(int connection, String route) {
        LOG.debug("{} connection {}: opening {}", exchange, connection, route);
    }

    void connected(int connection) {
        LOG.debug("{} connection {}: open", exchange, connection);
    }

    void closing(int connection) {
        LOG.debug("{} connection {}: closing", exchange, connection);
    }

    void ended(int connection, String why) {
        LOG.debug("{} connection {}: ended, {}", exchange, connection, why);
    }

    void retrying(Duration pause) {
        LOG.debug("{}: next connection in {} ms", exchange, pause.toMillis());
    }

    void replacing(int connection, String why) {
        LOG.debug("{} connection {}: replacing it, {}", exchange, connection, why);
    }

    void replaced(int connection, int by) {
        LOG.debug("{} connection {}: replaced by connection {}", exchange, connection, by);
    }

    void refused(int connection, int channels, String code, String words) {
        LOG.debug("{} connection {}: {} channels refused, {} {}", exchange, connection, channels, code, oneLine(words));
    }

    private static String oneLine(String text) {
        String cut = text.length() > MAX_WORDS ? text.substring(0, MAX_WORDS) + "…" : text;
        return cut.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    void sending(int connection, String what, Object channels) {
        LOG.trace("{} connection {}: {} {}", exchange, connection, what, channels);
    }

    void received(int connection, String channel, int size) {
        LOG.trace("{} connection {}: {} brought {} characters", exchange, connection, channel, size);
    }

    void unread(int connection, RuntimeException failure) {
        LOG.debug(
                "{} connection {}: a message could not be read: {}",
                exchange,
                connection,
                failure.getClass().getSimpleName());
    }

    void unworded(int connection, RuntimeException failure) {
        LOG.debug(
                "{} connection {}: a message could not be worded: {}",
                exchange,
                connection,
                failure.getClass().getSimpleName());
    }

    void unreadable(String channel, Throwable failure) {
        LOG.debug(
                "{} {}: a payload could not be read: {}",
                exchange,
                channel,
                failure.getClass().getSimpleName());
    }

    void notMadeGood(String channel, Throwable failure) {
        LOG.debug(
                "{} {}: not ready to go live: {}",
                exchange,
                channel,
                failure.getClass().getSimpleName());
    }

    void listenerThrew(String channel, Throwable failure) {
        LOG.warn("{} {}: the listener threw; the subscription goes on", exchange, channel, failure);
    }

    void broken(Throwable failure) {
        LOG.warn("{}: a step of the stream hub failed; it goes on", exchange, failure);
    }
}
