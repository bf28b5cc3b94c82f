package dev.astrolabe.examples.monitor;

import dev.astrolabe.exchange.model.AccountSnapshot;
import dev.astrolabe.exchange.model.AccountSnapshot.OpenOrder;
import dev.astrolabe.exchange.model.Position;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Accounts side by side; their positions and orders below, in the same columns whatever the exchange. */
final class AccountTable {

    private static final String POSITION = "%-10s %-18s %-6s %14s %14s %14s %14s %9s %9s %16s%n";
    private static final String ORDER = "%-10s %-18s %-6s %14s %14s %14s  %s%n";

    private AccountTable() {}

    static void print(List<AccountSnapshot> accounts, PrintWriter out) {
        line("account", accounts, AccountSnapshot::accountName, out);
        line("exchange", accounts, AccountSnapshot::exchange, out);
        line("symbol", accounts, account -> account.symbol().toString(), out);
        line("current price", accounts, account -> text(account.currentPrice()), out);
        line("equity", accounts, account -> text(account.balance().equity()), out);
        line("available", accounts, account -> text(account.balance().available()), out);
        line("in use", accounts, account -> text(account.balance().inUse()), out);
        line("unrealized PnL", accounts, account -> text(account.balance().unrealizedPnl()), out);
        out.println();
        out.printf(
                POSITION,
                "account",
                "instrument",
                "side",
                "quantity",
                "contracts",
                "average price",
                "PnL",
                "PnL %",
                "leverage",
                "notional USD");
        accounts.forEach(account -> account.positions().forEach(row -> position(account, row, out)));
        out.println();
        out.printf(ORDER, "account", "instrument", "order", "price", "size", "value", "order id");
        accounts.forEach(account -> account.buyOrders().forEach(row -> order(account, "BUY", row, out)));
        accounts.forEach(account -> account.sellOrders().forEach(row -> order(account, "SELL", row, out)));
        out.println();
    }

    private static void line(
            String name, List<AccountSnapshot> accounts, Function<AccountSnapshot, String> value, PrintWriter out) {
        out.printf("%-16s", name);
        accounts.forEach(account -> out.printf("%24s", value.apply(account)));
        out.println();
    }

    private static void position(AccountSnapshot account, Position row, PrintWriter out) {
        out.printf(
                POSITION,
                account.accountName(),
                row.venueSymbol(),
                row.side(),
                text(row.quantity()),
                text(row.contracts()),
                text(row.entryPrice()),
                text(row.unrealizedPnl()),
                row.unrealizedPnlRatio()
                        .map(ratio -> text(ratio.movePointRight(2).setScale(2, java.math.RoundingMode.HALF_EVEN)))
                        .orElse("-"),
                text(row.leverage()),
                text(row.notionalUsd()));
    }

    private static void order(AccountSnapshot account, String side, OpenOrder row, PrintWriter out) {
        out.printf(
                ORDER,
                account.accountName(),
                row.venueSymbol(),
                side,
                text(row.price()),
                text(row.size()),
                text(row.value()),
                row.orderId());
    }

    private static String text(Optional<BigDecimal> number) {
        return number.map(AccountTable::text).orElse("-");
    }

    private static String text(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
