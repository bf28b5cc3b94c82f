package dev.astrolabe.benchmarks.replay;

import dev.astrolabe.agents.feed.CandleFeed;
import dev.astrolabe.agents.feed.CandleFile;
import dev.astrolabe.agents.feed.JoinedFeed;
import dev.astrolabe.agents.gate.GateLimits;
import dev.astrolabe.agents.gate.Topology;
import dev.astrolabe.agents.session.PaperExecution;
import dev.astrolabe.agents.session.Session;
import dev.astrolabe.agents.session.SessionConfig;
import dev.astrolabe.agents.session.SessionListener;
import dev.astrolabe.agents.session.SessionReport;
import dev.astrolabe.agents.strategy.StandardAgents;
import dev.astrolabe.exchange.model.Symbol;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** One session of the five standard agents over candle files. */
final class Replay {

    private Replay() {}

    static SessionReport run(List<Path> files) throws InterruptedException {
        SessionConfig config = SessionConfig.builder()
                .agents(StandardAgents.all())
                .capital(new BigDecimal("100000"))
                .limits(GateLimits.standard().toBuilder()
                        .topology(Topology.SUBACCOUNT)
                        .build())
                .warmUpBars(0)
                .build();
        List<CandleFeed> feeds = files.stream().map(Replay::feed).toList();
        try (JoinedFeed feed = JoinedFeed.of(feeds);
                PaperExecution execution = PaperExecution.open(config, feed)) {
            return new Session(config, feed, execution, SessionListener.NONE).run();
        }
    }

    private static CandleFeed feed(Path file) {
        String name = file.getFileName().toString();
        String coin = name.substring(0, name.indexOf('-')).toUpperCase(Locale.ROOT);
        return CandleFeed.builder(CandleFile.of(file))
                .symbol(Symbol.parse(coin + "/USDT:USDT"))
                .open();
    }
}
