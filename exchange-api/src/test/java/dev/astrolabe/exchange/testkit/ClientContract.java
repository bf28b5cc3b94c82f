package dev.astrolabe.exchange.testkit;

import static dev.astrolabe.exchange.testkit.Bench.BTC;
import static dev.astrolabe.exchange.testkit.Bench.MARK;
import static dev.astrolabe.exchange.testkit.Bench.PEPE;
import static dev.astrolabe.exchange.testkit.Bench.SIZE;
import static dev.astrolabe.exchange.testkit.Bench.byClientId;
import static dev.astrolabe.exchange.testkit.Bench.num;
import static dev.astrolabe.exchange.testkit.Bench.restingBuy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.astrolabe.exchange.ExchangeClient;
import dev.astrolabe.exchange.Feature;
import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.model.AmendRequest;
import dev.astrolabe.exchange.model.AttachedExit;
import dev.astrolabe.exchange.model.CandleInterval;
import dev.astrolabe.exchange.model.CandleQuery;
import dev.astrolabe.exchange.model.HistoryQuery;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.InstrumentKind;
import dev.astrolabe.exchange.model.InstrumentStatus;
import dev.astrolabe.exchange.model.MarginMode;
import dev.astrolabe.exchange.model.OrderRequest;
import dev.astrolabe.exchange.model.OrderType;
import dev.astrolabe.exchange.model.PositionMode;
import dev.astrolabe.exchange.model.PositionSide;
import dev.astrolabe.exchange.model.PriceKind;
import dev.astrolabe.exchange.model.Side;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.exchange.model.TriggerBy;
import dev.astrolabe.exchange.stream.StreamOptions;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * What the client says of itself, its catalogue, and what it refuses without asking the venue.
 *
 * @since 0.1
 */
public interface ClientContract extends ContractCases {

    /** Says who and where it is. */
    @Test
    @DisplayName("C01 names its exchange, its environment and its limits")
    default void c01_identity() {
        ExchangeClient client = venue().client();

        assertThat(client.id()).isEqualTo(venue().exchange());
        assertThat(client.environment()).isEqualTo(venue().environment());
        assertThat(client.capabilities().exchange()).isEqualTo(client.id());
        assertThat(client.capabilities()).isSameAs(client.capabilities());
        assertThat(client.capabilities().orderTypes()).contains(OrderType.MARKET, OrderType.LIMIT);
        assertThat(client.capabilities().candleIntervals()).isNotEmpty();
        assertThat(client.capabilities().maxBookDepth()).isPositive();
        assertThat(client.capabilities().maxCandles()).isPositive();
        assertThat(client.toString()).doesNotContainIgnoringCase("secret");
    }

    /** Knows its instruments, both ways. */
    @Test
    @DisplayName("C02 finds an instrument by its symbol and by the venue's own name")
    default void c02_instruments() {
        Bench bench = Bench.of(venue());
        List<Instrument> all = bench.client.instruments().all();

        Instrument btc = bench.btc();

        assertThat(all)
                .extracting(Instrument::symbol)
                .isSorted()
                .doesNotHaveDuplicates()
                .contains(BTC, PEPE);
        assertThat(btc.kind()).isEqualTo(InstrumentKind.PERPETUAL);
        assertThat(btc.status()).isEqualTo(InstrumentStatus.TRADING);
        assertThat(btc.exchange()).isEqualTo(bench.client.id().name());
        assertThat(btc.tickSize()).isEqualByComparingTo("0.1");
        assertThat(btc.lotSize()).isEqualByComparingTo("0.001");
        btc.minNotional().ifPresent(least -> assertThat(least).isEqualByComparingTo("5"));
        assertThat(bench.client.instruments().find(BTC).map(Instrument::venueSymbol))
                .contains(btc.venueSymbol());
        assertThat(bench.client
                        .instruments()
                        .findByVenueSymbol(btc.venueSymbol())
                        .map(Instrument::symbol))
                .contains(BTC);
        assertThat(bench.client.instruments().refresh())
                .extracting(Instrument::symbol)
                .contains(BTC, PEPE);
        assertThat(catchThrowableOfType(UnsupportedOperationException.class, () -> all.remove(0)))
                .as("the list must be unmodifiable")
                .isNotNull();
    }

