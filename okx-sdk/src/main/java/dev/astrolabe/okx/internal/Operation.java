package dev.astrolabe.okx.internal;

import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.transport.Access;
import dev.astrolabe.exchange.transport.Cost;
import dev.astrolabe.exchange.transport.Endpoint;
import dev.astrolabe.exchange.transport.HttpMethod;
import dev.astrolabe.exchange.transport.Params;
import dev.astrolabe.exchange.transport.Priority;
import dev.astrolabe.exchange.transport.RateWindow;
import dev.astrolabe.exchange.transport.ResponseParser;
import dev.astrolabe.okx.model.OkxFields;
import dev.astrolabe.okx.model.OkxQuery;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * One call of OKX: where it is, what it takes, how often it may be made, and what its rows are.
 *
 * @param endpoint the call
 * @param windows its limits
 * @param needed the parameters that a query must have
 * @param taken all that it may have
 * @param paging the field of a row that goes on to older ones, and the largest page; without a field the call has one page alone
 * @param batch whether it carries several items, each with a verdict of its own
 * @param expires whether the venue drops it after a time that is sent with it
 * @param <T> what the answer is read into
 */
record Operation<T>(
        Endpoint<T> endpoint,
        List<RateWindow> windows,
        Set<String> needed,
        Set<String> taken,
        Paging paging,
        boolean batch,
        boolean expires) {

    /** What every order and amendment of the account counts into, whatever its instrument. */
    static final String ACCOUNT_ORDERS = "account orders";

    private static final int MAX_ACCOUNT_ORDERS = 1000;

    /** How a list goes on. */
    record Paging(String cursor, int largest) {
        static final Paging NONE = new Paging("", 0);
    }

    /** A public read. */
    static Spec open(String path, Rate rate) {
        return new Spec(HttpMethod.GET, path, rate, Access.PUBLIC);
    }

    /** A read of the account. */
    static Spec read(String path, Rate rate) {
        return new Spec(HttpMethod.GET, path, rate, Access.SIGNED);
    }

    /** A change. */
    static Spec change(String path, Rate rate) {
        return new Spec(HttpMethod.POST, path, rate, Access.SIGNED);
    }

    /** The same call, which may use what the limiter keeps back. */
    Operation<T> urgent() {
        return new Operation<>(endpoint.priority(Priority.URGENT), windows, needed, taken, paging, batch, expires);
    }

    /**
     * The parameters of a query.
     *
     * @throws NotSentException naming what is missing, not taken or out of range
     */
    Params params(OkxQuery query) {
        Set<String> missing = new TreeSet<>(needed);
        missing.removeAll(query.values().keySet());
        if (!missing.isEmpty()) {
            throw NotSentException.invalid(endpoint + " needs " + String.join(", ", missing));
        }
        Params params = Params.create();
        for (Map.Entry<String, String> value : query.values().entrySet()) {
            if (!taken.contains(value.getKey())) {
                throw NotSentException.invalid(
                        endpoint + " takes no " + value.getKey() + ", only " + new TreeSet<>(taken));
            }
            params = params.add(value.getKey(), value.getValue());
        }
        query.get("limit").ifPresent(this::checkLimit);
        return params;
    }

    private void checkLimit(String text) {
        int limit = text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
        if (paging.largest() > 0 && (limit < 1 || limit > paging.largest())) {
            throw NotSentException.invalid("limit " + text + " of " + endpoint + " is not from 1 to " + paging.largest()
                    + "; nearest is " + Math.max(1, Math.min(limit, paging.largest())));
        }
    }

    /** What a call is made of before its rows are known. */
    static final class Spec {
        private final HttpMethod method;
        private final String path;
        private final Rate rate;
        private final Access access;
        private final Set<String> needed = new LinkedHashSet<>();
        private final Set<String> taken = new LinkedHashSet<>();
        private Paging paging = Paging.NONE;
        private Priority priority = Priority.ORDINARY;
        private String single = "";
        private boolean batch;
        private boolean expires;
        private boolean countsOrders;
        private boolean asks;

        private Spec(HttpMethod method, String path, Rate rate, Access access) {
            this.method = method;
            this.path = path;
            this.rate = rate.bucket().isEmpty() ? rate.shared(method + " " + path) : rate;
            this.access = access;
        }

        /** Parameters that a query must have. */
        Spec needs(String... names) {
            needed.addAll(List.of(names));
            return takes(names);
        }

        /** Parameters that a query may have. */
        Spec takes(String... names) {
            taken.addAll(List.of(names));
            return this;
        }

        /** A list that goes on behind a field of its last row. */
        Spec pagedBy(String cursor, int largest) {
            paging = new Paging(cursor, largest);
            return takes("after", "before", "limit");
        }

        /** A list that has no further pages. */
        Spec limitedTo(int largest) {
            paging = new Paging("", largest);
            return takes("limit");
        }

        /** May use what the limiter keeps back: cancels and closes. */
        Spec urgent() {
            priority = Priority.URGENT;
            return this;
        }

        /** A POST that changes nothing. */
        Spec asks() {
            asks = true;
            return this;
        }

        /** Dropped by the venue after the time that is sent with it. */
        Spec expires() {
            expires = true;
            return this;
        }

        /** Each item is one of the orders that the account may send in a time. */
        Spec countsOrders() {
            countsOrders = true;
            return this;
        }

        /** Carries several items. One alone counts into the bucket of the single call. */
        Spec batch(String singleBucket) {
            batch = true;
            single = singleBucket;
            return this;
        }

        /** Every row of {@code data}. */
        <R> Operation<List<R>> rows(Function<OkxFields, R> row) {
            return parsed(Envelope.rows(row));
        }

        /** The only row of {@code data}. */
        <R> Operation<R> row(Function<OkxFields, R> row) {
            return parsed(Envelope.row(row));
        }

        <R> Operation<R> parsed(ResponseParser<R> parser) {
            Endpoint<R> endpoint = method == HttpMethod.GET ? Endpoint.get(path, parser) : Endpoint.post(path, parser);
            endpoint = endpoint.access(access).priority(priority).weight(0).limit(this::cost);
            List<RateWindow> windows = new ArrayList<>(List.of(rate.window()));
            if (countsOrders) {
                endpoint = endpoint.limit(params -> Cost.of(ACCOUNT_ORDERS, items(params)));
                windows.add(new RateWindow(ACCOUNT_ORDERS, Duration.ofSeconds(2), MAX_ACCOUNT_ORDERS));
            }
            if (asks) {
                endpoint = endpoint.mutation(false);
            }
            return new Operation<>(
                    endpoint, List.copyOf(windows), Set.copyOf(needed), Set.copyOf(taken), paging, batch, expires);
        }

        private Cost cost(Params params) {
            int items = items(params);
            return batch && params.size() == 1 && !single.isEmpty()
                    ? new Cost(single, params.items().get(0).get("instId").orElse(""), 1)
                    : rate.cost(params, items);
        }

        private static int items(Params params) {
            return Math.max(1, params.size());
        }
    }
}
