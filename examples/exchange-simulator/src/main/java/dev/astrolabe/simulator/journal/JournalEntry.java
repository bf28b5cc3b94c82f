package dev.astrolabe.simulator.journal;

import java.time.Instant;

/**
 * One line of the journal.
 *
 * @param number from 1, without holes
 * @param time when the venue took it on, by its clock
 * @param acceptance what it took on
 * @param fault what went wrong with it on the way, by the fault's name; empty where nothing did
 * @since 0.1
 */
public record JournalEntry(long number, Instant time, Acceptance acceptance, String fault) {}