    /** Names what it does not know. */
    @Test
    @DisplayName("C03 names an unknown symbol, and asks the venue nothing about it")
    default void c03_unknown_symbol() {
        Bench bench = Bench.of(venue());
        Symbol unknown = Symbol.parse("NOSUCHCOIN/USDT:USDT");

        assertThat(bench.client.instruments().find(unknown)).isEmpty();
        assertThat(bench.client.instruments().findByVenueSymbol("NOSUCHCOINUSDT"))
                .isEmpty();
        for (ThrowingCallable call : List.<ThrowingCallable>of(
                () -> bench.client.instruments().get(unknown),
                () -> bench.market().ticker(unknown),
                () -> bench.market().orderBook(unknown, 5),
                () -> bench.trading().place(OrderRequest.market(unknown, Side.BUY, SIZE)),
                () -> bench.trading().openOrders(unknown),
                () -> bench.account().setLeverage(unknown, 5))) {
            assertThat(bench.refusedHere(call)).hasMessageContaining("NOSUCHCOIN/USDT:USDT");
        }
    }

    /** Prices and quantities are of the single coin. */
    @Test
    @DisplayName("C04 speaks of single coins, whatever the venue counts in")
    default void c04_multiplier() {
        Bench bench = Bench.of(venue());
        Instrument pepe = bench.client.instruments().get(PEPE);
        BigDecimal price = num("0.00001");

        BigDecimal quantity = pepe.quantityFilter().up(num("20").divide(price));
        bench.trading().place(OrderRequest.market(PEPE, Side.BUY, quantity));

        assertThat(pepe.venueSymbol()).isNotEqualTo(PEPE.toString());
        assertThat(pepe.priceMultiplier().multiply(pepe.contractValue()))
                .as("price multiplier x contract value")
                .isGreaterThan(BigDecimal.ONE);
        assertThat(bench.client
                        .instruments()
                        .findByVenueSymbol(pepe.venueSymbol())
                        .map(Instrument::symbol))
                .contains(PEPE);
        assertThat(bench.market().markPrice(PEPE).mark()).isEqualByComparingTo(price);
        assertThat(pepe.toVenuePrice(price)).isEqualByComparingTo(price.multiply(pepe.priceMultiplier()));
        assertThat(bench.market().bookTicker(PEPE).bid()).isLessThan(price).isGreaterThan(num("0.000009"));
        assertThat(bench.account().positions(PEPE)).singleElement().satisfies(position -> {
            assertThat(position.quantity()).isEqualByComparingTo(quantity);
            assertThat(position.contracts()).isEqualByComparingTo(pepe.toContracts(quantity));
            assertThat(position.entryPrice()).isBetween(num("0.000009"), num("0.000011"));
        });
    }

    /** What the capabilities lack is refused before any request. */
    @Test
    @DisplayName("C05 refuses every feature that its capabilities lack, before any request")
    default void c05_missing_features() {
        Bench bench = Bench.of(venue());

        for (Feature feature : Feature.values()) {
            if (!bench.can(feature)) {
                bench.unsupported(feature.toString(), use(bench, feature));
            }
        }
    }

