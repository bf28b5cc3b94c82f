package dev.astrolabe.benchmarks.events;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;

/**
 * The records that a user writes for the messages: the fields that Astrolabe reads, under the venue's letters.
 *
 * @since 0.1
 */
public final class PlainRecords {

    private PlainRecords() {}

    /** {@return a mapper as users configure one: unknown fields do not matter, and decimals are exact} */
    public static JsonMapper mapper() {
        return JsonMapper.builder()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }

    /**
     * A trade of a combined stream.
     *
     * @param stream its name
     * @param data the event
     */
    public record TradeMessage(String stream, Trade data) {}

    /**
     * A trade.
     *
     * @param a the aggregate's id
     * @param p price
     * @param q quantity
     * @param f first id
     * @param l last id
     * @param T time
     * @param m whether the buyer was the maker
     */
    public record Trade(long a, BigDecimal p, BigDecimal q, long f, long l, long T, boolean m) {}

    /**
     * Best prices of a combined stream.
     *
     * @param stream its name
     * @param data the event
     */
    public record TickerMessage(String stream, Ticker data) {}

    /**
     * Best prices.
     *
     * @param u number
     * @param E time of the event
     * @param T time of the change
     * @param s instrument
     * @param b bid
     * @param B its quantity
     * @param a ask
     * @param A its quantity
     */
    public record Ticker(long u, long E, long T, String s, BigDecimal b, BigDecimal B, BigDecimal a, BigDecimal A) {}

    /**
     * An update of an order.
     *
     * @param e the kind of event
     * @param E time of the event
     * @param T time of the change
     * @param o the order
     */
    public record OrderMessage(String e, long E, long T, OrderUpdate o) {}

    /**
     * An order.
     *
     * @param s instrument
     * @param c client order id
     * @param S side
     * @param o type
     * @param f time in force
     * @param q quantity
     * @param p price
     * @param ap average price
     * @param sp stop price
     * @param X status
     * @param i id
     * @param l quantity of the execution
     * @param z executed so far
     * @param L price of the execution
     * @param N asset of the fee
     * @param n fee
     * @param T time
     * @param t id of the execution
     * @param m whether it was the maker
     * @param R reduces only
     * @param wt which price triggers it
     * @param ot type when placed
     * @param ps position side
     * @param cp closes the position
     * @param rp realized profit
     */
    public record OrderUpdate(
            String s,
            String c,
            String S,
            String o,
            String f,
            BigDecimal q,
            BigDecimal p,
            BigDecimal ap,
            BigDecimal sp,
            String X,
            long i,
            BigDecimal l,
            BigDecimal z,
            BigDecimal L,
            String N,
            BigDecimal n,
            long T,
            long t,
            boolean m,
            boolean R,
            String wt,
            String ot,
            String ps,
            boolean cp,
            BigDecimal rp) {}

    /**
     * A position.
     *
     * @param symbol instrument
     * @param positionSide side
     * @param positionAmt signed quantity
     * @param entryPrice average price
     * @param markPrice mark price
     * @param unRealizedProfit profit
     * @param liquidationPrice liquidation price
     * @param leverage leverage
     * @param maxNotionalValue bound
     * @param marginType margin mode
     * @param isolatedMargin margin
     * @param isAutoAddMargin whether margin is added
     * @param notional value
     * @param isolatedWallet wallet
     * @param updateTime time
     */
    public record PositionRow(
            String symbol,
            String positionSide,
            BigDecimal positionAmt,
            BigDecimal entryPrice,
            BigDecimal markPrice,
            BigDecimal unRealizedProfit,
            BigDecimal liquidationPrice,
            BigDecimal leverage,
            String maxNotionalValue,
            String marginType,
            BigDecimal isolatedMargin,
            String isAutoAddMargin,
            BigDecimal notional,
            BigDecimal isolatedWallet,
            long updateTime) {}
}
