package dev.astrolabe.okx.standin;

import dev.astrolabe.exchange.model.Fill;
import dev.astrolabe.exchange.testkit.engine.Engine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What changed the wallet of a small OKX. */
final class BillDesk {

    private final Engine engine;
    private final OrderDesk orders;

    BillDesk(Engine engine, OrderDesk orders) {
        this.engine = engine;
        this.orders = orders;
    }

    /** A trade is one bill, with its profit and its fee in it. */
    List<Map<String, Object>> bills(Call call) {
        Map<String, String> query = call.query();
        List<Map<String, Object>> rows = new ArrayList<>();
        BigDecimal wallet = new BigDecimal("10000");
        for (Fill fill : engine.fills()) {
            BigDecimal profit = fill.realizedPnl().orElse(BigDecimal.ZERO);
            wallet = wallet.add(profit).subtract(fill.fee());
            Placed order = orders.order(fill.orderId());
            if (Rows.wanted(query, "instType", "SWAP")
                    && Rows.wanted(query, "instId", order.form.listing().instId())
                    && Rows.wanted(query, "ccy", "USDT")
                    && Rows.wanted(query, "mgnMode", order.form.tdMode())
                    && Rows.wanted(query, "type", "2")
                    && Rows.wanted(query, "subType", OrderDesk.subType(order.form))
                    && Rows.within(query, fill.time())) {
                rows.add(bill(order, fill, profit, wallet));
            }
        }
        return Rows.page(rows, query, 100, row -> Long.parseLong((String) row.get("billId")));
    }

    private static Map<String, Object> bill(Placed order, Fill fill, BigDecimal profit, BigDecimal wallet) {
        Map<String, Object> row = Rows.of(
                "bal", wallet,
                "balChg", profit.subtract(fill.fee()),
                "billId", Placed.billId(fill),
                "ccy", "USDT",
                "clOrdId", order.form.clientId(),
                "execType", OrderDesk.execType(fill),
                "fee", fill.fee().negate(),
                "fillIdxPx", fill.price(),
                "fillMarkPx", fill.price(),
                "fillTime", fill.time(),
                "instId", order.form.listing().instId(),
                "instType", "SWAP",
                "interest", "0",
                "mgnMode", order.form.tdMode(),
                "ordId", fill.orderId(),
                "pnl", profit,
                "posBal", "0",
                "posBalChg", "0",
                "px", fill.price(),
                "subType", OrderDesk.subType(order.form),
                "sz", order.contracts(fill.quantity()),
                "tag", order.form.tag(),
                "tradeId", Placed.tradeId(fill),
                "ts", fill.time(),
                "type", "2");
        return Rows.empty(row, """
                earnAmt earnApr fillFwdPx fillMarkVol fillPxUsd fillPxVol from notes to""");
    }
}
