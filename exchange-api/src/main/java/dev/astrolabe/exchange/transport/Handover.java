package dev.astrolabe.exchange.transport;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Changes channels from an old connection to a new one while both deliver. Until a channel changes over, what the old one
 * brings is delivered and what the new one brings is kept; then the rest of what was kept follows, without what the old
 * one has delivered already. Since the two may be differently fast, what the old one was ahead with is also left out after
 * that. Hub thread only.
 */
final class Handover {

    /** About 16 MB; when more is kept, channels change over early. */
    private static final long MAX_KEPT_CHARACTERS = 8_000_000;

    private record Kept(String payload, Instant received) {}

    private static final class Track {
        /** What the old connection has delivered since the new one might, and the new one has not brought yet. */
        private final Map<String, Integer> ahead = new HashMap<>();
        /** What the new connection has brought and the old one has not delivered yet. */
        private final List<Kept> kept = new ArrayList<>();

        private @Nullable Instant confirmedAt;
        private boolean joined;
        private boolean changed;
    }

    private final Connection next;
    private final Duration overlap;
    private final String why;
    private final Map<Channel, Track> tracks = new LinkedHashMap<>();
    private long keptCharacters;
    private @Nullable Instant finishedAt;

    Handover(Connection next, Duration overlap, String why) {
        this.next = next;
        this.overlap = overlap;
        this.why = why;
    }

    Connection next() {
        return next;
    }

    /** The new connection may bring the channel from now on. */
    void asked(Channel channel) {
        tracks.putIfAbsent(channel, new Track());
    }

    /** The new connection brings the channel for certain. */
    void confirmed(Channel channel, Instant now) {
        Track track = tracks.computeIfAbsent(channel, any -> new Track());
        if (track.confirmedAt == null) {
            track.confirmedAt = now;
        }
        if (!channel.isLive()) {
            change(channel, track, now, true, why);
        }
    }

    void forget(Channel channel) {
        tracks.remove(channel);
    }

    void fromOld(Channel channel, String payload, Instant received) {
        Track track = tracks.get(channel);
        if (track != null) {
            if (track.changed) {
                return;
            }
            track.ahead.merge(payload, 1, Integer::sum);
            keptCharacters += payload.length();
        }
        channel.data(payload, received);
    }

    void fromNext(Channel channel, String payload, Instant received) {
        Track track = tracks.get(channel);
        if (track == null) {
            if (isFinished()) {
                channel.data(payload, received);
            }
        } else if (!track.changed) {
            track.kept.add(new Kept(payload, received));
            keptCharacters += payload.length();
        } else if (!isAlreadyDelivered(track, payload)) {
            channel.data(payload, received);
        }
    }

    private static boolean isAlreadyDelivered(Track track, String payload) {
        Integer times = track.ahead.get(payload);
        if (times == null) {
            return false;
        }
        track.joined = true;
        track.ahead.computeIfPresent(payload, (same, count) -> count == 1 ? null : count - 1);
        return true;
    }

    /** Changes over the channels whose overlap is over, or that have nothing to wait for. */
    void tick(Instant now) {
        boolean full = keptCharacters > MAX_KEPT_CHARACTERS;
        tracks.forEach((channel, track) -> {
            if (track.changed || track.confirmedAt == null) {
                return;
            }
            boolean over = !now.isBefore(track.confirmedAt.plus(overlap));
            boolean oldIsMute = channel.isStale(now) && !track.kept.isEmpty();
            if (over || full || oldIsMute) {
                change(channel, track, now, over, why);
            }
        });
    }

    /** The old connection is gone: what the new one has confirmed changes over now, and the rest is lost for the time being. */
    void oldEnded(Collection<Channel> channels, String reason, Instant now) {
        for (Channel channel : channels) {
            Track track = tracks.get(channel);
            if (track != null && track.confirmedAt != null) {
                if (!track.changed) {
                    change(channel, track, now, false, reason);
                }
            } else if (channel.isLive()) {
                channel.lost(reason);
            }
        }
        finish(now);
    }

    /**
     * Nothing was missed if both connections have brought the same, or the old one had its time to bring what it had; but of
     * a channel that was silent for too long it is not known whether the old one still brought it.
     */
    private void change(Channel channel, Track track, Instant now, boolean hadItsTime, String reason) {
        track.changed = true;
        List<Kept> rest = track.kept.stream()
                .filter(kept -> !isAlreadyDelivered(track, kept.payload()))
                .toList();
        track.kept.clear();
        boolean certain = track.joined || (hadItsTime && !channel.isStale(now));
        if (channel.isLive() && !certain) {
            channel.lost(reason);
        }
        if (!channel.isLive()) {
            channel.goLive(now);
        }
        rest.forEach(kept -> channel.data(kept.payload(), kept.received()));
    }

    boolean hasChanged(Channel channel) {
        Track track = tracks.get(channel);
        return track != null && track.changed;
    }

    /** The old connection is no more; what it was ahead with is remembered for one overlap more. */
    void finish(Instant now) {
        tracks.values().removeIf(track -> !track.changed);
        finishedAt = now;
    }

    boolean isFinished() {
        return finishedAt != null;
    }

    boolean isForgotten(Instant now) {
        return finishedAt != null && !now.isBefore(finishedAt.plus(overlap));
    }
}
