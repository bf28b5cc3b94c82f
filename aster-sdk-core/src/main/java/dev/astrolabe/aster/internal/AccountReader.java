package dev.astrolabe.aster.internal;

import dev.astrolabe.aster.internal.UserPayloads.AccountEvent;
import dev.astrolabe.exchange.transport.Params;
import java.time.Duration;
import java.time.Instant;

/**
 * Reads balances and positions over REST. The weight of it comes out of what orders need too: ten readings go at once, then one a
 * second. Not safe for use by several threads.
 */
final class AccountReader {

    private static final int ATTEMPTS = 3;
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration EACH = Duration.ofSeconds(1);
    private static final Duration BURST = EACH.multipliedBy(9);

    private final AsterContext context;
    private Instant paidUntil = Instant.EPOCH;

    AccountReader(AsterContext context) {
        this.context = context;
    }

    AccountReading read() throws InterruptedException {
        pay();
        Instant askedAt = context.clock().instant();
        Instant venueTime = context.rest().serverClock().now();
        AsterEndpoints endpoints = context.endpoints();
        return new AccountReading(
                askedAt,
                venueTime,
                context.call(endpoints.account.account, Params.create()).assets(),
                context.call(endpoints.account.positions, Params.create()));
    }

    private void pay() throws InterruptedException {
        Instant now = context.clock().instant();
        Instant earliest = paidUntil.minus(BURST);
        if (now.isBefore(earliest)) {
            // No longer than a clock that was set back allows.
            Duration wait = Duration.between(now, earliest);
            context.sleeper().sleep(wait.compareTo(EACH) > 0 ? EACH : wait);
        }
        paidUntil = (paidUntil.isAfter(now) ? paidUntil : now).plus(EACH);
    }

    /** A reading that shows what an event told. REST may lag behind the stream for a moment, but not for ever. */
    AccountReading readFor(AccountEvent event) throws InterruptedException {
        AccountReading reading = read();
        for (int attempt = 1; attempt < ATTEMPTS && !reading.shows(event, false); attempt++) {
            context.sleeper().sleep(PAUSE);
            reading = read();
        }
        return reading;
    }
}
