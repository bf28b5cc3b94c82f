package dev.astrolabe.exchange.transport;

import java.time.Instant;

/**
 * What differs from venue to venue under REST: where a request goes, how it is signed, and what an answer means. The
 * {@link RestClient} does the rest. Methods do no I/O, do not block, and are safe for any thread.
 *
 * @since 0.1
 */
public interface VenueProtocol {

    /**
     * The name of the exchange in exceptions and logs.
     *
     * @return such as {@code asterdex}
     */
    String name();

    /**
     * Makes the request of one attempt. Called anew for every attempt, so that a nonce or time is never used twice.
     *
     * @param endpoint the call
     * @param params its parameters, without those of authentication
     * @param venueNow the venue's time, for the signature; this machine's time while the venue's is not known
     * @return the request, signed as the endpoint's access demands
     * @throws dev.astrolabe.exchange.error.NotSentException if a credential is missing or a parameter cannot be sent
     */
    WireRequest prepare(Endpoint<?> endpoint, Params params, Instant venueNow);

    /**
     * Says what an answer means. Gets everything that comes back: errors inside HTTP 200, pages of a gateway, empty bodies.
     *
     * @param endpoint the call
     * @param response the answer
     * @return the judgement; {@link Judgement#ofStatus} serves where the body says nothing
     */
    Judgement judge(Endpoint<?> endpoint, WireResponse response);

    /**
     * Tells the limiter what an answer's headers say about usage. Called for every answer, before it is judged.
     *
     * @param response the answer
     * @param limiter the limiter to tell
     */
    void observe(WireResponse response, RateLimiter limiter);

    /**
     * The call for the venue's clock.
     *
     * @return a public read
     */
    Endpoint<Instant> serverTime();
}
