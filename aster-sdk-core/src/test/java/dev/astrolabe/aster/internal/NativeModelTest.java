package dev.astrolabe.aster.internal;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static dev.astrolabe.aster.internal.Listings.num;
import static dev.astrolabe.aster.internal.NativeCalls.BTC;
import static dev.astrolabe.aster.internal.NativeCalls.PEPE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.astrolabe.aster.AsterClient;
import dev.astrolabe.aster.model.AccountPosition;
import dev.astrolabe.aster.model.AggregateTrade;
import dev.astrolabe.aster.model.Announcement;
import dev.astrolabe.aster.model.AsterAccountInfo;
import dev.astrolabe.aster.model.AsterCandle;
import dev.astrolabe.aster.model.AsterCatalogue;
import dev.astrolabe.aster.model.AsterPosition;
import dev.astrolabe.aster.model.AsterTicker;
import dev.astrolabe.aster.model.ForceOrder;
import dev.astrolabe.aster.model.ForceOrderCause;
import dev.astrolabe.aster.model.ListenKey;
import dev.astrolabe.aster.model.Listing;
import dev.astrolabe.aster.model.MarginSummary;
import dev.astrolabe.aster.model.PositionMarginChange;
import dev.astrolabe.aster.model.PositionSlot;
import dev.astrolabe.aster.model.PremiumIndex;
import dev.astrolabe.aster.model.PriceCandle;
import dev.astrolabe.aster.model.SelfTradeSetting;
import dev.astrolabe.aster.standin.Family;
import dev.astrolabe.aster.standin.Scripted;
import dev.astrolabe.exchange.ExchangeClient;
import dev.astrolabe.exchange.error.ProtocolException;
import dev.astrolabe.exchange.model.BookTicker;
import dev.astrolabe.exchange.model.CandleInterval;
import dev.astrolabe.exchange.model.CandleQuery;
import dev.astrolabe.exchange.model.Fill;
import dev.astrolabe.exchange.model.FundingRate;
import dev.astrolabe.exchange.model.HistoryQuery;
import dev.astrolabe.exchange.model.Income;
import dev.astrolabe.exchange.model.MarginMode;
import dev.astrolabe.exchange.model.PositionMode;
import dev.astrolabe.exchange.model.PositionSide;
import dev.astrolabe.exchange.model.PriceKind;
import dev.astrolabe.exchange.model.RiskTier;
import dev.astrolabe.exchange.model.SelfTradePrevention;
import dev.astrolabe.exchange.model.Side;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a caller of the native groups gets: single coins, base units, and absence where there is nothing. */
class NativeModelTest {

    private static final Instant NOW = Instant.ofEpochMilli(1767323045000L);

    private final Scripted venue = new Scripted(new FakeVersion(Family.V3));
    private final ExchangeClient client = venue.client();
    private final AsterClient aster = client.unwrap(AsterClient.class);

    @AfterEach
    void close() {
        client.close();
        venue.close();
    }

    private void answer(String name, String json) {
        venue.answer(name, okJson(json));
    }

    @Test
    void a_ticker_counts_in_single_coins() {
        answer("ticker/24hr", Answers.TICKER);

        AsterTicker ticker = aster.market().ticker(PEPE);

        assertThat(ticker.ticker().last()).isEqualByComparingTo("0.00001");
        assertThat(ticker.ticker().baseVolume().orElseThrow()).isEqualByComparingTo("8000000");
        assertThat(ticker.priceChange()).isEqualByComparingTo("-0.000001");
        assertThat(ticker.weightedAveragePrice()).isEqualByComparingTo("0.0000105");
        assertThat(ticker.previousClose().orElseThrow()).isEqualByComparingTo("0.0000109");
        assertThat(ticker.lastQuantity()).isEqualByComparingTo("40000");
        assertThat(ticker.openTime()).isEqualTo(Instant.ofEpochMilli(1767236645000L));
        assertThat(ticker.lastTradeId() - ticker.firstTradeId() + 1).isEqualTo(ticker.trades());
    }

    @Test
    void trades_and_prices_count_in_single_coins() {
        answer("aggTrades", Answers.AGGREGATE_TRADES);
        answer("ticker/price", Answers.PRICE);
        answer("ticker/bookTicker", Answers.BOOK_TICKER);

        AggregateTrade trade =
                aster.market().aggregateTrades(HistoryQuery.of(PEPE)).get(0);
        BookTicker book = aster.market().bookTicker(PEPE);

        assertThat(trade.price()).isEqualByComparingTo("0.00001");
        assertThat(trade.quantity()).isEqualByComparingTo("25000");
        assertThat(trade.takerSide()).isEqualTo(Side.BUY);
        assertThat(trade.lastTradeId()).isEqualTo(33);
        assertThat(aster.market().price(PEPE).price()).isEqualByComparingTo("0.00001");
        assertThat(book.bidQuantity()).isEqualByComparingTo("3000");
    }

