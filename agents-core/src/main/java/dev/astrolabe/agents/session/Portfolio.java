package dev.astrolabe.agents.session;

import dev.astrolabe.agents.market.Listing;
import dev.astrolabe.exchange.ExchangeClient;
import dev.astrolabe.exchange.ExchangeId;
import dev.astrolabe.exchange.model.Balance;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * All agents' books together: what they are worth, how far that has fallen, and whether the exchange agrees. The books reckon
 * by cash flows and the exchange by wallet and unrealized profit; the two must be the same number.
 */
final class Portfolio {

    private final List<Trader> traders;
    private final String asset;
    private final BigDecimal reserve;
    private final Drawdown drawdown;
    private final IdentityHashMap<Trader, Drawdown> drawdowns = new IdentityHashMap<>();
    private List<Owner> accounts = List.of();
    private long checks;

    /** Through whom an account is read that several traders may share; its client is the same for the life of a session. */
    private record Owner(Trader trader, ExchangeId exchange) {}

    Portfolio(List<Trader> traders, String asset, BigDecimal capital) {
        this.traders = traders;
        this.asset = asset;
        this.reserve = capital.subtract(sum(traders, trader -> trader.book().capital()));
        this.drawdown = new Drawdown(capital);
        traders.forEach(
                trader -> drawdowns.put(trader, new Drawdown(trader.book().capital())));
    }

    /** Takes the peaks and falls of this moment. */
    void observe(Function<Listing, BigDecimal> marks) {
        drawdown.observe(equity(marks));
        for (Trader trader : traders) {
            for (BookPosition position : trader.book().positions()) {
                position.mark(marks.apply(position.listing()));
            }
            drawdown(trader).observe(trader.book().equity(marks));
        }
    }

    Drawdown drawdown() {
        return drawdown;
    }

    Drawdown drawdown(Trader trader) {
        return Objects.requireNonNull(drawdowns.get(trader), "trader of another portfolio");
    }

    BigDecimal cash() {
        return sum(traders, trader -> trader.book().cash()).add(reserve);
    }

    BigDecimal positionsValue(Function<Listing, BigDecimal> marks) {
        BigDecimal value = BigDecimal.ZERO;
        for (Trader trader : traders) {
            value = value.add(trader.book().positionsValue(marks));
        }
        return value;
    }

    BigDecimal equity(Function<Listing, BigDecimal> marks) {
        return cash().add(positionsValue(marks));
    }

    int openPositions() {
        int open = 0;
        for (Trader trader : traders) {
            open += trader.book().positions().size();
        }
        return open;
    }

    int trades() {
        int trades = 0;
        for (Trader trader : traders) {
            trades += trader.book().finished().size();
        }
        return trades;
    }

    long checks() {
        return checks;
    }

    /**
     * Compares the books with what the exchanges say.
     *
     * @throws IllegalStateException if they differ by as much as the last digit
     */
    void verify(Function<Listing, BigDecimal> marks, Collection<ExchangeId> exchanges) {
        if (accounts.isEmpty()) {
            accounts = accounts(exchanges);
        }
        BigDecimal told = BigDecimal.ZERO;
        for (Owner account : accounts) {
            told = told.add(equityOf(account.trader(), account.exchange()));
        }
        BigDecimal booked = equity(marks);
        if (booked.compareTo(told) != 0) {
            throw new IllegalStateException("books do not balance: cash " + cash().toPlainString() + " + positions "
                    + positionsValue(marks).toPlainString() + " = " + booked.toPlainString()
                    + ", but the accounts are worth " + told.toPlainString() + "; by agent: "
                    + byAgent(marks, exchanges));
        }
        checks++;
    }

    private List<Owner> accounts(Collection<ExchangeId> exchanges) {
        Set<ExchangeClient> counted = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Owner> owners = new ArrayList<>();
        for (Trader trader : traders) {
            for (ExchangeId exchange : exchanges) {
                if (counted.add(trader.account(exchange))) {
                    owners.add(new Owner(trader, exchange));
                }
            }
        }
        return owners;
    }

    private Map<String, String> byAgent(Function<Listing, BigDecimal> marks, Collection<ExchangeId> exchanges) {
        Map<String, String> text = new TreeMap<>();
        for (Trader trader : traders) {
            BigDecimal told = BigDecimal.ZERO;
            for (ExchangeId exchange : exchanges) {
                told = told.add(equityOf(trader, exchange));
            }
            text.put(
                    trader.agent().spec().id().code(),
                    trader.book().equity(marks).toPlainString() + " against " + told.toPlainString());
        }
        return text;
    }

    private BigDecimal equityOf(Trader trader, ExchangeId exchange) {
        return trader.balance(exchange, asset).map(Balance::equity).orElse(BigDecimal.ZERO);
    }

    private static BigDecimal sum(List<Trader> traders, Function<Trader, BigDecimal> amount) {
        BigDecimal total = BigDecimal.ZERO;
        for (Trader trader : traders) {
            total = total.add(amount.apply(trader));
        }
        return total;
    }
}
