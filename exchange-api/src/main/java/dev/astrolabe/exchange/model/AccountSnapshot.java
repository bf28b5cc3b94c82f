package dev.astrolabe.exchange.model;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one shape in which every account of every exchange is seen, for one instrument.
 *
 * @param accountId the application's id of the account
 * @param accountName the application's name of it
 * @param exchange name of the exchange
 * @param symbol the instrument
 * @param currentPrice its mark price, or its last price where it has no mark
 * @param balance what the account is worth, in the settle asset of the instrument
 * @param positions the open positions of the instrument
 * @param buyOrders the open orders that buy, conditional ones included
 * @param sellOrders the open orders that sell, conditional ones included
 * @since 0.1
 */
public record AccountSnapshot(
        String accountId,
        String accountName,
        String exchange,
        Symbol symbol,
        BigDecimal currentPrice,
        Equity balance,
        List<Position> positions,
        List<OpenOrder> buyOrders,
        List<OpenOrder> sellOrders) {

    /**
     * Copies the lists.
     *
     * @param accountId the application's id of the account
     * @param accountName the application's name of it
     * @param exchange name of the exchange
     * @param symbol the instrument
     * @param currentPrice its mark price, or its last price where it has no mark
     * @param balance what the account is worth, in the settle asset of the instrument
     * @param positions the open positions of the instrument
     * @param buyOrders the open orders that buy, conditional ones included
     * @param sellOrders the open orders that sell, conditional ones included
     */
    public AccountSnapshot {
        positions = List.copyOf(positions);
        buyOrders = List.copyOf(buyOrders);
        sellOrders = List.copyOf(sellOrders);
    }

    /**
     * The same snapshot beside what the account was worth a day before, which no venue tells.
     *
     * @param equity what the account was worth 24 hours ago
     * @return a snapshot with the change
     */
    public AccountSnapshot withEquity24hAgo(BigDecimal equity) {
        return new AccountSnapshot(
                accountId,
                accountName,
                exchange,
                symbol,
                currentPrice,
                balance.withEquity24hAgo(equity),
                positions,
                buyOrders,
                sellOrders);
    }

    @Override
    public String toString() {
        return Fields.of("AccountSnapshot")
                .with("accountId", accountId)
                .with("accountName", accountName)
                .with("exchange", exchange)
                .with("symbol", symbol)
                .with("currentPrice", currentPrice)
                .with("balance", balance)
                .with("positions", positions)
                .with("buyOrders", buyOrders)
                .with("sellOrders", sellOrders)
                .toString();
    }

    /** What an account is worth. All amounts are in the settle asset of the snapshot's instrument. */
    public static final class Equity {
        private final BigDecimal equity;
        private final BigDecimal available;
        private final BigDecimal inUse;
        private final BigDecimal unrealizedPnl;
        private final @Nullable BigDecimal equity24hAgo;

        private Equity(
                BigDecimal equity,
                BigDecimal available,
                BigDecimal inUse,
                BigDecimal unrealizedPnl,
                @Nullable BigDecimal equity24hAgo) {
            this.equity = equity;
            this.available = available;
            this.inUse = inUse;
            this.unrealizedPnl = unrealizedPnl;
            this.equity24hAgo = equity24hAgo;
        }

        /**
         * Of a balance.
         *
         * @param balance the balance of the settle asset
         * @return what it is worth now
         */
        public static Equity of(Balance balance) {
            return new Equity(balance.equity(), balance.available(), balance.inUse(), balance.unrealizedPnl(), null);
        }

        Equity withEquity24hAgo(BigDecimal before) {
            return new Equity(equity, available, inUse, unrealizedPnl, before);
        }

        /**
         * Wallet plus unrealized profit or loss.
         *
         * @return the equity
         */
        public BigDecimal equity() {
            return equity;
        }

        /**
         * What new orders may use.
         *
         * @return the available balance
         */
        public BigDecimal available() {
            return available;
        }

        /**
         * What backs positions and open orders.
         *
         * @return the balance in use
         */
        public BigDecimal inUse() {
            return inUse;
        }

        /**
         * Profit or loss at the mark price.
         *
         * @return the unrealized profit or loss
         */
        public BigDecimal unrealizedPnl() {
            return unrealizedPnl;
        }

        /**
         * What the account was worth a day before.
         *
         * @return the equity 24 hours ago; empty where the application has not kept it
         */
        public Optional<BigDecimal> equity24hAgo() {
            return Optional.ofNullable(equity24hAgo);
        }

        /**
         * The change within the day.
         *
         * @return equity less equity 24 hours ago; empty where that is unknown
         */
        public Optional<BigDecimal> change24h() {
            return equity24hAgo().map(equity::subtract);
        }

        /**
         * The change within the day in per cent, to 16 digits.
         *
         * @return 100 x change / equity 24 hours ago; empty where that is unknown or 0
         */
        public Optional<BigDecimal> change24hPercent() {
            return equity24hAgo()
                    .filter(before -> before.signum() != 0)
                    .map(before -> equity.subtract(before).scaleByPowerOfTen(2).divide(before, MathContext.DECIMAL64));
        }

        @Override
        public String toString() {
            return "Equity[" + equity.toPlainString() + ", available=" + available.toPlainString() + ", inUse="
                    + inUse.toPlainString() + ", unrealizedPnl=" + unrealizedPnl.toPlainString() + "]";
        }
    }

    /** An open order, reduced to what a grid or a ladder shows. */
    public static final class OpenOrder {
        private final Order order;

        private OpenOrder(Order order) {
            this.order = order;
        }

        /**
         * The orders of one side.
         *
         * @param orders open orders of both sides
         * @param side which are wanted
         * @return those of the side, in the same order
         */
        public static List<OpenOrder> of(Collection<Order> orders, Side side) {
            return orders.stream()
                    .filter(order -> order.side() == side)
                    .map(OpenOrder::of)
                    .toList();
        }

        /**
         * Reduces an order.
         *
         * @param order an open order
         * @return its price, size and value
         */
        public static OpenOrder of(Order order) {
            return new OpenOrder(order);
        }

        /**
         * Where it waits.
         *
         * @return the limit price, or the trigger or activation price of an order without one; empty for a trailing stop
         *     that follows at once
         */
        public Optional<BigDecimal> price() {
            return order.price().or(order::triggerPrice).or(order::activationPrice);
        }

        /**
         * How much is open.
         *
         * @return base units; empty for an order that closes a whole position
         */
        public Optional<BigDecimal> size() {
            return order.remainingQuantity();
        }

        /**
         * What is open, in quote units.
         *
         * @return price x size; empty where one of them is
         */
        public Optional<BigDecimal> value() {
            return price().flatMap(price -> size().map(price::multiply));
        }

        /**
         * The venue's id.
         *
         * @return the order id
         */
        public String orderId() {
            return order.orderId();
        }

        /**
         * The venue's own name of the instrument.
         *
         * @return such as {@code BTCUSDT}
         */
        public String venueSymbol() {
            return order.venueSymbol();
        }

        @Override
        public String toString() {
            return Fields.of("OpenOrder")
                    .with("price", price().orElse(null))
                    .with("size", size().orElse(null))
                    .with("orderId", orderId())
                    .with("venueSymbol", venueSymbol())
                    .toString();
        }
    }
}
