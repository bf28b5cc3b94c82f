package dev.astrolabe.okx.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.astrolabe.exchange.Environment;
import dev.astrolabe.exchange.ExchangeConfig;
import dev.astrolabe.exchange.testkit.FakeClock;
import dev.astrolabe.exchange.testkit.FaultServer;
import dev.astrolabe.exchange.testkit.FaultServer.Received;
import dev.astrolabe.exchange.testkit.FaultServer.Reply;
import dev.astrolabe.okx.Okx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * A server that answers trade calls as it is told, in order, with a small catalogue and an account's modes; and a client's inside on
 * it. What it answers by itself is not kept.
 */
final class TradeVenue implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String SPOT =
            instrument("SPOT", "BTC-USDT", "0.00000001", "0.00001") + ",\"baseCcy\":\"BTC\",\"quoteCcy\":\"USDT\"}";
    private static final String LINEAR = instrument("SWAP", "BTC-USDT-SWAP", "0.01", "0.01")
            + ",\"settleCcy\":\"USDT\",\"ctType\":\"linear\",\"ctVal\":\"0.01\",\"ctMult\":\"1\",\"ctValCcy\":\"BTC\"}";
    private static final String INVERSE = instrument("SWAP", "BTC-USD-SWAP", "0.1", "0.1")
            + ",\"settleCcy\":\"BTC\",\"ctType\":\"inverse\",\"ctVal\":\"100\",\"ctMult\":\"1\",\"ctValCcy\":\"USD\"}";

    final FakeClock clock = new FakeClock();
    final FaultServer server;
    final OkxContext context;
    final OkxInstruments instruments;
    final AccountModes modes;
    /** How long was waited. */
    final List<Duration> waits = new ArrayList<>();

    private final Deque<Reply> replies = new ArrayDeque<>();
    private String positionMode = "net_mode";
    private String accountLevel = "2";

    TradeVenue() {
        this("cross");
    }

    TradeVenue(String marginMode) {
        this.server = new FaultServer(this::answer);
        ExchangeConfig config = ExchangeConfig.builder("okx")
                .environment(Environment.DEMO)
                .option(Okx.REGION, "global")
                .option(Okx.BASE_URL, server.url())
                .option(Okx.MARGIN_MODE, marginMode)
                .credential(Okx.API_KEY, "key")
                .credential(Okx.SECRET_KEY, "secret")
                .credential(Okx.PASSPHRASE, "words")
                .build();
        this.context = OkxContext.open(config, clock, this::sleep);
        this.instruments = new OkxInstruments(context);
        this.modes = new AccountModes(context);
    }

    private static String instrument(String type, String instId, String lot, String least) {
        return "{\"instType\":\"" + type + "\",\"instId\":\"" + instId
                + "\",\"state\":\"live\",\"tickSz\":\"0.1\",\"lotSz\":\"" + lot + "\",\"minSz\":\"" + least
                + "\",\"maxLmtSz\":\"100000000\",\"maxMktSz\":\"34000\"";
    }

    private void sleep(Duration time) {
        waits.add(time);
        Instant unused = clock.advance(time);
    }

    TradeVenue hedged() {
        positionMode = "long_short_mode";
        return this;
    }

    TradeVenue level(String level) {
        accountLevel = level;
        return this;
    }

    NeutralTrading trading() {
        return new NeutralTrading(context, instruments, modes);
    }

    NativeOrders orders() {
        return new NativeOrders(context, instruments, modes);
    }

    NativeAlgos algos() {
        return new NativeAlgos(context, instruments, modes);
    }

    /** Answers the next call with these rows. */
    TradeVenue data(String rows) {
        return then(FaultServer.json("{\"code\":\"0\",\"msg\":\"\",\"data\":" + rows + "}"));
    }

    /** Answers the next call so. */
    TradeVenue code(String code) {
        return then(FaultServer.json("{\"code\":\"" + code + "\",\"msg\":\"said so\",\"data\":[]}"));
    }

    TradeVenue then(Reply reply) {
        replies.add(reply);
        return this;
    }

    private Reply answer(Received request) {
        String target = request.target();
        if (target.equals("/api/v5/public/time")) {
            return rows("{\"ts\":\"" + clock.millis() + "\"}");
        }
        if (target.startsWith("/api/v5/public/instruments")) {
            String type = target.replaceAll(".*instType=([A-Z]+).*", "$1");
            return rows(
                    switch (type) {
                        case "SPOT" -> SPOT;
                        case "SWAP" -> LINEAR + "," + INVERSE;
                        default -> "";
                    });
        }
        if (target.equals("/api/v5/account/config")) {
            return rows("{\"acctLv\":\"" + accountLevel + "\",\"posMode\":\"" + positionMode + "\"}");
        }
        Reply reply = replies.poll();
        return reply == null ? FaultServer.status(500, "nothing is scripted for " + target) : reply;
    }

    private static Reply rows(String rows) {
        return FaultServer.json("{\"code\":\"0\",\"msg\":\"\",\"data\":[" + rows + "]}");
    }

    List<Received> received() {
        return server.received().stream()
                .filter(request -> !request.target().startsWith("/api/v5/public/"))
                .filter(request -> !request.target().equals("/api/v5/account/config"))
                .toList();
    }

    /** Verb and target of each call, and the body where there is one. */
    List<String> sent() {
        return received().stream()
                .map(request -> (request.method() + " " + request.target().replace("/api/v5/", "") + " "
                                + request.body())
                        .strip())
                .toList();
    }

    /** The body of the last call. */
    JsonNode lastBody() {
        List<Received> all = received();
        try {
            return JSON.readTree(all.get(all.size() - 1).body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        context.rest().close();
        server.close();
    }
}
