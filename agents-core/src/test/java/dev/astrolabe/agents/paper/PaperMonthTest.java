package dev.astrolabe.agents.paper;

import static dev.astrolabe.agents.paper.Sample.BTC;
import static dev.astrolabe.agents.paper.Sample.num;
import static org.assertj.core.api.Assertions.assertThat;

import dev.astrolabe.exchange.ExchangeClient;
import dev.astrolabe.exchange.model.OrderRequest;
import dev.astrolabe.exchange.model.OrderType;
import dev.astrolabe.exchange.model.PositionSide;
import dev.astrolabe.exchange.model.Side;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** A month of one-minute candles at four ticks each, with five accounts that trade and hold stops all along. */
class PaperMonthTest {

    private static List<String[]> candles() throws IOException {
        String dir = System.getProperty("data.dir", "");
        Path file = Path.of(dir, "btc-perp-1m-2022-01.csv.gz");
        Assumptions.assumeTrue(
                !dir.isEmpty() && Files.exists(file), "real candles are not there: -Ddata.dir is not set");
        List<String[]> rows = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            reader.lines().skip(1).forEach(line -> rows.add(line.split(",", -1)));
        }
        return rows;
    }

    @Test
    void the_ledger_of_a_month_of_minutes_is_exact() throws IOException {
        List<String[]> rows = candles();
        PaperBench bench = new PaperBench();
        List<ExchangeClient> clients = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            clients.add(bench.exchange.openAccount("agent" + i, "Agent", "USDT", num("100000")));
        }

        BigDecimal last = run(bench.exchange, rows, clients);

        for (ExchangeClient client : clients) {
            CashLedger ledger = CashLedger.of(PaperBench.fills(client), PaperBench.incomes(client));
            assertThat(PaperBench.fills(client)).hasSizeGreaterThan(100);
            assertThat(client.account().balances().get(0).equity())
                    .isEqualByComparingTo(ledger.worth(Map.of(BTC, last)));
        }
    }

    private static BigDecimal run(PaperExchange exchange, List<String[]> rows, List<ExchangeClient> clients) {
        BigDecimal price = BigDecimal.ONE;
        for (int i = 0; i < rows.size(); i++) {
            String[] row = rows.get(i);
            Instant open = Instant.ofEpochMilli(Long.parseLong(row[0]));
            for (int part = 0; part < 4; part++) {
                price = num(row[1 + part]);
                Instant time = open.plusSeconds(part * 15L);
                exchange.update(Sample.tick(
                        Sample.book(BTC, price, Sample.TICK, 5, num("2"), time),
                        price,
                        "0.0001",
                        Instant.ofEpochSecond((time.getEpochSecond() / 28800 + 1) * 28800)));
            }
            if (i % 60 == 0) {
                trade(clients.get(i / 60 % clients.size()), price);
            }
        }
        return price;
    }

    private static void trade(ExchangeClient client, BigDecimal price) {
        if (client.account().positions(BTC).isEmpty()) {
            BigDecimal stop = Sample.btc().roundPrice(price.multiply(num("0.97")), Side.SELL);
            client.trading().cancelAll(BTC);
            client.trading().place(OrderRequest.market(BTC, Side.BUY, num("1.5")));
            client.trading()
                    .place(PaperBench.exit(OrderType.STOP_MARKET, Side.SELL, "1.5", stop.toPlainString())
                            .build());
        } else {
            client.trading().closePosition(BTC, PositionSide.LONG);
        }
    }
}
