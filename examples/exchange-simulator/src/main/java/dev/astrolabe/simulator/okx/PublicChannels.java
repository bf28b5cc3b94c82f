package dev.astrolabe.simulator.okx;

import dev.astrolabe.simulator.market.Market;
import dev.astrolabe.simulator.market.PriceKind;
import dev.astrolabe.simulator.venue.SimulatedVenue;
import dev.astrolabe.simulator.wire.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The public channels of the public and the business address. */
final class PublicChannels {

    /**
     * What a subscription leads to.
     *
     * @param topic what it listens to; null for channels that tell something once, or nothing here
     * @param once what it is told at once
     */
    record Topics(@Nullable Topic topic, List<String> once) {}

    private static final Set<String> SILENT = Set.of("status", "liquidation-orders", "adl-warning", "estimated-price");
    private static final Set<String> PAID = Set.of("books-l2-tbt", "books50-l2-tbt");
    private static final Duration QUICK = Duration.ofMillis(100);
    private static final Duration USUAL = Duration.ofMillis(200);

    private final SimulatedVenue venue;
    private final Catalogue catalogue;
    private final Map<String, Topic> topics = new HashMap<>();
    private final Map<String, List<Topic>> byInstrument = new LinkedHashMap<>();

    PublicChannels(SimulatedVenue venue, Catalogue catalogue) {
        this.venue = venue;
        this.catalogue = catalogue;
    }

    /** What a subscription means. */
    Topics find(Session session, ChannelArg arg) {
        String channel = arg.channel();
        boolean business = session.site() == Session.Site.BUSINESS;
        boolean candles = channel.contains("candle") || channel.equals("trades-all");
        if (session.site() == Session.Site.PRIVATE || candles != business) {
            throw Code.WS_CHANNEL.refused(arg.described());
        }
        if (PAID.contains(channel)) {
            throw Code.WS_TIER.refused();
        }
        if (SILENT.contains(channel)) {
            return new Topics(null, List.of());
        }
        if (channel.equals("instruments")) {
            return new Topics(null, List.of(instruments(arg)));
        }
        String key = channel + ":" + arg.instId();
        Topic known = topics.get(key);
        if (known != null) {
            return new Topics(known, List.of());
        }
        boolean ofIndex = channel.startsWith("index-");
        OkxInstrument instrument = (ofIndex ? catalogue.ofIndex(arg.instId()) : catalogue.of(arg.instId()))
                .orElseThrow(() -> Code.WS_CHANNEL.refused(arg.described()));
        Topic topic = topic(channel, key, instrument, arg).orElseThrow(() -> Code.WS_CHANNEL.refused(arg.described()));
        topics.put(key, topic);
        byInstrument.computeIfAbsent(instrument.id(), any -> new ArrayList<>()).add(topic);
        return new Topics(topic, List.of());
    }

    private static Optional<Topic> topic(String channel, String key, OkxInstrument instrument, ChannelArg from) {
        String arg = Json.text(Row.of("channel instId")
                .with("channel", channel)
                .with("instId", from.instId())
                .fields());
        return Optional.ofNullable(
                switch (channel) {
                    case "tickers" -> new RowTopic(key, arg, QUICK, () -> MarketRows.ticker(instrument));
                    case "mark-price" -> new RowTopic(key, arg, USUAL, () -> MarketRows.mark(instrument));
                    case "index-tickers" -> new RowTopic(key, arg, QUICK, () -> MarketRows.index(instrument));
                    case "price-limit" ->
                        new RowTopic(key, arg, USUAL, () -> pushed(MarketRows.priceLimit(instrument)));
                    case "open-interest" ->
                        new RowTopic(key, arg, Duration.ofSeconds(3), () -> MarketRows.openInterest(instrument));
                    case "funding-rate" ->
                        instrument.isPerpetual()
                                ? new RowTopic(key, arg, Duration.ofSeconds(30), () -> MarketRows.funding(instrument))
                                : null;
                    case "trades", "trades-all" -> new TradeTopic(key, arg, instrument);
                    case "books" -> BookTopic.books(key, arg, instrument);
                    case "books5" -> BookTopic.books5(key, arg, instrument);
                    case "bbo-tbt" -> BookTopic.best(key, arg, instrument);
                    default -> candles(channel, key, arg, instrument);
                });
    }

    private static Row pushed(Row priceLimit) {
        priceLimit.fields().remove("instType");
        return priceLimit;
    }

    private static @Nullable Topic candles(String channel, String key, String arg, OkxInstrument instrument) {
        int at = channel.indexOf("candle");
        if (at < 0) {
            return null;
        }
        String prefix = channel.substring(0, at);
        Bar bar = Bar.of(channel.substring(at + "candle".length())).orElse(null);
        PriceKind kind = switch (prefix) {
            case "" -> PriceKind.LAST;
            case "mark-price-" -> PriceKind.MARK;
            case "index-" -> PriceKind.INDEX;
            default -> null;
        };
        return bar == null || kind == null ? null : new CandleTopic(key, arg, instrument, kind, bar);
    }

    private String instruments(ChannelArg arg) {
        PublicChannels.required(arg, "instType");
        List<Map<String, Object>> rows = catalogue.matching(arg.words()).stream()
                .map(instrument -> pushedInstrument(instrument).fields())
                .toList();
        return "{\"arg\":" + arg.text() + ",\"data\":" + Json.text(rows) + "}";
    }

    private static Row pushedInstrument(OkxInstrument instrument) {
        Row row = InstrumentRows.row(instrument);
        List.of("tradeQuoteCcyList", "initPxLmtPct", "floatPxLmtPct", "maxPxLmtPct")
                .forEach(row.fields()::remove);
        return row;
    }

    private static void required(ChannelArg arg, String name) {
        if (!arg.words().has(name)) {
            throw Code.WS_CHANNEL.refused(arg.described());
        }
    }

    void join(Session session, Topics found, Instant now) {
        found.once().forEach(text -> session.pushPublic("instruments", text, now));
        Topic topic = found.topic();
        if (topic != null) {
            topic.join(session, now);
        }
    }

    void leave(Session session, ChannelArg arg) {
        Topic topic = topics.get(arg.channel() + ":" + arg.instId());
        if (topic != null) {
            topic.leave(session);
        }
    }

    void leaveAll(Session session) {
        topics.values().forEach(topic -> topic.leave(session));
    }

    void moved(List<Market> markets) {
        if (topics.isEmpty()) {
            return;
        }
        Instant now = venue.now();
        Instant market = venue.markets().time();
        for (Market each : markets) {
            for (Topic topic : byInstrument.getOrDefault(each.instrument().venueSymbol(), List.of())) {
                topic.moved(market, now);
            }
        }
    }
}
