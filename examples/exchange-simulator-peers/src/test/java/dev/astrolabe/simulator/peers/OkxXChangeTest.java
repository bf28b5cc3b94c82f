package dev.astrolabe.simulator.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.astrolabe.exchange.ExchangeClient;
import dev.astrolabe.exchange.model.Balance;
import dev.astrolabe.exchange.model.FundingRate;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.InstrumentKind;
import dev.astrolabe.exchange.model.Order;
import dev.astrolabe.exchange.model.OrderBook;
import dev.astrolabe.exchange.model.OrderRef;
import dev.astrolabe.exchange.model.OrderStatus;
import dev.astrolabe.exchange.model.Position;
import dev.astrolabe.exchange.model.PositionSide;
import dev.astrolabe.exchange.model.PriceLevel;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.exchange.model.Ticker;
import dev.astrolabe.exchange.model.Trade;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.knowm.xchange.Exchange;
import org.knowm.xchange.ExchangeFactory;
import org.knowm.xchange.ExchangeSpecification;
import org.knowm.xchange.currency.Currency;
import org.knowm.xchange.derivative.FuturesContract;
import org.knowm.xchange.dto.Order.OrderType;
import org.knowm.xchange.dto.account.OpenPosition;
import org.knowm.xchange.dto.account.Wallet;
import org.knowm.xchange.dto.meta.InstrumentMetaData;
import org.knowm.xchange.dto.trade.LimitOrder;
import org.knowm.xchange.dto.trade.MarketOrder;
import org.knowm.xchange.exceptions.ExchangeException;
import org.knowm.xchange.okex.OkexExchange;
import org.knowm.xchange.okex.dto.OkexException;
import org.knowm.xchange.okex.dto.trade.OkexTradeParams.OkexCancelOrderParams;
import org.knowm.xchange.service.trade.params.orders.DefaultQueryOrderParamInstrument;

