package dev.astrolabe.agents.session;

import dev.astrolabe.agents.AgentId;
import dev.astrolabe.agents.market.MarketTick;
import dev.astrolabe.exchange.Account;
import dev.astrolabe.exchange.ExchangeClient;
import dev.astrolabe.exchange.ExchangeId;
import dev.astrolabe.exchange.Trading;
import dev.astrolabe.exchange.model.Balance;
import dev.astrolabe.exchange.model.OrderAck;
import dev.astrolabe.exchange.model.OrderRef;
import dev.astrolabe.exchange.model.OrderRequest;
import dev.astrolabe.exchange.model.OrderResolution;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Writes down which orders reach the venue, and lets a test come between the session and the venue. */
final class WatchedExecution implements ExecutionPort {

    /** What reached the venue, such as {@code place S 0.05 at 49000} or {@code cancel S}; letters as in the client order ids. */
    final List<String> log = new ArrayList<>();

    BiFunction<OrderRequest, Supplier<OrderAck>, OrderAck> place = (order, venue) -> venue.get();
    BiFunction<OrderRef, Supplier<OrderAck>, OrderAck> cancel = (ref, venue) -> venue.get();
    BiFunction<OrderRef, Supplier<OrderResolution>, OrderResolution> resolve = (ref, venue) -> venue.get();
    UnaryOperator<List<Balance>> balances = told -> told;
    Runnable beforeAnyCall = () -> {};

    private final ExecutionPort venue;
    private final Map<ExchangeClient, ExchangeClient> watched = new HashMap<>();

    WatchedExecution(ExecutionPort venue) {
        this.venue = venue;
    }

    static char purpose(OrderRequest order) {
        return order.clientOrderId().orElseThrow().charAt(12);
    }

    static char purpose(OrderRef ref) {
        return ref.clientOrderId().orElseThrow().charAt(12);
    }

    @Override
    public ExchangeClient account(ExchangeId exchange, AgentId agent) {
        return watched.computeIfAbsent(venue.account(exchange, agent), this::watch);
    }

    /** The account itself, unwatched. */
    ExchangeClient bare(ExchangeId exchange, AgentId agent) {
        return venue.account(exchange, agent);
    }

    private ExchangeClient watch(ExchangeClient client) {
        Trading trading = proxy(Trading.class, (self, method, args) -> trading(client.trading(), method, args));
        Account account = proxy(Account.class, (self, method, args) -> account(client.account(), method, args));
        return proxy(ExchangeClient.class, (self, method, args) -> switch (method.getName()) {
            case "trading" -> trading;
            case "account" -> account;
            case "hashCode" -> System.identityHashCode(self);
            case "equals" -> self == args[0];
            default -> invoke(client, method, args);
        });
    }

    private Object trading(Trading trading, Method method, Object[] args) throws Throwable {
        beforeAnyCall.run();
        return switch (method.getName()) {
            case "place" -> place.apply((OrderRequest) args[0], () -> place(trading, (OrderRequest) args[0]));
            case "cancel" -> cancel.apply((OrderRef) args[0], () -> cancel(trading, (OrderRef) args[0]));
            case "resolve" ->
                resolve.apply((OrderRef) args[0], () -> trading.resolve((OrderRef) args[0], ScriptedFeed.START));
            default -> invoke(trading, method, args);
        };
    }

    private OrderAck place(Trading trading, OrderRequest order) {
        OrderAck ack = trading.place(order);
        log.add("place " + purpose(order) + " "
                + order.quantity().orElseThrow().stripTrailingZeros().toPlainString()
                + order.triggerPrice()
                        .map(price -> " at " + price.toPlainString())
                        .orElse(""));
        return ack;
    }

    private OrderAck cancel(Trading trading, OrderRef ref) {
        OrderAck ack = trading.cancel(ref);
        log.add("cancel " + purpose(ref));
        return ack;
    }

    @SuppressWarnings("unchecked")
    private Object account(Account account, Method method, Object[] args) throws Throwable {
        beforeAnyCall.run();
        Object answer = invoke(account, method, args);
        return method.getName().equals("balances") ? balances.apply((List<Balance>) answer) : answer;
    }

    private static Object invoke(Object target, Method method, Object[] args) throws Throwable {
        try {
            return method.invoke(target, args);
        } catch (InvocationTargetException e) {
            throw Objects.requireNonNull(e.getCause());
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    long count(String beginning) {
        return log.stream().filter(line -> line.startsWith(beginning)).count();
    }

    @Override
    public void onTick(MarketTick tick) {
        venue.onTick(tick);
    }

    @Override
    public boolean valuesAtTicks() {
        return venue.valuesAtTicks();
    }

    @Override
    public void close() {
        venue.close();
    }
}
