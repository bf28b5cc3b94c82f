package dev.astrolabe.simulator.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Every request that was accepted, in the order of acceptance; such that overlap stand either way round. Safe for any thread.
 *
 * @since 0.1
 */
public final class Journal {

    private final List<JournalEntry> entries = new ArrayList<>();

    /** An empty one. */
    public Journal() {}

    /**
     * Notes an acceptance.
     *
     * @param time the venue's time
     * @param acceptance what was taken on
     * @param fault the name of what went wrong on the way; empty where nothing did
     */
    public synchronized void note(Instant time, Acceptance acceptance, String fault) {
        entries.add(new JournalEntry(entries.size() + 1L, time, acceptance, fault));
    }

    /**
     * What was accepted after an entry.
     *
     * @param number the last one that is known; 0 for all
     * @return the entries behind it, oldest first
     */
    public synchronized List<JournalEntry> after(long number) {
        return List.copyOf(entries.subList((int) Math.max(0, Math.min(number, entries.size())), entries.size()));
    }
}
