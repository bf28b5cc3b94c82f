package dev.astrolabe.simulator.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrolabe.aster.web3.ApprovedBuilder;
import dev.astrolabe.aster.web3.AsterWeb3Client;
import dev.astrolabe.exchange.model.Balance;
import dev.astrolabe.exchange.model.BookTicker;
import dev.astrolabe.exchange.model.Fill;
import dev.astrolabe.exchange.model.HistoryQuery;
import dev.astrolabe.exchange.model.Order;
import dev.astrolabe.exchange.model.Trade;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** ccxt's {@code aster}, which signs as AsterDex v3 asks, beside our own client of AsterDex v3. */
class AsterCcxtTest extends CcxtSuite {

    AsterCcxtTest() {
        super(PeerVenue.ASTER);
    }

    @Nested
    class MarketData extends CcxtMarketData {

        @Override
        PeerBench openBench() {
            return shared();
        }

        @Test
        void fetch_bids_asks_tells_the_best_prices_of_every_market() {
            Told told = ccxt().see("fetchBidsAsks", null, Ccxt.SWAP);

            List<BookTicker> all = sdk().marketData().bookTickers();
            assertThat(told.size()).isEqualTo(all.size());
            all.forEach(best -> compareBest(told.at("/" + escaped(name(best.symbol()))), best));
        }

        @Test
        void fetch_last_prices_tells_the_last_price_of_every_market() {
            Told told = ccxt().see("fetchLastPrices", null, Ccxt.SWAP);

            sdk().marketData()
                    .tickers()
                    .forEach(ticker -> told.at("/" + escaped(name(ticker.symbol())))
                            .number("/price", price(ticker.symbol(), ticker.last())));
        }

        @Test
        void fetch_funding_intervals_tells_hours_between_fundings() {
            Told told = ccxt().see("fetchFundingIntervals");

            sdk().marketData()
                    .fundingRate(BTC)
                    .interval()
                    .ifPresent(
                            interval -> told.at("/" + escaped(name(BTC))).text("/interval", interval.toHours() + "h"));
            assertThat(told.size()).isPositive();
        }

        @Test
        void fetch_trades_tells_aggregated_trades_from_a_time_on() {
            Trade oldest = sdk().marketData().trades(BTC, 20).get(0);

            Told told = ccxt().see("fetchTrades", name(BTC), oldest.time().toEpochMilli(), 100);

            List<Trade> trades = sdk().marketData()
                    .tradeHistory(HistoryQuery.builder()
                            .symbol(BTC)
                            .from(oldest.time())
                            .limit(100)
                            .build())
                    .items();
            assertThat(told.size()).isPositive();
            trades.forEach(trade -> compare(byId(told, trade.id()), trade));
        }
    }

    @Nested
    class History extends CcxtHistory {

        @Override
        PeerBench openBench() {
            return shared();
        }

        @Test
        void fetch_orders_tells_every_order() {
            Told told = ccxt().call("fetchOrders", name(BTC));

            List<Order> orders =
                    sdk().trading().orderHistory(HistoryQuery.of(BTC)).items();
            assertThat(orders).hasSize(2);
            assertThat(told.size()).isEqualTo(orders.size());
            orders.forEach(order -> Orders.compare(CcxtMarketData.byId(told, order.orderId()), order, instrument(BTC)));
        }

        @Test
        void it_asks_for_its_builder_fee_before_it_trades() {
            ccxt().call("fetchLeverages");

            assertThat(sdk().unwrap(AsterWeb3Client.class).builders())
                    .extracting(ApprovedBuilder::name)
                    .containsExactly("ccxt");
            assertThat(ccxt().stored("options", "builderFee").answer().asBoolean())
                    .isTrue();
        }

        @Test
        void fetch_leverages_and_margin_modes_tell_every_instrument() {
            Told leverages = ccxt().call("fetchLeverages");
            Told modes = ccxt().call("fetchMarginModes");

            for (var symbol : List.of(BTC, SOL)) {
                String pointer = "/" + CcxtMarketData.escaped(name(symbol));
                leverages
                        .at(pointer)
                        .number(
                                "/longLeverage",
                                sdk().account().leverage(symbol).leverage());
                modes.at(pointer)
                        .text(
                                "/marginMode",
                                CcxtMarketData.lower(sdk().account().marginMode(symbol)));
            }
        }
    }

