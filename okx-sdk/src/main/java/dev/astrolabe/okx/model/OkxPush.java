package dev.astrolabe.okx.model;

import java.util.List;

/**
 * One message of a channel whose messages are more than their rows: a snapshot, perhaps in pages, or a change of it. (docs: OKX v5,
 * "Order book channel", "Positions channel" and "Account channel")
 *
 * @param kind {@code snapshot}, {@code update} or {@code event_update}; empty where each message is whole
 * @param page the number of this page of a snapshot, from 1; 0 where there are no pages
 * @param isLast whether no page follows
 * @param rows the rows
 * @param <T> the row
 * @since 0.1
 */
public record OkxPush<T>(String kind, int page, boolean isLast, List<T> rows) {
    /**
     * Copies the rows.
     *
     * @param kind {@code snapshot}, {@code update} or {@code event_update}; empty where each message is whole
     * @param page the number of this page of a snapshot, from 1; 0 where there are no pages
     * @param isLast whether no page follows
     * @param rows the rows
     */
    public OkxPush {
        rows = List.copyOf(rows);
    }
}
