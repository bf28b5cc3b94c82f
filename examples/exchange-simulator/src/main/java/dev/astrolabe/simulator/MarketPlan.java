package dev.astrolabe.simulator;

import dev.astrolabe.agents.feed.CandleFile;
import dev.astrolabe.exchange.ExchangeId;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.simulator.market.Listings;
import dev.astrolabe.simulator.market.Markets;
import dev.astrolabe.simulator.market.ReplayMarkets;
import dev.astrolabe.simulator.market.SeededMarkets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a simulator lists.
 *
 * @param venues among AsterDex and OKX
 * @param coins the only ones; empty for all
 * @param synthetic how many coins that trade nowhere else come with them
 * @param candles files to replay in place of prices from the seed; then nothing else is listed
 */
record MarketPlan(List<ExchangeId> venues, Set<String> coins, int synthetic, Map<Symbol, CandleFile> candles) {

    static final List<ExchangeId> ALL_VENUES = List.of(ExchangeId.ASTERDEX, ExchangeId.OKX);

    /** Everything, from the seed. */
    static final MarketPlan ALL = new MarketPlan(ALL_VENUES, Set.of(), 0, Map.of());

    private static final Duration STEP = Duration.ofMillis(100);

    MarketPlan {
        venues = List.copyOf(venues);
        coins = Set.copyOf(coins);
        candles = Map.copyOf(candles);
    }

    /**
     * Markets that start with a clock.
     *
     * @param speed of the clock; the faster, the longer a movement, so that markets show something new ten times a second
     * @throws IllegalArgumentException naming what is not listed
     */
    Map<ExchangeId, Markets> open(long seed, Instant now, double speed) {
        Duration step = step(speed);
        long beat = SeededMarkets.BEAT.toMillis();
        Instant start = Instant.ofEpochMilli(Math.floorDiv(now.toEpochMilli(), beat) * beat);
        Map<ExchangeId, Markets> markets = new LinkedHashMap<>();
        for (ExchangeId venue : venues) {
            List<Instrument> listed = listed(venue, start);
            if (candles.isEmpty()) {
                markets.put(
                        venue,
                        SeededMarkets.builder(seed, start)
                                .instruments(chosen(venue, listed))
                                .step(step)
                                .build());
            } else {
                replay(venue, listed, start, markets);
            }
        }
        if (markets.isEmpty()) {
            throw new IllegalArgumentException("none of " + candles.keySet() + " is listed at " + venues);
        }
        return markets;
    }

    static Duration step(double speed) {
        double millis = STEP.toMillis() * Math.max(1, speed);
        Duration step = Duration.ofMillis((long) millis);
        return step.compareTo(SeededMarkets.BEAT) < 0 ? step : SeededMarkets.BEAT;
    }

    private static List<Instrument> listed(ExchangeId venue, Instant start) {
        return venue.equals(ExchangeId.OKX) ? Listings.okx(start) : Listings.aster();
    }

    private List<Instrument> chosen(ExchangeId venue, List<Instrument> listed) {
        List<Instrument> chosen = new ArrayList<>(listed);
        if (!coins.isEmpty()) {
            chosen.removeIf(instrument -> !coins.contains(instrument.symbol().base()));
        }
        if (chosen.isEmpty()) {
            throw new IllegalArgumentException("none of the coins " + coins + " is listed at " + venue + "; there are "
                    + listed.stream()
                            .map(instrument -> instrument.symbol().base())
                            .distinct()
                            .toList());
        }
        boolean okx = venue.equals(ExchangeId.OKX);
        chosen.addAll(okx ? Listings.syntheticOkx(synthetic) : Listings.syntheticAster(synthetic));
        return chosen;
    }

    private void replay(ExchangeId venue, List<Instrument> listed, Instant start, Map<ExchangeId, Markets> markets) {
        ReplayMarkets.Builder builder = ReplayMarkets.builder().start(start);
        boolean any = false;
        for (Instrument instrument : listed) {
            CandleFile file = candles.get(instrument.symbol());
            if (file != null) {
                builder.replay(file, instrument);
                any = true;
            }
        }
        if (any) {
            markets.put(venue, builder.open());
        }
    }
}
