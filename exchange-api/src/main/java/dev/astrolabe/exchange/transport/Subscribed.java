package dev.astrolabe.exchange.transport;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The channels that one connection has asked for, and which of them the venue has confirmed. Hub thread only. */
final class Subscribed {

    private final Map<String, Boolean> confirmed = new LinkedHashMap<>();
    /** What was ended here: data that is still under way does not confirm it when it is asked for again. */
    private final Set<String> ended = new HashSet<>();

    void ask(Collection<String> channels) {
        channels.forEach(channel -> confirmed.put(channel, false));
    }

    void confirm(Collection<String> channels) {
        channels.forEach(channel -> confirmed.put(channel, true));
        ended.removeAll(channels);
    }

    void end(Collection<String> channels) {
        confirmed.keySet().removeAll(channels);
        ended.addAll(channels);
    }

    void refuse(Collection<String> channels) {
        confirmed.keySet().removeAll(channels);
    }

    /** In the order in which they were asked for. */
    Set<String> channels() {
        return Collections.unmodifiableSet(confirmed.keySet());
    }

    boolean isConfirmed(String channel) {
        return confirmed.getOrDefault(channel, false);
    }

    /** Whether data of the channel shows that the venue has subscribed it, though it has not said so yet. */
    boolean isConfirmedByData(String channel) {
        return confirmed.containsKey(channel) && !ended.contains(channel);
    }

    /** Those of the channels that still wait for the venue's word. */
    List<String> unconfirmed(Collection<String> channels) {
        return channels.stream()
                .filter(channel -> Boolean.FALSE.equals(confirmed.get(channel)))
                .toList();
    }
}
