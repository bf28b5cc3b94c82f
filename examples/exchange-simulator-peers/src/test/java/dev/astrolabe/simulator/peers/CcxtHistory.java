package dev.astrolabe.simulator.peers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.astrolabe.exchange.ExchangeClient;
import dev.astrolabe.exchange.model.Balance;
import dev.astrolabe.exchange.model.FeeRate;
import dev.astrolabe.exchange.model.Fill;
import dev.astrolabe.exchange.model.HistoryQuery;
import dev.astrolabe.exchange.model.Income;
import dev.astrolabe.exchange.model.IncomeType;
import dev.astrolabe.exchange.model.Order;
import dev.astrolabe.exchange.model.OrderRequest;
import dev.astrolabe.exchange.model.OrderStatus;
import dev.astrolabe.exchange.model.Position;
import dev.astrolabe.exchange.model.Side;
import dev.astrolabe.exchange.model.Symbol;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an account has and had: it traded before the last funding, and holds two positions since. */
abstract class CcxtHistory extends CcxtGroup {

    static final String ACCOUNT = "history";

    CcxtHistory() {
        super(ACCOUNT);
    }

    /** What the account did before funding came due. */
    static void live(PeerBench bench) {
        try (ExchangeClient sdk = bench.venue().sdk(bench.simulator(), ACCOUNT)) {
            sdk.trading().place(OrderRequest.market(BTC, Side.BUY, new BigDecimal("0.05")));
            sdk.trading().place(OrderRequest.market(BTC, Side.SELL, new BigDecimal("0.02")));
            sdk.trading().place(OrderRequest.market(ETH, Side.SELL, new BigDecimal("0.5")));
        }
    }

    @Test
    void fetch_balance_tells_wallet_and_free_margin() {
        Told told = ccxt().see("fetchBalance", Ccxt.SWAP);

        Balance usdt = sdk().account().balances().stream()
                .filter(balance -> balance.asset().equals("USDT"))
                .findFirst()
                .orElseThrow();
        if (onOkx()) {
            row(told.at("/info/data/0/details"), "ccy", "USDT")
                    .number("/eq", usdt.equity())
                    .number("/availEq", usdt.available())
                    .number("/upl", usdt.unrealizedPnl())
                    .number("/frozenBal", usdt.inUse());
        } else {
            row(told.at("/info"), "asset", "USDT")
                    .number("/balance", usdt.wallet())
                    .number("/availableBalance", usdt.available())
                    .number("/crossUnPnl", usdt.unrealizedPnl());
        }
        double total = told.answer().at("/USDT/total").doubleValue();
        assertThat(total).isEqualTo((onOkx() ? usdt.equity() : usdt.wallet()).doubleValue());
        assertThat(told.answer().at("/USDT/free").doubleValue())
                .isEqualTo(usdt.available().doubleValue());
    }

    /** The row of a table that names something in a column. */
    static Told row(Told rows, String column, String value) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.answer().get(i).path(column).asText().equals(value)) {
                return rows.at(i);
            }
        }
        throw new AssertionError(rows.call() + " has no row of " + column + " " + value + ": " + rows.answer());
    }

    @Test
    void fetch_positions_tells_both_positions() {
        Told told = ccxt().see("fetchPositions");

        List<Position> positions = sdk().account().positions();
        assertThat(positions).extracting(Position::symbol).containsExactlyInAnyOrder(BTC, ETH);
        assertThat(told.size()).isEqualTo(positions.size());
        positions.forEach(position -> Orders.compare(
                Orders.of(told, name(position.symbol())), position, instrument(position.symbol()), onOkx()));
    }

    @Test
    void fetch_positions_tells_the_position_in_one_instrument() {
        Told told = ccxt().see("fetchPositions", List.of(name(ETH)));

        assertThat(told.size()).isEqualTo(1);
        Orders.compare(told.at(0), sdk().account().positions(ETH).get(0), instrument(ETH), onOkx());
    }

    @Test
    void fetch_leverage_tells_the_setting() {
        Told told = ccxt().call("fetchLeverage", name(BTC));

        BigDecimal leverage = sdk().account().leverage(BTC).leverage();
        told.number("/longLeverage", leverage).number("/shortLeverage", leverage);
    }

    @Test
    void fetch_my_trades_tells_every_fill() {
        Told told = ccxt().call("fetchMyTrades", name(BTC));

        List<Fill> fills = sdk().trading().fills(HistoryQuery.of(BTC)).items();
        assertThat(fills).hasSizeGreaterThanOrEqualTo(2);
        assertThat(told.size()).isEqualTo(fills.size());
        fills.forEach(fill -> Orders.compare(CcxtMarketData.byId(told, fill.tradeId()), fill, instrument(BTC)));
    }

    @Test
    void fetch_closed_orders_tells_what_was_filled() {
        Told told = ccxt().call("fetchClosedOrders", name(BTC));

        List<Order> orders = sdk().trading().orderHistory(HistoryQuery.of(BTC)).items().stream()
                .filter(order -> order.status() == OrderStatus.FILLED)
                .toList();
        assertThat(orders).hasSize(2);
        assertThat(told.size()).isEqualTo(orders.size());
        orders.forEach(order -> Orders.compare(CcxtMarketData.byId(told, order.orderId()), order, instrument(BTC)));
    }

    @Test
    void fetch_ledger_tells_what_changed_the_wallet() {
        // ccxt asks OKX for the bills of one kind of instrument, and a deposit is of none.
        Told told = ccxt().call("fetchLedger", "USDT", null, 100, Ccxt.SWAP);

        List<Income> income = incomeOf(null).stream()
                .filter(row -> !onOkx() || row.type() != IncomeType.TRANSFER)
                .toList();
        assertThat(sum(told.answer(), onOkx() ? "balChg" : "income"))
                .isEqualByComparingTo(income.stream().map(Income::amount).reduce(BigDecimal.ZERO, BigDecimal::add));
        income.stream()
                .filter(row -> row.type() == IncomeType.FUNDING)
                .forEach(row -> CcxtMarketData.byId(told, row.id()).time("/timestamp", row.time()));
    }

    @Test
    void fetch_funding_history_tells_what_was_paid() {
        Told told = ccxt().call("fetchFundingHistory", name(BTC), null, 100, Map.of());

        List<Income> paid = incomeOf(BTC).stream()
                .filter(row -> row.type() == IncomeType.FUNDING)
                .toList();
        assertThat(paid).isNotEmpty();
        assertThat(told.size()).isEqualTo(paid.size());
        for (Income row : paid) {
            CcxtMarketData.byId(told, row.id())
                    .number(onOkx() ? "/info/balChg" : "/info/income", row.amount())
                    .text("/code", row.asset())
                    .time("/timestamp", row.time());
        }
    }

    private List<Income> incomeOf(Symbol symbol) {
        HistoryQuery query = HistoryQuery.builder().symbol(symbol).limit(1000).build();
        return sdk().account().income(query).items();
    }

    private static BigDecimal sum(JsonNode rows, String column) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode row : rows) {
            sum = sum.add(new BigDecimal(row.path("info").path(column).asText()));
        }
        return sum;
    }

    @Test
    void fetch_trading_fee_tells_the_rates() {
        Told told = ccxt().call("fetchTradingFee", name(BTC));

        FeeRate fees = sdk().account().fees(BTC);
        told.number("/maker", fees.maker()).number("/taker", fees.taker());
    }
}
