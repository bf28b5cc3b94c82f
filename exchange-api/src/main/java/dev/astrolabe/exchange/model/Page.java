package dev.astrolabe.exchange.model;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A part of a longer list, ascending by time. Immutable.
 *
 * @param <T> the items
 * @since 0.1
 */
public final class Page<T> {

    private final List<T> items;
    private final @Nullable String next;

    private Page(List<T> items, @Nullable String next) {
        this.items = List.copyOf(items);
        this.next = next;
    }

    /**
     * The last page of a list.
     *
     * @param items its items, ascending by time
     * @param <T> the items
     * @return the page
     */
    public static <T> Page<T> last(List<T> items) {
        return new Page<>(items, null);
    }

    /**
     * A page that others follow.
     *
     * @param items its items, ascending by time
     * @param next where the next page starts
     * @param <T> the items
     * @return the page
     */
    public static <T> Page<T> of(List<T> items, String next) {
        return new Page<>(items, Objects.requireNonNull(next, "next"));
    }

    /**
     * The items of this page.
     *
     * @return an unmodifiable list, ascending by time
     */
    public List<T> items() {
        return items;
    }

    /**
     * Where the next page starts.
     *
     * @return the cursor for {@link HistoryQuery.Builder#cursor}; empty on the last page
     */
    public Optional<String> next() {
        return Optional.ofNullable(next);
    }

    /**
     * Every item from a query on, page by page as the stream is consumed: {@code Page.stream(query, trading::fills)}.
     * Each page is one blocking call on the consuming thread.
     *
     * @param query the first page's query
     * @param read the call that reads one page
     * @param <T> the items
     * @return a sequential stream; stop consuming to stop reading
     */
    public static <T> Stream<T> stream(HistoryQuery query, Function<HistoryQuery, Page<T>> read) {
        return StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(new Pages<>(query, read), Spliterator.ORDERED), false)
                .flatMap(page -> page.items().stream());
    }

    /**
     * Hands over every item from a query on, page by page: {@code Page.forEach(query, trading::fills, this::book)}. Each page is
     * one blocking call on the caller's thread.
     *
     * @param query the first page's query
     * @param read the call that reads one page
     * @param action is given each item, in the order of the pages
     * @param <T> the items
     */
    public static <T> void forEach(
            HistoryQuery query, Function<HistoryQuery, Page<T>> read, Consumer<? super T> action) {
        Pages<T> pages = new Pages<>(query, read);
        while (pages.hasNext()) {
            pages.next().items().forEach(action);
        }
    }

    @Override
    public String toString() {
        return "Page[" + items.size() + " items" + (next == null ? ", last" : ", next=" + next) + "]";
    }

    private static final class Pages<T> implements java.util.Iterator<Page<T>> {
        private final Function<HistoryQuery, Page<T>> read;
        private @Nullable HistoryQuery query;

        Pages(HistoryQuery query, Function<HistoryQuery, Page<T>> read) {
            this.query = query;
            this.read = read;
        }

        @Override
        public boolean hasNext() {
            return query != null;
        }

        @Override
        public Page<T> next() {
            HistoryQuery current = query;
            if (current == null) {
                throw new NoSuchElementException("no page after the last one");
            }
            Page<T> page = read.apply(current);
            if (page.next().isPresent() && page.next().equals(current.cursor())) {
                throw new IllegalStateException(
                        "the page at cursor " + page.next().get() + " names itself as the next one");
            }
            query = page.next()
                    .map(cursor -> current.toBuilder().cursor(cursor).build())
                    .orElse(null);
            return page;
        }
    }
}