    @Test
    void candles_have_all_that_the_venue_says() {
        answer("klines", Answers.CANDLES);
        answer("markPriceKlines", Answers.CANDLES);
        CandleQuery query = CandleQuery.of(PEPE, CandleInterval.M1);

        List<AsterCandle> candles = aster.market().candles(query);
        List<PriceCandle> marks = aster.market()
                .priceCandles(query.toBuilder().kind(PriceKind.MARK).build());

        AsterCandle candle = candles.get(0);
        assertThat(candle.candle().high()).isEqualByComparingTo("0.000012");
        assertThat(candle.candle().volume()).isEqualByComparingTo("2500000");
        assertThat(candle.closeTime()).isEqualTo(Instant.ofEpochMilli(1767323039999L));
        assertThat(candle.quoteVolume()).isEqualByComparingTo("27.5");
        assertThat(candle.trades()).isEqualTo(12);
        assertThat(candle.takerBuyVolume()).isEqualByComparingTo("1000000");
        assertThat(candle.takerBuyQuoteVolume()).isEqualByComparingTo("11");
        assertThat(candles).extracting(each -> each.candle().closed()).containsExactly(true, false);
        assertThat(marks.get(0).samples()).isEqualTo(12);
        assertThat(marks.get(0).candle().volume()).isZero();
    }

    @Test
    void the_premium_index_has_the_price_of_a_settlement() {
        answer("premiumIndex", Answers.PREMIUM);

        PremiumIndex premium = aster.market().premiumIndex(PEPE);

        assertThat(premium.prices().mark()).isEqualByComparingTo("0.0000101");
        assertThat(premium.estimatedSettlePrice().orElseThrow()).isEqualByComparingTo("0.0000103");
        assertThat(premium.interestRate()).contains(num("0.00005"));
    }

    @Test
    void what_the_catalogue_does_not_know_is_left_out_of_lists() {
        answer("fundingRate", Answers.FUNDING);
        answer("adlQuantile", Answers.ADL);
        answer("leverageBracket", Answers.BRACKETS);

        List<FundingRate> rates = aster.market().fundingRates(HistoryQuery.all());

        assertThat(rates).extracting(FundingRate::symbol).containsExactly(BTC);
        assertThat(aster.account().adlQuantiles())
                .isEqualTo(Map.of(
                        BTC, Map.of(PositionSide.LONG, 3, PositionSide.SHORT, 1),
                        PEPE, Map.of(PositionSide.LONG, 4, PositionSide.SHORT, 0)));
        assertThat(aster.account().riskTiers()).containsOnlyKeys(BTC);
        assertThat(aster.account().riskTiers().get(BTC))
                .extracting(RiskTier::tier)
                .containsExactly(1, 2);
    }

    @Test
    void funding_is_reckoned_by_the_hour() {
        answer("fundingInfo", Answers.FUNDING_INFO);

        assertThat(aster.market().fundingConfig(BTC).orElseThrow().interval().orElseThrow())
                .hasHours(4);
        assertThat(aster.market().fundingConfig(PEPE)).isEmpty();
        assertThat(aster.market().fundingConfigs().get(0).floor().orElseThrow()).isEqualByComparingTo("-0.02");
    }

    @Test
    void an_index_is_made_of_markets() {
        answer("indexreferences", Answers.INDEX);

        assertThat(aster.market().indexReference(BTC).components())
                .extracting(component -> component.weight())
                .containsExactly(num("0.6"), num("0.4"));
    }

    @Test
    void nothing_bounds_what_may_be_opened_where_the_venue_says_minus_one() {
        answer("remainingOpenableNotionalValue", Answers.OPENABLE);
        assertThat(aster.market().openableNotional(BTC, 20)).contains(num("250000"));

        answer("remainingOpenableNotionalValue", "{\"remainingOpenableNotionalValue\": \"-1\"}");
        assertThat(aster.market().openableNotional(BTC, 20)).isEmpty();
    }

