package dev.astrolabe.exchange.transport;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * One call of an exchange: verb, path, what it must prove, what it costs and how its answer is read. Immutable: each method
 * that changes something gives a new object. Safe for any thread.
 *
 * @param <T> what the answer is read into
 * @since 0.1
 */
@CheckReturnValue
public final class Endpoint<T> {

    /** The bucket of {@link #weight(int)}. */
    public static final String WEIGHT = "REQUEST_WEIGHT";

    private final HttpMethod method;
    private final String path;
    private final ResponseParser<T> parser;
    private final Access access;
    private final Priority priority;
    private final boolean mutation;
    private final ToIntFunction<Params> weight;
    private final List<Function<Params, Cost>> limits;
    private final String id;

    private Endpoint(
            HttpMethod method,
            String path,
            ResponseParser<T> parser,
            Access access,
            Priority priority,
            boolean mutation,
            ToIntFunction<Params> weight,
            List<Function<Params, Cost>> limits) {
        this.method = method;
        this.path = path;
        this.parser = parser;
        this.access = access;
        this.priority = priority;
        this.mutation = mutation;
        this.weight = weight;
        this.limits = limits;
        this.id = method + " " + path;
    }

    /**
     * A GET, public, of weight 1.
     *
     * @param path the path from the host on, beginning with a slash and without a query
     * @param parser reads the answer
     * @param <T> what it is read into
     * @return the endpoint
     */
    public static <T> Endpoint<T> get(String path, ResponseParser<T> parser) {
        return of(HttpMethod.GET, path, parser);
    }

    /**
     * A POST, public, of weight 1, a mutation.
     *
     * @param path the path from the host on, beginning with a slash and without a query
     * @param parser reads the answer
     * @param <T> what it is read into
     * @return the endpoint
     */
    public static <T> Endpoint<T> post(String path, ResponseParser<T> parser) {
        return of(HttpMethod.POST, path, parser);
    }

    /**
     * A PUT, public, of weight 1, a mutation.
     *
     * @param path the path from the host on, beginning with a slash and without a query
     * @param parser reads the answer
     * @param <T> what it is read into
     * @return the endpoint
     */
    public static <T> Endpoint<T> put(String path, ResponseParser<T> parser) {
        return of(HttpMethod.PUT, path, parser);
    }

    /**
     * A DELETE, public, of weight 1, a mutation.
     *
     * @param path the path from the host on, beginning with a slash and without a query
     * @param parser reads the answer
     * @param <T> what it is read into
     * @return the endpoint
     */
    public static <T> Endpoint<T> delete(String path, ResponseParser<T> parser) {
        return of(HttpMethod.DELETE, path, parser);
    }

    private static <T> Endpoint<T> of(HttpMethod method, String path, ResponseParser<T> parser) {
        if (!path.startsWith("/") || path.indexOf('?') >= 0 || path.indexOf('#') >= 0) {
            throw new IllegalArgumentException("path " + path + " does not begin with a slash, or has a query");
        }
        boolean mutation = method != HttpMethod.GET;
        return new Endpoint<>(method, path, parser, Access.PUBLIC, Priority.ORDINARY, mutation, params -> 1, List.of());
    }

    /**
     * Sets what the call must prove.
     *
     * @param value PUBLIC unless set
     * @return the endpoint with it
     */
    public Endpoint<T> access(Access value) {
        return new Endpoint<>(method, path, parser, value, priority, mutation, weight, limits);
    }

    /**
     * Sets the weight in the bucket {@link #WEIGHT}.
     *
     * @param value from 0; 1 unless set
     * @return the endpoint with it
     */
    public Endpoint<T> weight(int value) {
        return weight(params -> value);
    }

    /**
     * Sets a weight that depends on the parameters.
     *
     * @param value gives the weight, from 0
     * @return the endpoint with it
     */
    public Endpoint<T> weight(ToIntFunction<Params> value) {
        return new Endpoint<>(method, path, parser, access, priority, mutation, value, limits);
    }

    /**
     * Adds a cost in a further bucket.
     *
     * @param bucket what the venue counts, such as {@code ORDERS}
     * @param cost from 0
     * @return the endpoint with it
     */
    public Endpoint<T> limit(String bucket, int cost) {
        return limit(params -> Cost.of(bucket, cost));
    }

    /**
     * Adds a cost that depends on the parameters: each order of a batch, or a count for each instrument.
     *
     * @param cost gives the cost
     * @return the endpoint with it
     */
    public Endpoint<T> limit(Function<Params, Cost> cost) {
        List<Function<Params, Cost>> more = new ArrayList<>(limits);
        more.add(cost);
        return new Endpoint<>(method, path, parser, access, priority, mutation, weight, List.copyOf(more));
    }

    /**
     * Sets whether the call changes something at the venue. A mutation leaves this process once and is never repeated; a read
     * may be. Unless set, every verb but GET is a mutation; a POST that only asks is none.
     *
     * @param value whether it changes something
     * @return the endpoint with it
     * @throws IllegalArgumentException if a GET were to be a mutation: intermediaries may repeat it
     */
    public Endpoint<T> mutation(boolean value) {
        if (value && method == HttpMethod.GET) {
            throw new IllegalArgumentException(id() + " cannot be a mutation");
        }
        return new Endpoint<>(method, path, parser, access, priority, value, weight, limits);
    }

    /**
     * Sets whether the call may use what the rate limiter keeps back.
     *
     * @param value URGENT for cancels and closes; ORDINARY unless set
     * @return the endpoint with it
     */
    public Endpoint<T> priority(Priority value) {
        return new Endpoint<>(method, path, parser, access, value, mutation, weight, limits);
    }

    /**
     * The verb.
     *
     * @return the verb
     */
    public HttpMethod method() {
        return method;
    }

    /**
     * The path from the host on.
     *
     * @return the path, beginning with a slash and without a query
     */
    public String path() {
        return path;
    }

    /**
     * What reads the answer.
     *
     * @return the parser
     */
    public ResponseParser<T> parser() {
        return parser;
    }

    /**
     * What the call must prove.
     *
     * @return the access
     */
    public Access access() {
        return access;
    }

    /**
     * Whether the call may use what the rate limiter keeps back.
     *
     * @return the priority
     */
    public Priority priority() {
        return priority;
    }

    /**
     * Whether the call changes something at the venue.
     *
     * @return true for a mutation
     */
    public boolean mutation() {
        return mutation;
    }

    /**
     * What a call takes out of the venue's limits.
     *
     * @param params its parameters
     * @return the costs above 0, the weight first
     */
    public List<Cost> costs(Params params) {
        List<Cost> costs = new ArrayList<>(1 + limits.size());
        add(Cost.of(WEIGHT, weight.applyAsInt(params)), costs);
        for (Function<Params, Cost> limit : limits) {
            add(limit.apply(params), costs);
        }
        return Collections.unmodifiableList(costs);
    }

    private static void add(Cost cost, List<Cost> costs) {
        if (cost.amount() > 0) {
            costs.add(cost);
        }
    }

    /**
     * The name in messages, logs and tests.
     *
     * @return such as {@code POST /fapi/v1/order}
     */
    public String id() {
        return id;
    }

    @Override
    public String toString() {
        return id();
    }
}
