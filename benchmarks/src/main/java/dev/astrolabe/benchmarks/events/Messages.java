package dev.astrolabe.benchmarks.events;

import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.InstrumentKind;
import dev.astrolabe.exchange.model.InstrumentStatus;
import dev.astrolabe.exchange.model.Symbol;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;

/**
 * Messages in the shape of AsterDex, made by a seed.
 *
 * @since 0.1
 */
public final class Messages {

    /** How many of each kind go round. */
    public static final int COUNT = 64;

    private static final long TIME = 1_780_000_000_000L;

    private final Random random = new Random(7);

    /**
     * What the messages are about.
     *
     * @param base the coin
     * @return a perpetual of one coin a contract
     */
    public static Instrument instrument(String base) {
        return Instrument.builder()
                .symbol(Symbol.parse(base + "/USDT:USDT"))
                .exchange("aster")
                .venueSymbol(base + "USDT")
                .kind(InstrumentKind.PERPETUAL)
                .status(InstrumentStatus.TRADING)
                .rawStatus("TRADING")
                .contractValue(BigDecimal.ONE)
                .build();
    }

    private String price() {
        return String.format(Locale.ROOT, "%d.%d", 90_000 + random.nextInt(20_000), random.nextInt(10));
    }

    private String quantity() {
        return String.format(Locale.ROOT, "%d.%03d", random.nextInt(12), 1 + random.nextInt(999));
    }

    /**
     * Trades of a combined stream.
     *
     * @return in UTF-8
     */
    public byte[][] trades() {
        byte[][] messages = new byte[COUNT][];
        for (int i = 0; i < COUNT; i++) {
            long id = 59_330_140L + random.nextInt(1_000_000);
            messages[i] = bytes(
                    "{\"stream\":\"btcusdt@aggTrade\",\"data\":{\"e\":\"aggTrade\",\"E\":%d,\"s\":\"BTCUSDT\",\"a\":%d,"
                            + "\"p\":\"%s\",\"q\":\"%s\",\"f\":%d,\"l\":%d,\"T\":%d,\"m\":%b}}",
                    TIME + i, id, price(), quantity(), 2 * id, 2 * id + i, TIME - i, random.nextBoolean());
        }
        return messages;
    }

    /**
     * Best prices of a combined stream.
     *
     * @return in UTF-8
     */
    public byte[][] bookTickers() {
        byte[][] messages = new byte[COUNT][];
        for (int i = 0; i < COUNT; i++) {
            messages[i] = bytes(
                    "{\"stream\":\"btcusdt@bookTicker\",\"data\":{\"e\":\"bookTicker\",\"u\":%d,\"E\":%d,\"T\":%d,"
                            + "\"s\":\"BTCUSDT\",\"b\":\"%s\",\"B\":\"%s\",\"a\":\"%s\",\"A\":\"%s\"}}",
                    4_009_002_170L + i, TIME + i, TIME - i, price(), quantity(), price(), quantity());
        }
        return messages;
    }

    /**
     * Updates of the account's orders, every other one an execution.
     *
     * @return in UTF-8
     */
    public byte[][] orders() {
        byte[][] messages = new byte[COUNT][];
        for (int i = 0; i < COUNT; i++) {
            boolean trade = i % 2 == 1;
            String price = price();
            String done = trade ? quantity() : "0";
            messages[i] = bytes(
                    "{\"e\":\"ORDER_TRADE_UPDATE\",\"E\":%1$d,\"T\":%1$d,\"o\":{\"s\":\"BTCUSDT\",\"c\":\"a%2$dxQ7vYk\","
                            + "\"S\":\"%3$s\",\"o\":\"LIMIT\",\"f\":\"GTC\",\"q\":\"20.500\",\"p\":\"%4$s\",\"ap\":\"%5$s\","
                            + "\"sp\":\"0\",\"x\":\"%6$s\",\"X\":\"%7$s\",\"i\":%2$d,\"l\":\"%8$s\",\"z\":\"%8$s\","
                            + "\"L\":\"%5$s\",\"N\":\"USDT\",\"n\":\"%9$s\",\"T\":%1$d,\"t\":%10$d,\"b\":\"0\",\"a\":\"9.91\","
                            + "\"m\":%11$b,\"R\":false,\"wt\":\"CONTRACT_PRICE\",\"ot\":\"LIMIT\",\"ps\":\"BOTH\",\"cp\":false,"
                            + "\"rp\":\"0\"}}",
                    TIME + i,
                    88_867_740L + i,
                    random.nextBoolean() ? "BUY" : "SELL",
                    price,
                    trade ? price : "0",
                    trade ? "TRADE" : "NEW",
                    trade ? "PARTIALLY_FILLED" : "NEW",
                    done,
                    trade ? "0.01234567" : "0",
                    trade ? 500_000 + i : 0,
                    random.nextBoolean());
        }
        return messages;
    }

    /**
     * An answer with positions.
     *
     * @param rows how many, each of a coin of its own: C0, C1, …
     * @return in UTF-8
     */
    public byte[] positions(int rows) {
        StringBuilder text = new StringBuilder("[");
        for (int i = 0; i < rows; i++) {
            text.append(i > 0 ? "," : "")
                    .append(String.format(
                            Locale.ROOT,
                            "{\"symbol\":\"C%dUSDT\",\"positionAmt\":\"%s%s\",\"entryPrice\":\"%s\",\"markPrice\":\"%s1671178\","
                                    + "\"unRealizedProfit\":\"-12.34500000\",\"liquidationPrice\":\"%s\",\"leverage\":\"10\","
                                    + "\"maxNotionalValue\":\"20000000\",\"marginType\":\"cross\",\"isolatedMargin\":\"0.00000000\","
                                    + "\"isAutoAddMargin\":\"false\",\"positionSide\":\"BOTH\",\"notional\":\"%s\","
                                    + "\"isolatedWallet\":\"0\",\"updateTime\":%d}",
                            i,
                            i % 2 == 0 ? "" : "-",
                            quantity(),
                            price(),
                            price(),
                            price(),
                            price(),
                            TIME + i));
        }
        return text.append(']').toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String format, Object... values) {
        return String.format(Locale.ROOT, format, values).getBytes(StandardCharsets.UTF_8);
    }
}
