package dev.astrolabe.okx.internal;

import dev.astrolabe.exchange.ExchangeConfig;
import dev.astrolabe.exchange.testkit.FakeClock;
import dev.astrolabe.exchange.testkit.FaultServer;
import dev.astrolabe.okx.Okx;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** A server that answers as it is told, and a client's inside on it. Calls for the time are answered by themselves and not kept. */
final class ScriptedOkx implements AutoCloseable {

    static final FakeClock CLOCK = new FakeClock();

    final FaultServer server;
    final OkxContext context;
    private final Deque<FaultServer.Reply> replies = new ArrayDeque<>();

    ScriptedOkx(String... dataOfEach) {
        for (String data : dataOfEach) {
            replies.add(FaultServer.json("{\"code\":\"0\",\"msg\":\"\",\"data\":" + data + "}"));
        }
        this.server = new FaultServer(this::answer);
        this.context = OkxContext.open(config(server.url()), CLOCK, duration -> {});
    }

    private static ExchangeConfig config(String url) {
        return ExchangeConfig.builder("okx")
                .option(Okx.REGION, "global")
                .option(Okx.BASE_URL, url)
                .credential(Okx.API_KEY, "key")
                .credential(Okx.SECRET_KEY, "secret")
                .credential(Okx.PASSPHRASE, "words")
                .build();
    }

    private FaultServer.Reply answer(FaultServer.Received request) {
        if (request.target().equals("/api/v5/public/time")) {
            return FaultServer.json("{\"code\":\"0\",\"msg\":\"\",\"data\":[{\"ts\":\"" + CLOCK.millis() + "\"}]}");
        }
        return replies.removeFirst();
    }

    /** Verb and target of each request, and the body where there is one. */
    List<String> sent() {
        return server.received().stream()
                .filter(request -> !request.target().equals("/api/v5/public/time"))
                .map(request -> (request.method() + " " + request.target() + " " + request.body()).strip())
                .toList();
    }

    Map<String, String> lastHeaders() {
        List<FaultServer.Received> all = server.received();
        return all.get(all.size() - 1).headers();
    }

    @Override
    public void close() {
        context.rest().close();
        server.close();
    }
}
