package dev.astrolabe.simulator.okx;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One public channel of one instrument, and who listens to it. A message is made once for all of them. */
abstract class Topic {

    private final String channel;
    private final Duration every;
    private final Set<Session> sessions = new LinkedHashSet<>();
    private @Nullable Instant told;

    /** One that speaks at most so often, in the market's time. */
    Topic(String channel, Duration every) {
        this.channel = channel;
        this.every = every;
    }

    /** What a session that has just joined is told at once. */
    abstract List<String> greeting();

    /** What there is to be told since the last time; nothing where nothing changed. */
    abstract List<String> news(Instant now);

    /** How many listen, one that is joining included. */
    int count() {
        return sessions.size();
    }

    void join(Session session, Instant now) {
        sessions.add(session);
        greeting().forEach(text -> session.pushPublic(channel, text, now));
    }

    void leave(Session session) {
        sessions.remove(session);
    }

    /** Movements without time between them, as of a market that is turned by hand, are all told. */
    private boolean isTooSoon(Instant market) {
        Instant last = told;
        return last != null && last.isBefore(market) && last.plus(every).isAfter(market);
    }

    /**
     * Lets it speak.
     *
     * @param market the market's time, which paces it
     * @param now the venue's, by which sessions count as alive
     */
    void moved(Instant market, Instant now) {
        if (sessions.isEmpty() || isTooSoon(market)) {
            return;
        }
        List<String> texts = news(market);
        if (!texts.isEmpty()) {
            told = market;
            for (String text : texts) {
                for (Session session : sessions) {
                    session.pushPublic(channel, text, now);
                }
            }
        }
    }
}
