package dev.astrolabe.exchange.transport;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A channel that is wanted, and how it stands with the venue. Hub thread only. */
final class Channel {

    private static final Duration LONGEST_HEAL_PAUSE = Duration.ofMinutes(30);
    private static final int MAX_DOUBLINGS = 20;

    private final String name;
    private final List<StreamSubscription<?>> subscriptions = new ArrayList<>();
    private final Backoff refusals;

    private Duration staleAfter = LONGEST_HEAL_PAUSE;
    private boolean live;
    private Instant heardAt = Instant.MIN;
    private Instant healedAt = Instant.MIN;
    private int heals;
    private Instant askAt = Instant.MIN;
    private boolean alone;

    Channel(String name, SocketOptions options) {
        this.name = name;
        this.refusals = new Backoff(options);
    }

    String name() {
        return name;
    }

    void add(StreamSubscription<?> subscription, Instant now) {
        subscriptions.add(subscription);
        staleAfter = shortest();
        if (live) {
            subscription.live(name, now);
        }
    }

    /** True if nothing wants the channel any more. */
    boolean remove(StreamSubscription<?> subscription) {
        subscriptions.remove(subscription);
        staleAfter = shortest();
        return subscriptions.isEmpty();
    }

    boolean isLive() {
        return live;
    }

    void goLive(Instant now) {
        live = true;
        alone = false;
        refusals.reset();
        heardAt = now;
        subscriptions.forEach(subscription -> subscription.live(name, now));
    }

    void lost(String why) {
        live = false;
        subscriptions.forEach(subscription -> subscription.lost(name, why));
    }

    void data(String payload, Instant received) {
        heardAt = received;
        heals = 0;
        subscriptions.forEach(subscription -> subscription.data(name, payload, received));
    }

    /** The venue has refused the channel by itself: it is asked again after a pause. */
    void refused(Instant now) {
        askAt = now.plus(refusals.next());
    }

    /** The venue has refused the channel among others: it is asked for alone, so that one bad one keeps back no other. */
    void isolate() {
        alone = true;
    }

    boolean isAlone() {
        return alone;
    }

    boolean mayAsk(Instant now) {
        return !now.isBefore(askAt);
    }

    void tick(Instant now) {
        for (StreamSubscription<?> subscription : subscriptions) {
            subscription.tick(now);
        }
    }

    /** Silent for longer than at least one subscription allows. */
    boolean isStale(Instant now) {
        return live && Duration.between(heardAt, now).compareTo(staleAfter) > 0;
    }

    private Duration shortest() {
        return subscriptions.stream()
                .map(subscription -> subscription.staleAfter(name))
                .min(Duration::compareTo)
                .orElse(LONGEST_HEAL_PAUSE);
    }

    /** Whether a silent channel should be tried on another connection: after each try the next is twice as far. */
    boolean isHealDue(Instant now) {
        if (!isStale(now)) {
            return false;
        }
        Duration first = staleAfter;
        Duration grown = first.multipliedBy(1L << heals);
        Duration longest = first.compareTo(LONGEST_HEAL_PAUSE) > 0 ? first : LONGEST_HEAL_PAUSE;
        Duration pause = grown.compareTo(longest) > 0 ? longest : grown;
        return heals == 0 || Duration.between(healedAt, now).compareTo(pause) > 0;
    }

    void healing(Instant now) {
        healedAt = now;
        heals = Math.min(heals + 1, MAX_DOUBLINGS);
    }

    @Override
    public String toString() {
        return name;
    }
}
