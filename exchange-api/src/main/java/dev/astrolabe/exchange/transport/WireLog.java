package dev.astrolabe.exchange.transport;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the log may show of a call: verb, path, status and time; at TRACE the parameters, values only of those that are known to
 * be harmless. Never an address with its query, a header or a body.
 */
final class WireLog {

    private static final Logger LOG = LoggerFactory.getLogger(RestClient.class);

    private static final Set<String> HARMLESS = Set.of(
            "symbol",
            "pair",
            "instId",
            "instType",
            "instFamily",
            "side",
            "positionSide",
            "posSide",
            "type",
            "ordType",
            "tdMode",
            "timeInForce",
            "interval",
            "bar",
            "limit",
            "startTime",
            "endTime");

    private final String exchange;
    private final Clock clock;

    WireLog(String exchange, Clock clock) {
        this.exchange = exchange;
        this.clock = clock;
    }

    void sending(Endpoint<?> endpoint, Params params) {
        if (LOG.isTraceEnabled()) {
            LOG.trace("{} {} sending {}", exchange, endpoint, masked(params));
        }
    }

    private static String masked(Params params) {
        StringBuilder text = new StringBuilder("[");
        for (String name : params.names()) {
            String value = HARMLESS.contains(name) ? params.get(name).orElse("***") : "***";
            text.append(text.length() > 1 ? ", " : "").append(name).append('=').append(value);
        }
        return text.append(']').toString();
    }

    void answered(Endpoint<?> endpoint, WireResponse response, Judgement judgement, Instant since) {
        if (LOG.isDebugEnabled()) {
            LOG.debug(
                    "{} {}: HTTP {} in {} ms, {}",
                    exchange,
                    endpoint,
                    response.status(),
                    millis(since),
                    judgement.getClass().getSimpleName());
        }
    }

    void failed(Endpoint<?> endpoint, Exception failure, boolean sent, Instant since) {
        LOG.debug(
                "{} {}: {} after {} ms, {}",
                exchange,
                endpoint,
                failure.getClass().getSimpleName(),
                millis(since),
                sent ? "sent" : "not sent");
    }

    private long millis(Instant since) {
        return Duration.between(since, clock.instant()).toMillis();
    }

    void repeating(Endpoint<?> endpoint, int attempt, Duration pause) {
        LOG.debug("{} {}: attempt {} follows in {} ms", exchange, endpoint, attempt, pause.toMillis());
    }

    void clockKept(Exception failure) {
        LOG.debug(
                "{}: no new sample of the clock: {}",
                exchange,
                failure.getClass().getSimpleName());
    }

    void usageUnread(RuntimeException failure) {
        LOG.debug(
                "{}: usage headers could not be read: {}",
                exchange,
                failure.getClass().getSimpleName());
    }
}