/** XChange's {@code xchange-okex} beside our own client of OKX v5. It counts quantities in base units. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OkxXChangeTest {

    private static final String ACCOUNT = "xchange";
    private static final Symbol BTC = Symbol.parse("BTC/USDT:USDT");
    private static final FuturesContract BTC_SWAP = new FuturesContract("BTC/USDT/SWAP");
    private static final BigDecimal QUANTITY = new BigDecimal("0.05");

    private PeerBench bench;
    private ExchangeClient sdk;
    private Exchange xchange;

    @BeforeAll
    void start() {
        bench = PeerBench.start(PeerVenue.OKX);
        sdk = bench.sdk(ACCOUNT);
        xchange = xchange(ACCOUNT, PeerVenue.OKX_PASSPHRASE);
    }

    @AfterAll
    void stop() {
        sdk.close();
        bench.close();
    }

    @BeforeEach
    void pace() {
        bench.pace();
    }

    @AfterEach
    void leave() {
        bench.patiently(() -> {
            sdk.trading().cancelAll(BTC);
            return BTC;
        });
        bench.closePositions(sdk);
    }

    private Exchange xchange(String account, String passphrase) {
        ExchangeSpecification specification = new ExchangeSpecification(OkexExchange.class);
        specification.setSslUri(bench.simulator().baseUrl());
        specification.setHost("127.0.0.1");
        specification.setApiKey(PeerVenue.okxKey(account));
        specification.setSecretKey(PeerVenue.okxSecret(account));
        specification.setExchangeSpecificParametersItem("passphrase", passphrase);
        return ExchangeFactory.INSTANCE.createExchange(specification);
    }

    @Test
    void its_catalogue_tells_every_swap() {
        for (Instrument instrument : sdk.instruments().all()) {
            if (instrument.kind() != InstrumentKind.PERPETUAL || instrument.inverse()) {
                continue;
            }
            InstrumentMetaData told = xchange.getExchangeMetaData()
                    .getInstruments()
                    .get(new FuturesContract(instrument.venueSymbol().replace('-', '/')));

            assertThat(told.getContractValue()).isEqualByComparingTo(instrument.contractValue());
            assertThat(told.getMinimumAmount())
                    .isEqualByComparingTo(instrument.quantityFilter().min());
        }
    }

    @Test
    void get_ticker_tells_the_day() throws IOException {
        org.knowm.xchange.dto.marketdata.Ticker told =
                xchange.getMarketDataService().getTicker(BTC_SWAP);

        Ticker ticker = sdk.marketData().ticker(BTC);
        assertThat(told.getLast()).isEqualByComparingTo(ticker.last());
        assertThat(told.getOpen()).isEqualByComparingTo(ticker.open().orElseThrow());
        assertThat(told.getHigh()).isEqualByComparingTo(ticker.high().orElseThrow());
        assertThat(told.getLow()).isEqualByComparingTo(ticker.low().orElseThrow());
        assertThat(told.getVolume()).isEqualByComparingTo(ticker.baseVolume().orElseThrow());
        assertThat(told.getTimestamp()).isEqualTo(Date.from(ticker.time()));
    }

    @Test
    void get_order_book_tells_every_level() throws IOException {
        org.knowm.xchange.dto.marketdata.OrderBook told =
                xchange.getMarketDataService().getOrderBook(BTC_SWAP);

        OrderBook book = sdk.marketData().orderBook(BTC, told.getBids().size());
        compare(told.getBids(), book.bids());
        compare(told.getAsks(), book.asks());
    }

    private static void compare(List<LimitOrder> told, List<PriceLevel> levels) {
        assertThat(told).hasSameSizeAs(levels).isNotEmpty();
        for (int i = 0; i < levels.size(); i++) {
            assertThat(told.get(i).getLimitPrice())
                    .isEqualByComparingTo(levels.get(i).price());
            assertThat(told.get(i).getOriginalAmount())
                    .isEqualByComparingTo(levels.get(i).quantity());
        }
    }

    @Test
    void get_trades_tells_the_newest_trades() throws IOException {
        List<org.knowm.xchange.dto.marketdata.Trade> told =
                xchange.getMarketDataService().getTrades(BTC_SWAP).getTrades();

        List<Trade> trades = sdk.marketData().trades(BTC, told.size());
        assertThat(told).hasSameSizeAs(trades).isNotEmpty();
        for (Trade trade : trades) {
            org.knowm.xchange.dto.marketdata.Trade same = told.stream()
                    .filter(candidate -> candidate.getId().equals(trade.id()))
                    .findFirst()
                    .orElseThrow();
            assertThat(same.getPrice()).isEqualByComparingTo(trade.price());
            assertThat(same.getOriginalAmount()).isEqualByComparingTo(trade.quantity());
            assertThat(same.getTimestamp()).isEqualTo(Date.from(trade.time()));
        }
    }

    @Test
    void get_funding_rate_tells_the_running_rate() throws IOException {
        org.knowm.xchange.dto.marketdata.FundingRate told =
                xchange.getMarketDataService().getFundingRate(BTC_SWAP);

        FundingRate rate = sdk.marketData().fundingRate(BTC);
        assertThat(told.getFundingRate8h()).isEqualByComparingTo(rate.rate());
        assertThat(told.getFundingRateDate()).isEqualTo(Date.from(rate.fundingTime()));
    }

    @Test
    void get_account_info_tells_the_wallet() throws IOException {
        Wallet told = xchange.getAccountService().getAccountInfo().getWallet("trading");

        Balance usdt = usdt();
        assertThat(told.getBalance(Currency.USDT).getTotal()).isEqualByComparingTo(usdt.wallet());
        assertThat(told.getBalance(Currency.USDT).getAvailable()).isEqualByComparingTo(usdt.available());
    }

    private Balance usdt() {
        return sdk.account().balances().stream()
                .filter(balance -> balance.asset().equals("USDT"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_limit_order_is_placed_listed_changed_and_cancelled() throws IOException {
        BigDecimal price = below("0.97");
        BigDecimal lower = below("0.95");

        String id = xchange.getTradeService().placeLimitOrder(limit(price, null));

        Order order = read(id);
        assertThat(order.status()).isEqualTo(OrderStatus.NEW);
        List<LimitOrder> open = xchange.getTradeService().getOpenOrders().getOpenOrders();
        assertThat(open).hasSize(1);
        compare(open.get(0), order);

        String changed = xchange.getTradeService().changeOrder(limit(lower, id));

        assertThat(changed).isEqualTo(id);
        Order after = read(id);
        assertThat(after.price().orElseThrow()).isEqualByComparingTo(lower);
        LimitOrder told = (LimitOrder) xchange.getTradeService()
                .getOrder(new DefaultQueryOrderParamInstrument(BTC_SWAP, id))
                .iterator()
                .next();
        compare(told, after);

        assertThat(xchange.getTradeService().cancelOrder(new OkexCancelOrderParams(BTC_SWAP, id)))
                .isTrue();

        assertThat(read(id).status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(xchange.getTradeService().getOpenOrders().getOpenOrders()).isEmpty();
    }

    private static LimitOrder limit(BigDecimal price, String id) {
        return new LimitOrder.Builder(OrderType.BID, BTC_SWAP)
                .originalAmount(QUANTITY)
                .limitPrice(price)
                .id(id)
                .build();
    }

    private BigDecimal below(String factor) {
        BigDecimal price = sdk.marketData().bookTicker(BTC).bid().multiply(new BigDecimal(factor));
        return sdk.instruments().get(BTC).roundPrice(price, dev.astrolabe.exchange.model.Side.BUY);
    }

    private Order read(String id) {
        return sdk.trading().order(OrderRef.ofOrderId(BTC, id)).orElseThrow();
    }

    private static void compare(LimitOrder told, Order order) {
        assertThat(told.getId()).isEqualTo(order.orderId());
        assertThat(told.getLimitPrice()).isEqualByComparingTo(order.price().orElseThrow());
        assertThat(told.getOriginalAmount())
                .isEqualByComparingTo(order.quantity().orElseThrow());
        assertThat(told.getTimestamp()).isEqualTo(Date.from(order.createdAt().orElseThrow()));
    }

    @Test
    void a_market_order_opens_a_position_that_is_told() throws IOException {
        String id = xchange.getTradeService()
                .placeMarketOrder(new MarketOrder.Builder(OrderType.BID, BTC_SWAP)
                        .originalAmount(QUANTITY)
                        .build());

        assertThat(read(id).status()).isEqualTo(OrderStatus.FILLED);
        List<OpenPosition> told = xchange.getTradeService().getOpenPositions().getOpenPositions();
        Position position = sdk.account().positions(BTC).get(0);
        assertThat(told).hasSize(1);
        assertThat(told.get(0).getType()).isEqualTo(OpenPosition.Type.LONG);
        assertThat(position.side()).isEqualTo(PositionSide.LONG);
        assertThat(told.get(0).getSize()).isEqualByComparingTo(position.quantity());
        assertThat(told.get(0).getPrice()).isEqualByComparingTo(position.entryPrice());
        assertThat(told.get(0).getUnRealisedPnl()).isEqualByComparingTo(position.unrealizedPnl());
        position.liquidationPrice()
                .ifPresent(
                        price -> assertThat(told.get(0).getLiquidationPrice()).isEqualByComparingTo(price));
    }

    @Test
    void set_leverage_changes_it() throws IOException {
        assertThat(((org.knowm.xchange.okex.service.OkexAccountService) xchange.getAccountService())
                        .setLeverage(new FuturesContract("SOL/USDT/SWAP"), 6))
                .isTrue();

        assertThat(sdk.account().leverage(Symbol.parse("SOL/USDT:USDT")).leverage())
                .isEqualByComparingTo("6");
    }

    @Test
    void an_order_beyond_the_accounts_money_is_refused_with_the_venues_code() {
        LimitOrder huge = new LimitOrder.Builder(OrderType.BID, BTC_SWAP)
                .originalAmount(new BigDecimal("40"))
                .limitPrice(below("0.999"))
                .build();

        assertThatExceptionOfType(OkexException.class)
                .isThrownBy(() -> xchange.getTradeService().placeLimitOrder(huge))
                .satisfies(refusal -> assertThat(refusal.getCode()).isEqualTo(51008));
    }

    @Test
    void a_wrong_passphrase_is_refused() {
        assertThatExceptionOfType(ExchangeException.class)
                .isThrownBy(() -> xchange(ACCOUNT, "wrong"))
                .withMessageContaining("50105");
    }
}
