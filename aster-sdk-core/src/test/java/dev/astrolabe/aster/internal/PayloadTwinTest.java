package dev.astrolabe.aster.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrolabe.exchange.transport.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Payloads that are read straight from their bytes are those that the mapper reads, and as complete. */
class PayloadTwinTest {

    private static final int CASES = 10_000;

    private final Json json = new Json();

    /** With one more member, of an escaped name: that is unusual, and of no meaning. */
    private static byte[] leftToTheMapper(byte[] document) {
        String text = new String(document, StandardCharsets.ISO_8859_1);
        String longer = text.startsWith("{\"") ? "{\"\\u005f\":0," + text.substring(1) : text;
        return longer.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static Object outcome(Callable<?> reading) throws Exception {
        try {
            return reading.call();
        } catch (IOException e) {
            return "refused";
        }
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                MarketPayloads.AggregateTradeRow.class,
                StreamPayloads.BestPricesEvent.class,
                StreamPayloads.MarkPriceEvent.class,
                StreamPayloads.CandleEvent.class,
                StreamPayloads.DepthEvent.class,
                UserPayloads.OrderEvent.class,
                UserPayloads.AccountEvent.class,
                AccountPayloads.PositionRow.class,
                AccountPayloads.IncomeRow.class,
                TradingPayloads.OrderRow.class,
                TradingPayloads.UserTrade.class
            })
    <R extends Record> void reads_what_the_mapper_reads(Class<R> type) throws Exception {
        RandomRows rows = new RandomRows(type.getName().hashCode());
        int read = 0;
        for (int i = 0; i < CASES; i++) {
            byte[] document = rows.next(type);
            Object expected = outcome(() -> json.readComplete(leftToTheMapper(document), type));
            Object complete = outcome(() -> json.readComplete(document, type));
            if (!complete.equals(expected)) {
                assertThat(complete)
                        .as(new String(document, StandardCharsets.UTF_8))
                        .isEqualTo(expected);
            }
            read += expected instanceof Record ? 1 : 0;
        }

        assertThat(read).as("documents that are read").isBetween(CASES / 10, CASES - CASES / 100);
    }
}
