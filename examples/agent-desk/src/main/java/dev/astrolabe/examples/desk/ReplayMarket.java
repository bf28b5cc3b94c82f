package dev.astrolabe.examples.desk;

import dev.astrolabe.agents.Agent;
import dev.astrolabe.agents.feed.CandleFeed;
import dev.astrolabe.agents.feed.CandleFile;
import dev.astrolabe.agents.feed.CandleFileSummary;
import dev.astrolabe.agents.feed.GapPolicy;
import dev.astrolabe.agents.feed.MarketFeed;
import dev.astrolabe.agents.strategy.StandardAgents;
import dev.astrolabe.exchange.model.Symbol;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Recorded candles. */
final class ReplayMarket implements DeskMarket {

    private final Path file;
    private final CandleFeed feed;

    private ReplayMarket(Path file, CandleFeed feed) {
        this.file = file;
        this.feed = feed;
    }

    static ReplayMarket open(Path file, GapPolicy gaps, @Nullable Symbol symbol) {
        CandleFeed.Builder builder = CandleFeed.builder(CandleFile.of(file).gaps(gaps));
        return new ReplayMarket(file, (symbol == null ? builder : builder.symbol(symbol)).open());
    }

    @Override
    public String title() {
        CandleFileSummary summary = feed.summary();
        String gaps = summary.gaps().isEmpty()
                ? "no gap"
                : summary.gaps().size() + " gaps skipped ("
                        + summary.gaps().stream().limit(5).map(Object::toString).collect(Collectors.joining("; "))
                        + (summary.gaps().size() > 5 ? "; …" : "") + ")";
        return "Replay of " + file + " as " + feed.listings().iterator().next().symbol() + ": " + summary.candles()
                + " candles of " + summary.interval().code() + " from " + summary.first() + " to " + summary.last()
                + ", "
                + gaps;
    }

    @Override
    public MarketFeed feed() {
        return feed;
    }

    @Override
    public long steps() {
        return feed.summary().candles();
    }

    @Override
    public List<Agent> agents() {
        return StandardAgents.all();
    }

    /** None: all candles are traded on, and agents wait for their indicators. */
    @Override
    public int warmUpBars() {
        return 0;
    }

    @Override
    public void close() {
        feed.close();
    }
}