    @Nested
    class Settings extends CcxtSettings {

        @Override
        PeerBench openBench() {
            return shared();
        }
    }

    @Nested
    class Trading extends CcxtTrading {

        @Override
        PeerBench openBench() {
            return shared();
        }

        @Test
        void fetch_open_order_tells_an_order_and_cancel_all_orders_cancels_it() {
            Told placed = ccxt().call("createOrder", name(BTC), "limit", "buy", amount(BTC), below(BTC));
            ccxt().call("createOrder", name(BTC), "limit", "sell", amount(BTC), above(BTC));

            Order order = read(BTC, placed);
            Orders.compare(ccxt().call("fetchOpenOrder", order.orderId(), name(BTC)), order, instrument(BTC));

            ccxt().call("cancelAllOrders", name(BTC));

            assertThat(sdk().trading().openOrders(BTC)).isEmpty();
        }

        @Test
        void create_order_closes_a_whole_position_when_a_price_is_reached() {
            ccxt().call("createOrder", name(ETH), "market", "buy", amount(ETH));

            Told placed = ccxt().call(
                            "createOrder",
                            name(ETH),
                            "market",
                            "sell",
                            amount(ETH),
                            null,
                            Map.of("stopLossPrice", below(ETH), "closePosition", true, "workingType", "MARK_PRICE"));

            Order order = readConditional(ETH, placed);
            assertThat(order.closePosition()).isTrue();
            placed.number("/triggerPrice", price(ETH, order.triggerPrice().orElseThrow()));
        }
    }

    @Nested
    class Streams extends CcxtStreams {

        @Override
        PeerBench openBench() {
            return shared();
        }

        @Override
        void compareFill(Told kept, Fill fill) {
            Orders.compare(CcxtMarketData.byId(kept, fill.tradeId()), fill, instrument(fill.symbol()));
        }

        @Override
        void compareWallet(Told kept, Balance usdt) {
            kept.number("/swap/USDT/total", usdt.wallet());
        }
    }

    @Nested
    class Refusals extends CcxtRefusals {

        @Override
        PeerBench openBench() {
            return shared();
        }

        @Override
        String smallOrderCall() {
            return "fapiPrivatePostV3Order";
        }

        @Override
        Map<String, Object> smallOrder() {
            return Map.of("symbol", "BTCUSDT", "side", "BUY", "type", "MARKET", "quantity", "0.0001");
        }

        @Test
        void a_key_of_no_account_is_an_authentication_error() {
            Ccxt stranger = with("stranger", "privateKey", "0x" + "5".repeat(64));

            requireRefused("AuthenticationError", stranger, "fetchBalance", Ccxt.SWAP);
        }

        @Test
        void a_symbol_that_the_venue_does_not_know_is_a_bad_symbol() {
            requireRefused("BadSymbol", ccxt(), "fapiPublicGetV3Depth", Map.of("symbol", "NOPEUSDT"));
        }

        @Test
        void a_setting_that_is_so_already_is_no_change() {
            requireRefused("NoChange", ccxt(), "setMarginMode", "cross", name(SOL));
            requireRefused("NoChange", ccxt(), "setPositionMode", false);
        }

        @Test
        void a_stop_beyond_the_market_would_fill_immediately() {
            requireRefused(
                    "OrderImmediatelyFillable",
                    ccxt(),
                    "createOrder",
                    name(BTC),
                    "market",
                    "sell",
                    size(BTC, new BigDecimal("0.01")),
                    null,
                    Map.of(
                            "stopLossPrice",
                            price(BTC, sdk().marketData().bookTicker(BTC).ask().add(BigDecimal.TEN))));
        }

        @Test
        void a_reduce_only_order_without_a_position_is_rejected() {
            requireRefused(
                    "OperationRejected",
                    ccxt(),
                    "createOrder",
                    name(BTC),
                    "market",
                    "sell",
                    size(BTC, new BigDecimal("0.01")),
                    null,
                    Map.of("reduceOnly", true));
        }
    }
}
