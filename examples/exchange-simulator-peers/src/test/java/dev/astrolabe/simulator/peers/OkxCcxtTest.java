package dev.astrolabe.simulator.peers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.astrolabe.exchange.model.Balance;
import dev.astrolabe.exchange.model.Fill;
import dev.astrolabe.exchange.model.OpenInterest;
import dev.astrolabe.exchange.model.Order;
import dev.astrolabe.exchange.model.OrderStatus;
import dev.astrolabe.exchange.model.OrderType;
import dev.astrolabe.exchange.model.Position;
import dev.astrolabe.exchange.model.RiskTier;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.exchange.model.Trade;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** ccxt's {@code okx} beside our own client of OKX v5. */
class OkxCcxtTest extends CcxtSuite {

    OkxCcxtTest() {
        super(PeerVenue.OKX);
    }

    @Nested
    class MarketData extends CcxtMarketData {

        @Override
        PeerBench openBench() {
            return shared();
        }

        @Test
        void fetch_ticker_tells_the_best_prices() {
            for (Symbol symbol : List.of(BTC, PEPE)) {
                Told told = ccxt().see("fetchTicker", name(symbol));

                compareBest(told, sdk().marketData().bookTicker(symbol));
            }
        }

        @Test
        void fetch_mark_price_tells_it() {
            // The page of OKX asks for instType, which ccxt leaves out of a single instrument's call.
            Told one = ccxt().see("fetchMarkPrice", name(BTC), Map.of("instType", "SWAP"));
            one.number("/markPrice", sdk().marketData().markPrice(BTC).mark());

            Told all = ccxt().see("fetchMarkPrices", null, Ccxt.SWAP);
            for (Symbol symbol : List.of(BTC, ETH, PEPE)) {
                all.at("/" + escaped(name(symbol)))
                        .number(
                                "/markPrice",
                                sdk().marketData().markPrice(symbol).mark());
            }
        }

        @Test
        void fetch_open_interest_tells_contracts() {
            Told told = ccxt().see("fetchOpenInterest", name(BTC));

            OpenInterest interest = sdk().marketData().openInterest(BTC);
            told.number("/info/oi", interest.contracts()).number("/info/oiCcy", interest.quantity());
        }

        @Test
        void fetch_market_leverage_tiers_tells_rates() {
            Told told = ccxt().see("fetchMarketLeverageTiers", name(BTC));

            List<RiskTier> tiers = sdk().account().riskTiers(BTC);
            assertThat(told.size()).isEqualTo(tiers.size());
            for (int i = 0; i < tiers.size(); i++) {
                told.at(i)
                        .number("/maintenanceMarginRate", tiers.get(i).maintenanceMarginRate())
                        .number("/maxLeverage", tiers.get(i).maxLeverage());
            }
        }

        @Test
        void fetch_trades_tells_the_history() {
            Told told =
                    ccxt().see("fetchTrades", name(BTC), null, 50, Map.of("method", "publicGetMarketHistoryTrades"));

            List<Trade> trades = sdk().marketData().trades(BTC, 50);
            assertThat(told.size()).isEqualTo(trades.size());
            trades.forEach(trade -> compare(byId(told, trade.id()), trade));
        }

        @Test
        void fetch_status_tells_that_all_is_well() {
            ccxt().see("fetchStatus").text("/status", "ok");
        }

        @Test
        void fetch_ticker_tells_the_day_of_an_inverse_swap_and_of_a_dated_future() {
            sdk().instruments().all().stream()
                    .filter(instrument ->
                            instrument.inverse() || instrument.expiresAt().isPresent())
                    .forEach(instrument -> {
                        Told told = ccxt().see("fetchTicker", name(instrument.symbol()));

                        told.number(
                                "/last",
                                sdk().marketData().ticker(instrument.symbol()).last());
                    });
        }
    }

    @Nested
    class History extends CcxtHistory {

        @Override
        PeerBench openBench() {
            return shared();
        }

