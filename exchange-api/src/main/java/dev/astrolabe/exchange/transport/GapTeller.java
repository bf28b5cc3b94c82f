package dev.astrolabe.exchange.transport;

import dev.astrolabe.exchange.stream.UserEvent;
import dev.astrolabe.exchange.transport.Feed.Interruption;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tells the gaps of an account's stream: each once, and behind it what it may have hidden. How things stand at the beginning is read
 * and not told. A reading that failed is begun anew without its gap being told again. Not safe for use by several threads.
 *
 * @param <X> what a reading may throw beside unchecked exceptions
 * @since 0.1
 */
public final class GapTeller<X extends Exception> {

    // The venue may tell late what happened before its last message, and a dead connection is found out late.
    private static final Duration MARGIN = Duration.ofSeconds(30);

    /**
     * Reads how the account stands.
     *
     * @param <X> what it may throw beside unchecked exceptions
     */
    public interface Reading<X extends Exception> {

        /**
         * Notes how things stand, without them being told.
         *
         * @throws X if it cannot be read
         */
        void begin() throws X;

        /**
         * Tells what has changed, and how things stand now.
         *
         * @param since a time of the venue
         * @param out gets the events, none that was told before
         * @throws X if it cannot be read; what was told already is then not told again
         */
        void tell(Instant since, Consumer<? super UserEvent> out) throws X;
    }

    private final RestClient rest;
    private final Reading<X> reading;
    private @Nullable Instant begun;
    // The beginning of a gap that was told, until what it hid is told too.
    private @Nullable Instant openGap;

    /**
     * A teller for one subscription.
     *
     * @param rest whose clock tells the venue's time
     * @param reading reads how the account stands
     */
    public GapTeller(RestClient rest, Reading<X> reading) {
        this.rest = rest;
        this.reading = reading;
    }

    /**
     * The stream is live, as {@link Feed#live} says.
     *
     * @param interruption what was interrupted; null for the first time
     * @param out gets the gap, and what it may have hidden
     * @throws X if that cannot be read now
     */
    public void live(@Nullable Interruption interruption, Consumer<? super UserEvent> out) throws X {
        if (begun == null) {
            Instant start = rest.venueNow();
            reading.begin();
            begun = start;
        } else if (interruption != null) {
            resume(interruption, begun, out);
        }
    }

    private void resume(Interruption interruption, Instant begun, Consumer<? super UserEvent> out) throws X {
        Instant from = rest.serverClock().at(interruption.from());
        if (!from.equals(openGap)) {
            Instant until = rest.serverClock().at(interruption.until());
            out.accept(new UserEvent.Gap(from, until, interruption.why()));
        }
        openGap = from;
        Instant since = from.minus(MARGIN);
        reading.tell(since.isBefore(begun) ? begun : since, out);
        openGap = null;
    }
}