    private static ThrowingCallable use(Bench bench, Feature feature) {
        AttachedExit exit = new AttachedExit(num("45000"), TriggerBy.MARK);
        HistoryQuery history = HistoryQuery.of(BTC);
        CandleInterval interval = bench.can().candleIntervals().iterator().next();
        CandleQuery.Builder candles = CandleQuery.of(BTC, interval).toBuilder();
        OrderRequest stop = OrderRequest.builder(BTC, Side.SELL, OrderType.STOP_MARKET)
                .triggerPrice(num("45000"))
                .closePosition(true)
                .build();
        return switch (feature) {
            case TEST_ORDER -> () -> bench.trading().test(restingBuy("feature1"));
            case AMEND_ORDER -> () -> bench.trading().amend(new AmendRequest(byClientId("feature1"), SIZE, MARK));
            case BATCH_PLACE -> () -> bench.trading().placeBatch(List.of(restingBuy("feature1")));
            case BATCH_CANCEL -> () -> bench.trading().cancelBatch(List.of(byClientId("feature1")));
            case ATTACHED_EXITS ->
                () -> bench.trading()
                        .place(restingBuy("feature1").toBuilder().stopLoss(exit).build());
            case CLOSE_POSITION_TRIGGER -> () -> bench.trading().place(stop);
            case SET_POSITION_MODE -> () -> bench.account().setPositionMode(PositionMode.HEDGE);
            case SET_MARGIN_MODE -> () -> bench.account().setMarginMode(BTC, MarginMode.ISOLATED);
            case ADJUST_ISOLATED_MARGIN ->
                () -> bench.account().adjustIsolatedMargin(BTC, PositionSide.LONG, BigDecimal.TEN);
            case OPEN_INTEREST -> () -> bench.market().openInterest(BTC);
            case FUNDING ->
                () -> {
                    NotSentException first = catchThrowableOfType(
                            NotSentException.class, () -> bench.market().fundingHistory(history));
                    assertThat(first).as("funding history without " + feature).isNotNull();
                    bench.market().fundingRate(BTC);
                };
            case MARK_CANDLES ->
                () -> bench.market().candles(candles.kind(PriceKind.MARK).build());
            case INDEX_CANDLES ->
                () -> bench.market().candles(candles.kind(PriceKind.INDEX).build());
            case TRADE_HISTORY -> () -> bench.market().tradeHistory(history);
            case MARKET_STREAMS -> () -> bench.client.marketStreams().trades(BTC, StreamOptions.DEFAULT, event -> {});
            case USER_STREAMS -> () -> bench.client.userStreams().events(StreamOptions.DEFAULT, event -> {});
        };
    }

    /** There is no native client of a foreign type. */
    @Test
    @DisplayName("C06 has no native client of a foreign type")
    default void c06_unwrap() {
        Bench bench = Bench.of(venue());

        bench.unsupported("a foreign type", () -> bench.client.unwrap(Thread.class));
    }

    /** A closed client sends nothing, and may be closed again. */
    @Test
    @DisplayName("C07 sends nothing once it is closed, and closes twice without harm")
    default void c07_closed() {
        Bench bench = Bench.of(venue());

        bench.client.close();
        bench.client.close();

        for (ThrowingCallable call : List.<ThrowingCallable>of(
                () -> bench.market().serverTime(),
                () -> bench.account().balances(),
                () -> bench.trading().openOrders(),
                () -> bench.trading().place(restingBuy("closed1")),
                () -> bench.trading().cancel(byClientId("closed1")))) {
            assertThat(bench.refusedHere(call).why()).isEqualTo(NotSentException.Cause.CLOSED);
        }
        assertThat(bench.client.id()).isEqualTo(venue().exchange());
        assertThat(bench.can().exchange()).isEqualTo(bench.client.id());
    }

    /** An interrupted thread sends nothing and stays interrupted. */
    @Test
    @DisplayName("C08 sends nothing from an interrupted thread, and leaves it interrupted")
    default void c08_interruption() {
        Bench bench = Bench.of(venue());

        for (ThrowingCallable call : List.<ThrowingCallable>of(
                () -> bench.trading().place(restingBuy("interrupted1")),
                () -> bench.market().serverTime(),
                () -> bench.account().balances())) {
            Thread.currentThread().interrupt();
            NotSentException refusal;
            boolean stillInterrupted;
            try {
                refusal = bench.refusedHere(call);
            } finally {
                stillInterrupted = Thread.interrupted();
            }
            assertThat(refusal.why()).isEqualTo(NotSentException.Cause.INTERRUPTED);
            assertThat(stillInterrupted).as("the interrupt flag").isTrue();
        }
        assertThat(bench.trading().order(byClientId("interrupted1"))).isEqualTo(Optional.empty());
    }
}
