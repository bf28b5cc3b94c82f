package dev.astrolabe.aster.internal;

import dev.astrolabe.aster.AsterProtection;
import dev.astrolabe.aster.AsterStrategies;
import dev.astrolabe.aster.internal.StrategyPayloads.StrategyRow;
import dev.astrolabe.aster.model.Chase;
import dev.astrolabe.aster.model.ChaseRequest;
import dev.astrolabe.aster.model.Strategy;
import dev.astrolabe.aster.model.StrategyAck;
import dev.astrolabe.aster.model.StrategyChange;
import dev.astrolabe.aster.model.StrategyOrder;
import dev.astrolabe.aster.model.StrategyRef;
import dev.astrolabe.aster.model.StrategyUpdate;
import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.error.OutcomeUnknownException;
import dev.astrolabe.exchange.error.VenueError;
import dev.astrolabe.exchange.model.HistoryQuery;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.transport.Endpoint;
import dev.astrolabe.exchange.transport.Params;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Chases and strategy orders. */
final class NativeStrategies implements AsterStrategies {

    private static final OnePage HISTORY = OnePage.of(1000);
    private static final Duration MEMORY = Duration.ofDays(90);

    private final AsterContext context;
    private final StrategyEndpoints endpoints;
    private final AsterInstruments instruments;
    private final StrategyParameters parameters;
    private final AsterProtection protection;

    NativeStrategies(AsterContext context, AsterInstruments instruments) {
        this.context = context;
        this.endpoints = context.endpoints().strategies;
        this.instruments = instruments;
        this.parameters = new StrategyParameters(context, instruments);
        this.protection = new NativeProtection(context, instruments);
    }

    @Override
    public Chase chase(ChaseRequest chase) {
        Instrument instrument = instruments.forCall(endpoints.chase, chase.symbol());
        String id = chase.clientStrategyId().orElseGet(context.clientOrderIds()::next);
        return StrategyMapper.chase(send(endpoints.chase, ChaseParameters.of(chase, instrument, id), id), instrument);
    }

    @Override
    public StrategyAck place(StrategyOrder strategy) {
        context.requireCredentials(endpoints.place);
        String id = strategy.clientStrategyId().orElseGet(context.clientOrderIds()::next);
        return StrategyMapper.acknowledgement(send(endpoints.place, parameters.place(strategy, id), id));
    }

    /** The client's id may have been made up here: without it nobody could ask what became of a lost call. */
    private <T> T send(Endpoint<T> endpoint, Params params, String clientStrategyId) {
        try {
            return context.call(endpoint, params);
        } catch (OutcomeUnknownException e) {
            VenueError error = e.venueError()
                    .orElseGet(() ->
                            VenueError.unanswered(context.config().exchange().name(), endpoint.id()));
            VenueError named = new VenueError(
                    error.exchange(),
                    error.endpoint() + " clientStrategyId=" + clientStrategyId,
                    error.code(),
                    error.message(),
                    error.httpStatus());
            throw new OutcomeUnknownException(null, e.sentAt(), named, e);
        }
    }

    @Override
    public List<StrategyUpdate> update(StrategyChange change) {
        context.requireCredentials(endpoints.update);
        return context.call(endpoints.update, parameters.update(change)).stream()
                .map(StrategyMapper::update)
                .toList();
    }

    @Override
    public Optional<Strategy> open(StrategyRef ref) {
        return OrderLookup.ifThere(() -> context.call(endpoints.open, StrategyParameters.of(ref), this::strategy));
    }

    @Override
    public List<Strategy> history(StrategyRef ref, HistoryQuery part) {
        part.symbol().ifPresent(symbol -> {
            throw NotSentException.invalid("the history of strategy " + ref + " is not asked for by symbol " + symbol);
        });
        part.from().ifPresent(from -> requireRemembered(ref, from));
        Params params = HISTORY.add(StrategyParameters.of(ref), part);
        return context.call(
                endpoints.history,
                params,
                rows -> rows.stream().map(this::strategy).toList());
    }

    private void requireRemembered(StrategyRef ref, Instant from) {
        Instant earliest = context.clock().instant().minus(MEMORY);
        if (from.isBefore(earliest)) {
            throw NotSentException.invalid("the history of strategy " + ref + " from " + from + " begins more than "
                    + MEMORY.toDays() + " days ago; nearest is " + earliest);
        }
    }

    private Strategy strategy(StrategyRow row) {
        return StrategyMapper.strategy(row, instruments::ofAccountRow);
    }

    @Override
    public AsterProtection marketMakerProtection() {
        return protection;
    }
}
