package dev.astrolabe.aster.internal;

import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.exchange.stream.StreamListener;
import dev.astrolabe.exchange.stream.StreamOptions;
import dev.astrolabe.exchange.stream.Subscription;
import dev.astrolabe.exchange.transport.Feed;
import dev.astrolabe.exchange.transport.Json;
import dev.astrolabe.exchange.transport.SocketOptions;
import dev.astrolabe.exchange.transport.StreamHub;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The public streams by their names, on connections that all groups share. Safe for any thread. */
final class MarketChannels implements AutoCloseable {

    private final AsterInstruments instruments;
    private final Json json;
    private final StreamHub hub;

    MarketChannels(AsterInstruments instruments, String streamUrl, SocketOptions options, Json json) {
        this.instruments = instruments;
        this.json = json;
        this.hub = new StreamHub(new MarketSocket(streamUrl), options);
    }

    /** How the payload of a stream becomes an event, empty where there is none in it. */
    record Reading<R extends Record, E>(Class<R> type, BiFunction<R, Instrument, Optional<E>> mapping) {

        /** For payloads each of which is an event. */
        static <R extends Record, E> Reading<R, E> of(Class<R> type, BiFunction<R, Instrument, E> mapping) {
            return new Reading<>(type, mapping.andThen(Optional::of));
        }
    }

    /** A stream of one instrument, such as {@code @aggTrade}. */
    <R extends Record, E> Subscription ofInstrument(
            Symbol symbol,
            String stream,
            Reading<R, E> reading,
            StreamOptions options,
            StreamListener<? super E> listener) {
        Instrument instrument = instruments.get(symbol);
        Feed<E> feed =
                new EventFeed<>(json, reading.type(), row -> reading.mapping().apply(row, instrument));
        return hub.subscribe(channel(instrument, stream), feed, options, listener);
    }

    /** A stream of all instruments that tells one at a time. */
    <R extends Record, E> Subscription ofAll(
            String channel,
            Function<R, String> venueSymbol,
            Reading<R, E> reading,
            StreamOptions options,
            StreamListener<? super E> listener) {
        Feed<E> feed = new EventFeed<>(json, reading.type(), row -> mapped(row, venueSymbol, reading));
        return hub.subscribe(channel, feed, options, listener);
    }

    /** A stream of all instruments that tells many together. */
    <R extends Record, E> Subscription ofAllTogether(
            String channel,
            Function<R, String> venueSymbol,
            Reading<R, E> reading,
            StreamOptions options,
            StreamListener<? super List<E>> listener) {
        Feed<List<E>> feed = new ListFeed<>(json, reading.type(), row -> mapped(row, venueSymbol, reading));
        return hub.subscribe(channel, feed, options, listener);
    }

    private <R extends Record, E> Optional<E> mapped(R row, Function<R, String> venueSymbol, Reading<R, E> reading) {
        return instruments
                .findByVenueSymbol(venueSymbol.apply(row))
                .flatMap(instrument -> reading.mapping().apply(row, instrument));
    }

    /** A stream of which nothing may be lost unnoticed. */
    <E> Subscription lossless(
            Instrument instrument,
            String stream,
            Feed<E> feed,
            StreamOptions options,
            StreamListener<? super E> listener) {
        return hub.subscribeLossless(channel(instrument, stream), feed, options, listener);
    }

    /** Stream names have the instrument in lower case. */
    private static String channel(Instrument instrument, String stream) {
        return instrument.venueSymbol().toLowerCase(Locale.ROOT) + stream;
    }

    @Override
    public void close() {
        hub.close();
    }
}
