package dev.astrolabe.okx.internal;

import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.okx.model.OkxInstType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The instruments of what the account is told. The catalogue is read again for one that it does not have, but not for each row of
 * one that has no neutral form. Not safe for use by several threads.
 */
final class ListedInstruments {

    private static final Logger LOG = LoggerFactory.getLogger(ListedInstruments.class);
    private static final Duration PAUSE = Duration.ofMinutes(10);
    private static final int REMEMBERED = 1_000;

    private final OkxInstruments instruments;
    private final Clock clock;
    private final Remembered<String, Instant> unlisted = new Remembered<>(REMEMBERED);

    ListedInstruments(OkxInstruments instruments, Clock clock) {
        this.instruments = instruments;
        this.clock = clock;
    }

    /** Empty for what has no neutral form. */
    Optional<Instrument> find(OkxInstType type, String instId) {
        if ((type != OkxInstType.UNKNOWN && !OkxInstruments.TYPES.contains(type)) || isUnlisted(instId)) {
            return Optional.empty();
        }
        Optional<Instrument> found = instruments.findNew(instId);
        if (found.isEmpty()) {
            unlisted.put(instId, clock.instant());
            LOG.debug("what the account is told of {} was left out: the catalogue does not have it", instId);
        }
        return found;
    }

    private boolean isUnlisted(String instId) {
        return unlisted.get(instId)
                .filter(asked -> clock.instant().isBefore(asked.plus(PAUSE)))
                .isPresent();
    }
}