    @Test
    void the_catalogue_is_in_the_venues_units_and_in_neutral_ones() {
        AsterCatalogue catalogue = aster.market().exchangeInfo();

        Listing pepe = catalogue.listings().stream()
                .filter(listing -> listing.venueSymbol().equals("1000PEPEUSDT"))
                .findFirst()
                .orElseThrow();
        assertThat(pepe.baseAsset()).isEqualTo("1000PEPE");
        assertThat(pepe.instrument().orElseThrow().symbol()).isEqualTo(PEPE);
        assertThat(pepe.filters())
                .filteredOn(filter -> filter.type().equals("PRICE_FILTER"))
                .singleElement()
                .satisfies(filter -> {
                    assertThat(filter.value("tickSize")).contains(num("0.0000010"));
                    assertThat(filter.value("stepSize")).isEmpty();
                });
        assertThat(pepe.display().name()).isEmpty();
        assertThat(catalogue.rateLimits()).hasSize(3);
    }

    @Test
    void the_account_has_totals_assets_and_slots() {
        answer("account", Answers.ACCOUNT);

        AsterAccountInfo info = aster.account().info();

        assertThat(info.totals())
                .isEqualTo(new MarginSummary(
                        num("3"), num("4"), num("5"), num("1"), num("6"), num("7"), num("2"), num("8"), num("9"),
                        num("10"), num("11")));
        assertThat(info.assets().get(0).amounts())
                .isEqualTo(new MarginSummary(
                        num("21"), num("22"), num("23"), num("25"), num("26"), num("27"), num("24"), num("28"),
                        num("29"), num("30"), num("31")));
        assertThat(info.permissions()).isEqualTo(new AsterAccountInfo.Permissions(true, true, false));
        assertThat(info.updatedAt()).isEmpty();
        assertThat(info.positions()).hasSize(1);
        AccountPosition position = info.positions().get(0);
        assertThat(position.slot().symbol()).isEqualTo(PEPE);
        assertThat(position.slot().side()).contains(PositionSide.SHORT);
        assertThat(position.slot().quantity()).isEqualByComparingTo("-25000");
        assertThat(position.slot().entryPrice()).isEqualByComparingTo("0.00001");
        assertThat(position.isolated()).isTrue();
        assertThat(position.maintenanceMargin()).isEqualByComparingTo("42");
    }

    @Test
    void a_held_position_of_an_instrument_that_nobody_knows_is_an_error() {
        answer("positionRisk", Answers.POSITIONS.replace("\"positionAmt\": \"0\"", "\"positionAmt\": \"1\""));

        assertThatThrownBy(() -> aster.account().positions())
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("GONEUSDT");
    }

    @Test
    void a_position_slot_tells_how_it_is_backed() {
        answer("positionRisk", Answers.POSITIONS);

        List<AsterPosition> positions = aster.account().positions();

        assertThat(positions).hasSize(1);
        AsterPosition position = positions.get(0);
        PositionSlot slot = position.slot();
        assertThat(slot.side()).isEmpty();
        assertThat(slot.quantity()).isEqualByComparingTo("25000");
        assertThat(slot.maxNotional()).isEmpty();
        assertThat(slot.notional().orElseThrow()).isEqualByComparingTo("0.2525");
        assertThat(slot.isolatedWallet().orElseThrow()).isEqualByComparingTo("0.0275");
        assertThat(slot.updatedAt()).contains(NOW);
        assertThat(position.markPrice().orElseThrow()).isEqualByComparingTo("0.0000101");
        assertThat(position.liquidationPrice().orElseThrow()).isEqualByComparingTo("0.000005");
        assertThat(position.margin())
                .isEqualTo(new AsterPosition.Margin(MarginMode.ISOLATED, "isolated", num("0.03"), true));
    }

    @Test
    void executions_and_income_are_neutral() {
        answer("userTrades", Answers.USER_TRADES);
        answer("income", Answers.INCOME);

        Fill fill = aster.account().trades(HistoryQuery.of(PEPE)).get(0);
        Income income = aster.account().income(HistoryQuery.all()).get(0);

        assertThat(fill.quantity()).isEqualByComparingTo("25000");
        assertThat(fill.fee()).isEqualByComparingTo("0.0001");
        assertThat(income.symbol()).isEmpty();
        assertThat(income.tradeId()).isEmpty();
        assertThat(income.amount()).isEqualByComparingTo("-0.5");
    }

