package dev.astrolabe.examples.desk;

import dev.astrolabe.agents.Agent;
import dev.astrolabe.agents.feed.MarketFeed;
import java.util.List;

/** The market that a desk trades on, with all that it has opened. */
interface DeskMarket extends AutoCloseable {

    /** One line that says what it is. */
    String title();

    /** Its market data. */
    MarketFeed feed();

    /** How many steps it has at most. */
    long steps();

    /** The agents that suit it. */
    List<Agent> agents();

    /** How many closed candles indicators are warmed with before the first step. */
    int warmUpBars();

    @Override
    void close();
}