        @Test
        void fetch_position_tells_one() {
            Told told = ccxt().see("fetchPosition", name(BTC));

            Position position = sdk().account().positions(BTC).get(0);
            Orders.compare(told, position, instrument(BTC), true);
        }

        @Test
        void fetch_accounts_tells_the_account() {
            Told told = ccxt().call("fetchAccounts");

            assertThat(told.size()).isEqualTo(1);
            told.text("/0/info/posMode", "net_mode");
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
        void edit_order_changes_price_and_size() {
            Told placed = ccxt().call("createOrder", name(BTC), "limit", "buy", amount(BTC), below(BTC));
            BigDecimal price = away(BTC, new BigDecimal("0.95"));
            BigDecimal more = size(BTC, new BigDecimal("0.7"));

            ccxt().call("editOrder", id(placed), name(BTC), "limit", "buy", more, price);

            Order order = read(BTC, placed);
            assertThat(order.price().orElseThrow()).isEqualByComparingTo(price);
            assertThat(order.contracts().orElseThrow()).isEqualByComparingTo(more);
            Orders.compare(ccxt().call("fetchOrder", id(placed), name(BTC)), order, instrument(BTC));
        }

        private String id(Told placed) {
            return placed.answer().path("id").asText();
        }

        @Test
        void edit_order_moves_a_stop() {
            ccxt().call("createOrder", name(BTC), "market", "buy", amount(BTC));
            Told placed = ccxt().call(
                            "createOrder",
                            name(BTC),
                            "market",
                            "sell",
                            amount(BTC),
                            null,
                            Map.of("stopLossPrice", below(BTC), "reduceOnly", true));
            BigDecimal trigger = away(BTC, new BigDecimal("0.95"));

            ccxt().call(
                            "editOrder",
                            id(placed),
                            name(BTC),
                            "conditional",
                            "sell",
                            null,
                            null,
                            Map.of("newSlTriggerPx", trigger, "newSlOrdPx", "-1"));

            assertThat(readConditional(BTC, placed).triggerPrice().orElseThrow())
                    .isEqualByComparingTo(trigger);
        }

        @Test
        void create_order_places_a_trigger_order() {
            BigDecimal trigger = below(BTC);

            Told placed = ccxt().call(
                            "createOrder",
                            name(BTC),
                            "limit",
                            "buy",
                            amount(BTC),
                            trigger,
                            Map.of("triggerPrice", trigger));

            Told found = ccxt().call("fetchOrder", id(placed), name(BTC), Map.of("trigger", true));
            found.number("/triggerPrice", trigger).text("/status", "open");
            Order order = readConditional(BTC, placed);
            assertThat(price(BTC, order.triggerPrice().orElseThrow())).isEqualByComparingTo(trigger);
            cancelConditional(order);
        }

        @Test
        void create_order_attaches_exits() {
            Told placed = ccxt().call(
                            "createOrder",
                            name(BTC),
                            "market",
                            "buy",
                            amount(BTC),
                            null,
                            Map.of(
                                    "stopLoss", Map.of("triggerPrice", below(BTC), "type", "market"),
                                    "takeProfit", Map.of("triggerPrice", above(BTC), "type", "market")));

            assertThat(read(BTC, placed).status()).isEqualTo(OrderStatus.FILLED);
            assertThat(sdk().trading().openOrders(BTC))
                    .extracting(Order::type)
                    .containsAnyOf(OrderType.STOP_MARKET, OrderType.TAKE_PROFIT_MARKET);
        }

        @Test
        void close_position_closes_it_and_fetch_positions_history_tells_so() {
            ccxt().call("createOrder", name(ETH), "market", "buy", amount(ETH));

            ccxt().call("closePosition", name(ETH));

            assertThat(sdk().account().positions(ETH)).isEmpty();
            Told closed = ccxt().call("fetchPositionsHistory", List.of(name(ETH)));
            assertThat(closed.size()).isPositive();
        }

        @Test
        void orders_over_the_socket_are_placed_changed_and_cancelled() {
            Told placed = ccxt().call("createOrderWs", name(BTC), "limit", "buy", amount(BTC), below(BTC));
            Orders.requireOpen(read(BTC, placed));
            BigDecimal price = away(BTC, new BigDecimal("0.95"));

            ccxt().call("editOrderWs", id(placed), name(BTC), "limit", "buy", amount(BTC), price);
            assertThat(read(BTC, placed).price().orElseThrow()).isEqualByComparingTo(price);

            ccxt().call("cancelOrderWs", id(placed), name(BTC));
            assertThat(read(BTC, placed).status()).isEqualTo(OrderStatus.CANCELED);
        }

        @Test
        void cancel_all_orders_after_arms_and_disarms() {
            Told armed = ccxt().call("cancelAllOrdersAfter", 60_000);

            assertThat(armed.answer().at("/data/0/triggerTime").asText()).isNotEqualTo("0");
            ccxt().call("cancelAllOrdersAfter", 0);
        }
    }

