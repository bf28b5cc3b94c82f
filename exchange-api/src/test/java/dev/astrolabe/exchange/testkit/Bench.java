package dev.astrolabe.exchange.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.astrolabe.exchange.Account;
import dev.astrolabe.exchange.Capabilities;
import dev.astrolabe.exchange.ExchangeClient;
import dev.astrolabe.exchange.Feature;
import dev.astrolabe.exchange.MarketData;
import dev.astrolabe.exchange.Trading;
import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.error.Reason;
import dev.astrolabe.exchange.error.RejectedException;
import dev.astrolabe.exchange.error.UnsupportedOperationOnExchangeException;
import dev.astrolabe.exchange.model.Balance;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.Order;
import dev.astrolabe.exchange.model.OrderAck;
import dev.astrolabe.exchange.model.OrderRef;
import dev.astrolabe.exchange.model.OrderRequest;
import dev.astrolabe.exchange.model.OrderType;
import dev.astrolabe.exchange.model.Position;
import dev.astrolabe.exchange.model.Side;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.exchange.model.TimeInForce;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What the cases of the contract do again and again with a venue. */
final class Bench {

    static final Symbol BTC = ContractVenue.BTC;
    static final Symbol PEPE = ContractVenue.PEPE;
    static final BigDecimal LOT = num("0.001");
    static final BigDecimal SIZE = num("0.01");
    static final BigDecimal MARK = num("50000");
    static final BigDecimal BEST_BID = num("49999.9");
    static final BigDecimal BEST_ASK = num("50000.1");
    /** Rests: no price that a case moves to reaches it unless the case means to. */
    static final BigDecimal LOW = num("40000");

    static final BigDecimal HIGH = num("60000");
    static final BigDecimal TAKER = num("0.0004");
    static final BigDecimal TOLERANCE = num("0.000001");

    final ContractVenue venue;
    final ExchangeClient client;

    private Bench(ContractVenue venue) {
        this.venue = venue;
        this.client = venue.client();
    }

    /** The catalogue is read first, so that what is counted later is the call itself. */
    static Bench of(ContractVenue venue) {
        Bench bench = new Bench(venue);
        assertThat(bench.client.instruments().all()).as("instruments").isNotEmpty();
        return bench;
    }

    static BigDecimal num(String text) {
        return new BigDecimal(text);
    }

    /** A client id that tells which value of an enum it stands for. */
    static String idOf(String prefix, Enum<?> value) {
        return prefix + value.name().replace("_", "");
    }

    Trading trading() {
        return client.trading();
    }

    Account account() {
        return client.account();
    }

    MarketData market() {
        return client.marketData();
    }

    Capabilities can() {
        return client.capabilities();
    }

    boolean can(Feature feature) {
        return client.capabilities().supports(feature);
    }

    Instrument btc() {
        return client.instruments().get(BTC);
    }

    static OrderRequest.Builder limit(Side side, BigDecimal quantity, BigDecimal price, String id) {
        return OrderRequest.limit(BTC, side, quantity, price).toBuilder().clientOrderId(id);
    }

    static OrderRequest restingBuy(String id) {
        return limit(Side.BUY, SIZE, LOW, id).build();
    }

    static OrderRequest restingSell(String id) {
        return limit(Side.SELL, SIZE, HIGH, id).build();
    }

    static OrderRequest ioc(String id, BigDecimal price) {
        return limit(Side.BUY, SIZE, price, id).timeInForce(TimeInForce.IOC).build();
    }

    /** More than the account can pay for, yet within every filter. */
    static OrderRequest unaffordable(String id) {
        return limit(Side.BUY, num("10"), num("45000"), id).build();
    }

    static OrderRequest.Builder exit(OrderType type, String trigger, String id) {
        return OrderRequest.builder(BTC, Side.SELL, type)
                .quantity(SIZE)
                .triggerPrice(num(trigger))
                .reduceOnly(true)
                .clientOrderId(id);
    }

