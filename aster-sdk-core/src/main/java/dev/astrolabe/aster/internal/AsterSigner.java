package dev.astrolabe.aster.internal;

import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.transport.Endpoint;
import dev.astrolabe.exchange.transport.Params;
import dev.astrolabe.exchange.transport.WireRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.OptionalLong;
import java.util.TreeSet;

/**
 * A signing scheme. All parameters stand in one place, the query of a GET and the form of any other verb, so that a scheme
 * sees one text and completes it. Safe for any thread; closing wipes its secrets.
 *
 * @since 0.1
 */
public interface AsterSigner extends AutoCloseable {

    /**
     * Refuses a call for which there are no credentials, before anything is asked of the venue for it.
     *
     * @param endpoint a call that is not public
     * @throws NotSentException naming what is missing
     */
    void requireCredentials(Endpoint<?> endpoint);

    /**
     * Waits until one more signed call may be on its way. Some schemes bound how many there are at a time.
     *
     * @param endpoint the call
     * @return closed when its answer is there
     * @throws NotSentException if the thread is interrupted
     */
    Permit admit(Endpoint<?> endpoint);

    /** The right to have one signed call on its way. */
    interface Permit extends AutoCloseable {

        /** For schemes without a bound. */
        Permit UNBOUNDED = () -> {};

        /** Gives the right back. */
        @Override
        void close();
    }

    /**
     * Completes the parameters of a signed call by what proves the caller, the signature last. A parameter of the scheme that
     * is among them already, such as the nonce of an order that is to be dropped, is kept.
     *
     * @param endpoint the call, for messages
     * @param params the parameters, possibly none
     * @param venueNow the venue's time
     * @return the text that is sent
     * @throws NotSentException if a credential is missing or wiped
     */
    Signed sign(Endpoint<?> endpoint, Params params, Instant venueNow);

    /**
     * A signed text.
     *
     * @param text the whole query or form, as it is sent
     * @param nonce the number that makes the request unique; empty in a scheme that has none
     */
    record Signed(String text, OptionalLong nonce) {

        /**
         * A signed text.
         *
         * @param text the whole query or form, as it is sent
         * @param nonce the number that makes the request unique; empty in a scheme that has none
         */
        public Signed {}

        /** Without the text, which carries the signature. */
        @Override
        public String toString() {
            return "Signed[***]";
        }
    }

    /**
     * Adds what names the caller beside the parameters, such as a header. Asked for every call that is not public.
     *
     * @param endpoint the call, for messages
     * @param request the request
     * @return the request with it
     * @throws NotSentException if a credential is missing or wiped
     */
    WireRequest identify(Endpoint<?> endpoint, WireRequest request);

    /**
     * For how long after its signing the venue may still execute a request.
     *
     * @return the time
     */
    Duration executionWindow();

    /** Wipes the secrets. A second call does nothing. */
    @Override
    void close();

    /**
     * A scheme without credentials: public calls go, every other one is refused before any I/O.
     *
     * @param credentialNames what is missing, for the message
     * @return the scheme
     */
    static AsterSigner publicOnly(Collection<String> credentialNames) {
        String names = String.join(" and ", new TreeSet<>(credentialNames));
        return new AsterSigner() {
            @Override
            public void requireCredentials(Endpoint<?> endpoint) {
                throw missing(endpoint);
            }

            @Override
            public Permit admit(Endpoint<?> endpoint) {
                throw missing(endpoint);
            }

            @Override
            public Signed sign(Endpoint<?> endpoint, Params params, Instant venueNow) {
                throw missing(endpoint);
            }

            @Override
            public WireRequest identify(Endpoint<?> endpoint, WireRequest request) {
                throw missing(endpoint);
            }

            private NotSentException missing(Endpoint<?> endpoint) {
                return NotSentException.invalid(
                        endpoint.id() + " needs the credentials " + names + "; this client was opened without them");
            }

            @Override
            public Duration executionWindow() {
                return Duration.ZERO;
            }

            @Override
            public void close() {
                // There is nothing to wipe.
            }
        };
    }
}