    @Nested
    class Streams extends CcxtStreams {

        @Override
        PeerBench openBench() {
            return shared();
        }

        /** ccxt makes a trade of the order's push and gives it the order's number. */
        @Override
        void compareFill(Told kept, Fill fill) {
            for (int i = 0; i < kept.size(); i++) {
                JsonNode push = kept.answer().get(i).path("info");
                if (push.path("tradeId").asText().equals(fill.tradeId())) {
                    kept.at(i)
                            .number("/info/fillPx", fill.price())
                            .number("/info/fillSz", size(fill.symbol(), fill.quantity()))
                            .number("/info/fillFee", fill.fee().negate())
                            .text("/info/ordId", fill.orderId())
                            .time("/info/fillTime", fill.time());
                    return;
                }
            }
            throw new AssertionError("no trade " + fill.tradeId() + " in " + kept.answer());
        }

        @Override
        void compareWallet(Told kept, Balance usdt) {
            Told row = CcxtHistory.row(kept.at("/info/data/0/details"), "ccy", "USDT");
            BigDecimal equity = new BigDecimal(row.answer().path("eq").asText());
            BigDecimal profit = new BigDecimal(row.answer().path("upl").asText());
            assertThat(equity.subtract(profit)).isEqualByComparingTo(usdt.wallet());
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
            return "privatePostTradeOrder";
        }

        @Override
        Map<String, Object> smallOrder() {
            return Map.of(
                    "instId", "BTC-USDT-SWAP", "tdMode", "cross", "side", "buy", "ordType", "market", "sz", "0.001");
        }

        @Test
        void a_wrong_secret_is_an_authentication_error() {
            requireRefused(
                    "AuthenticationError", with("secret", "secret", "wrong"), "privateGetAccountBalance", Map.of());
        }

        @Test
        void a_wrong_passphrase_is_an_authentication_error() {
            requireRefused(
                    "AuthenticationError", with("phrase", "password", "wrong"), "privateGetAccountBalance", Map.of());
        }

        @Test
        void a_key_of_no_account_is_an_authentication_error() {
            requireRefused(
                    "AuthenticationError", with("nobody", "apiKey", "nobody"), "privateGetAccountBalance", Map.of());
        }

        @Test
        void a_wrong_secret_is_an_authentication_error_over_the_socket() {
            requireRefused("AuthenticationError", with("login", "secret", "wrong"), "authenticate");
        }

        @Test
        void a_time_that_is_long_past_is_an_invalid_nonce() {
            ObjectNode config = venue().config(bench().simulator(), PeerBench.POOR);
            config.putObject("options").put("timeDifference", 120_000);

            requireRefused("InvalidNonce", bench().ccxt("late", config), "privateGetAccountBalance", Map.of());
        }

        @Test
        void a_symbol_that_the_venue_does_not_know_is_a_bad_symbol() {
            requireRefused("BadSymbol", ccxt(), "publicGetMarketBooks", Map.of("instId", "NOPE-USDT-SWAP"));
        }
    }
}