    static OrderRef byClientId(String id) {
        return OrderRef.ofClientOrderId(BTC, id);
    }

    OrderAck buy(BigDecimal quantity) {
        return trading().place(OrderRequest.market(BTC, Side.BUY, quantity));
    }

    OrderAck sell(BigDecimal quantity) {
        return trading().place(OrderRequest.market(BTC, Side.SELL, quantity));
    }

    void move(String price) {
        venue.movePrice(BTC, num(price));
    }

    void tick() {
        venue.advance(Duration.ofSeconds(1));
    }

    Order order(OrderRef ref) {
        Optional<Order> order = trading().order(ref);
        assertThat(order).as("order " + ref).isPresent();
        return order.orElseThrow();
    }

    /** The open order of that client id, which must exist once in both views. */
    Order open(String clientId) {
        assertThat(openIds(trading().openOrders())).as("every open order").containsOnlyOnce(clientId);
        assertThat(openIds(trading().openOrders(BTC)))
                .as("open orders of " + BTC)
                .containsOnlyOnce(clientId);
        return trading().openOrders(BTC).stream()
                .filter(order -> order.clientOrderId().equals(Optional.of(clientId)))
                .findFirst()
                .orElseThrow();
    }

    void assertNotOpen(String clientId) {
        assertThat(openIds(trading().openOrders())).as("every open order").doesNotContain(clientId);
        assertThat(openIds(trading().openOrders(BTC)))
                .as("open orders of " + BTC)
                .doesNotContain(clientId);
    }

    void assertNothingOpen() {
        assertThat(trading().openOrders()).as("every open order").isEmpty();
        assertThat(trading().openOrders(BTC)).as("open orders of " + BTC).isEmpty();
    }

    private static Stream<String> openIds(List<Order> orders) {
        return orders.stream().flatMap(order -> order.clientOrderId().stream());
    }

    Position position() {
        List<Position> positions = account().positions(BTC);
        assertThat(positions).as("positions of " + BTC).hasSize(1);
        return positions.get(0);
    }

    void assertFlat() {
        assertThat(account().positions(BTC)).as("positions of " + BTC).isEmpty();
        assertThat(account().positions())
                .as("every position")
                .noneMatch(position -> position.symbol().equals(BTC));
    }

    Balance usdt() {
        List<Balance> balances = account().balances().stream()
                .filter(balance -> balance.asset().equals("USDT"))
                .toList();
        assertThat(balances).as("balances in USDT").hasSize(1);
        return balances.get(0);
    }

    /** The call is refused on this side, and the venue hears nothing of it. */
    NotSentException refusedHere(ThrowingCallable call) {
        long before = venue.requestsSeen();

        NotSentException refusal = catchThrowableOfType(NotSentException.class, call);

        assertThat(refusal).as("a call that must be refused before any request").isNotNull();
        assertThat(venue.requestsSeen())
                .as("requests seen by the venue after: " + refusal.getMessage())
                .isEqualTo(before);
        return refusal;
    }

    /** The exchange cannot do it: refused on this side, naming the exchange. */
    void unsupported(String what, ThrowingCallable call) {
        NotSentException refusal = refusedHere(call);

        assertThat(refusal)
                .as(what + " is missing in the capabilities")
                .isInstanceOf(UnsupportedOperationOnExchangeException.class)
                .hasMessageContaining(client.id().name());
        assertThat(refusal.why()).isEqualTo(NotSentException.Cause.UNSUPPORTED);
    }

    static RejectedException rejected(Reason reason, ThrowingCallable call) {
        RejectedException rejection = catchThrowableOfType(RejectedException.class, call);

        assertThat(rejection)
                .as("a call that the venue must refuse with " + reason)
                .isNotNull();
        assertThat(rejection.reason()).as(rejection.getMessage()).isEqualTo(reason);
        assertThat(rejection.venueError()).as("the venue's answer").isPresent();
        return rejection;
    }
}