    @Test
    void a_force_order_tells_its_cause() {
        answer("forceOrders", Answers.FORCE_ORDERS);
        assertThat(aster.account().forceOrders(HistoryQuery.all()))
                .extracting(ForceOrder::cause)
                .containsExactly(ForceOrderCause.LIQUIDATION);

        answer("forceOrders", Answers.FORCE_ORDERS.replace("autoclose-17", "adl_autoclose"));
        assertThat(aster.account().forceOrders(HistoryQuery.all()))
                .extracting(ForceOrder::cause)
                .containsExactly(ForceOrderCause.ADL);

        answer("forceOrders", Answers.FORCE_ORDERS.replace("autoclose-17", "tomorrows_word"));
        ForceOrder unknown = aster.account().forceOrders(HistoryQuery.all()).get(0);
        assertThat(unknown.cause()).isEqualTo(ForceOrderCause.UNKNOWN);
        assertThat(unknown.order().clientOrderId()).contains("tomorrows_word");
    }

    @Test
    void a_side_of_tomorrow_makes_the_answer_unreadable() {
        answer("forceOrders", Answers.FORCE_ORDERS.replace("\"SELL\"", "\"BOTHWAYS\""));

        assertThatThrownBy(() -> aster.account().forceOrders(HistoryQuery.all()))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("BOTHWAYS");
    }

    @Test
    void a_documented_field_that_is_missing_is_named() {
        answer("ticker/24hr", Answers.TICKER.replace("\"lastQty\"", "\"tomorrowsQty\""));

        assertThatThrownBy(() -> aster.market().ticker(PEPE))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("there is no lastQty");
        assertThat(client.marketData().ticker(PEPE).last()).isEqualByComparingTo("0.00001");
    }

    @Test
    void assets_may_have_been_exchanged_or_not() {
        answer("assetExchange", Answers.EXCHANGED);
        assertThat(aster.account().exchangeAssets().orElseThrow().balance()).isEqualByComparingTo("100.5");

        answer("assetExchange", Answers.EMPTY);
        assertThat(aster.account().exchangeAssets()).isEmpty();

        venue.answer("assetExchange", aResponse().withStatus(200));
        assertThat(aster.account().exchangeAssets()).isEmpty();
    }

    @Test
    void announcements_come_in_every_language() {
        answer("announcement/direct", Answers.ANNOUNCEMENTS);

        Announcement announcement =
                aster.account().announcements(1, 20).announcements().get(0);

        assertThat(announcement.translations())
                .containsExactly(new Announcement.Translation("en", "Pause", "", "Two hours."));
        assertThat(announcement.link()).isEmpty();
        assertThat(aster.account().announcements(1, 20).total()).isEqualTo(21);
    }

    @Test
    void margin_that_was_taken_back_is_negative() {
        answer("positionMargin/history", Answers.MARGIN_CHANGES);

        PositionMarginChange change =
                aster.settings().isolatedMarginHistory(HistoryQuery.of(BTC)).get(0);

        assertThat(change.amount()).isEqualByComparingTo("-23.5");
        assertThat(change.side()).contains(PositionSide.LONG);
        assertThat(change.reason()).contains("TRADE");
        assertThat(change.clientTransferId()).isEmpty();
    }

    @Test
    void a_self_trade_mode_of_tomorrow_keeps_its_word() {
        answer("stpMode", "{\"stpMode\": \"EXPIRE_BOTH\"}");
        assertThat(aster.settings().selfTradePrevention().mode()).contains(SelfTradePrevention.EXPIRE_BOTH);

        answer("stpMode", "{\"stpMode\": \"TOMORROWS_MODE\"}");
        SelfTradeSetting setting = aster.settings().selfTradePrevention();
        assertThat(setting.mode()).isEmpty();
        assertThat(setting.rawMode()).isEqualTo("TOMORROWS_MODE");
    }

    @Test
    void a_setter_succeeds_where_the_account_is_as_wanted() {
        venue.refuse("positionSide/dual", 400, -4059, "No need to change position side.");
        aster.settings().setPositionMode(PositionMode.ONE_WAY);

        venue.refuse("marginType", 400, -4046, "No need to change margin type.");
        aster.settings().setMarginMode(BTC, MarginMode.CROSS);

        assertThat(venue.posts("positionSide/dual") + venue.posts("marginType")).isEqualTo(2);
    }

    @Test
    void a_listen_key_is_not_shown() {
        answer("listenKey", Answers.LISTEN_KEY);

        ListenKey key = aster.listenKeys().start();

        assertThat(key.value()).isEqualTo("canary-listen-key");
        assertThat(key.toString()).doesNotContain("canary");
    }

    @Test
    void numbers_are_shown_in_full() {
        answer("aggTrades", Answers.AGGREGATE_TRADES.replace("0.010000", "0.0000010"));

        assertThat(aster.market().aggregateTrades(HistoryQuery.of(PEPE)).get(0).toString())
                .contains("price=0.000000001")
                .doesNotContain("E-");
    }
}
