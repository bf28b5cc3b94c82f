package dev.astrolabe.okx.internal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.astrolabe.exchange.ExchangeId;
import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.error.OutcomeUnknownException;
import dev.astrolabe.exchange.error.ProtocolException;
import dev.astrolabe.exchange.error.RateLimitedException;
import dev.astrolabe.exchange.error.RejectedException;
import dev.astrolabe.exchange.error.VenueError;
import dev.astrolabe.exchange.model.OrderRef;
import dev.astrolabe.exchange.transport.CommandSocket;
import dev.astrolabe.exchange.transport.Json;
import dev.astrolabe.exchange.transport.Judgement;
import dev.astrolabe.exchange.transport.Params;
import dev.astrolabe.okx.model.OkxAck;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Calls that REST has too, over the private socket: with the limits, the expiry and the verdicts of the same (docs: OKX v5, WebSocket
 * "Place order"). Safe for any thread.
 */
final class SocketCalls {

    private static final int NO_STATUS = 0;

    private final OkxContext context;
    private final OkxConnections connections;
    private final Json json = new Json();

    /** What is called: as REST has it, by its word on the socket, and about which order; null where it is about several. */
    record Target(
            Operation<?> operation, String word, @Nullable OrderRef ref) {
        String name() {
            return "WS " + word;
        }
    }

    /**
     * The answer to several items, each with a verdict of its own.
     *
     * @param sentAt no sooner than the request left
     */
    record Answer(List<OkxAck> rows, Instant sentAt) {}

    SocketCalls(OkxContext context, OkxConnections connections) {
        this.context = context;
        this.connections = connections;
    }

    /** One item, whose verdict is that of the call. */
    OkxAck one(Target target, Params asOverRest, Params arg) {
        String text = send(target, asOverRest, List.of(arg));
        Instant sentAt = context.clock().instant();
        JsonNode answer = read(text, target, sentAt);
        List<OkxAck> rows = rows(answer, target, sentAt);
        if (rows.isEmpty() || rows.get(0).fields().text("sCode").isEmpty()) {
            verdict(answer.path("code").asText(""), answer.path("msg").asText(""), target, sentAt);
            throw unknown(target, sentAt, null);
        }
        OkxAck row = rows.get(0);
        verdict(row.code(), row.message().orElse(""), target, sentAt);
        return row;
    }

    /** Several items; a refusal of all of them together is thrown. */
    Answer several(Target target, Params asOverRest, List<Params> args) {
        String text = send(target, asOverRest, args);
        Instant sentAt = context.clock().instant();
        JsonNode answer = read(text, target, sentAt);
        List<OkxAck> rows = rows(answer, target, sentAt);
        if (rows.isEmpty()) {
            verdict(answer.path("code").asText(""), answer.path("msg").asText(""), target, sentAt);
        }
        return new Answer(rows, sentAt);
    }

    private String send(Target target, Params asOverRest, List<Params> args) {
        context.requireCredentials(target.operation());
        CommandSocket socket = connections.commands();
        prepareClock(target);
        context.rest()
                .limiter()
                .acquire(
                        target.operation().endpoint().costs(asOverRest),
                        target.operation().endpoint().priority());
        String id = context.clientOrderIds().next();
        CommandSocket.Command command = new CommandSocket.Command(
                OkxSocket.command(id, target.word()), target.name(), () -> message(target, id, args));
        OrderRef ref = target.ref();
        return ref == null ? socket.send(command) : socket.send(command, ref);
    }

    /** Login and expiry need the venue's time; without it nothing is sent. */
    private void prepareClock(Target target) {
        try {
            Instant unused = context.rest().venueNow();
        } catch (ProtocolException e) {
            throw new NotSentException(
                    NotSentException.Cause.UNREACHABLE,
                    ExchangeId.OKX + " " + target.name() + " was not sent, the venue's clock could not be read",
                    VenueError.unanswered(ExchangeId.OKX.name(), target.name()),
                    e);
        }
    }

    /** Worded when it leaves, so that its expiry counts from then on. */
    private String message(Target target, String id, List<Params> args) {
        Params message = Params.create().add("id", id).add("op", target.word());
        if (target.operation().expires()) {
            Instant end =
                    context.rest().serverClock().now().plus(context.settings().orderExpiry());
            message = message.add("expTime", Long.toString(end.toEpochMilli()));
        }
        return json.writeText(message.add("args", args));
    }

    private JsonNode read(String text, Target target, Instant sentAt) {
        try {
            return json.tree(text);
        } catch (IOException e) {
            throw unknown(target, sentAt, e);
        }
    }

    private List<OkxAck> rows(JsonNode answer, Target target, Instant sentAt) {
        List<OkxAck> rows = new ArrayList<>();
        for (JsonNode row : answer.path("data")) {
            try {
                rows.add(new OkxAck(Envelope.fields(row)));
            } catch (IOException | IllegalArgumentException e) {
                throw unknown(target, sentAt, e);
            }
        }
        return rows;
    }

    /** Returns where the venue took it in. */
    private void verdict(String code, String words, Target target, Instant sentAt) {
        if (code.equals("0")) {
            return;
        }
        VenueError error = new VenueError(ExchangeId.OKX.name(), target.name(), code, words, NO_STATUS);
        if (code.isEmpty()) {
            throw new OutcomeUnknownException(target.ref(), sentAt, error, null);
        }
        switch (OkxErrorCodes.verdict(code)) {
            case REJECTED -> throw new RejectedException(OkxErrorCodes.reason(code, words), error);
            case UNKNOWN -> throw new OutcomeUnknownException(target.ref(), sentAt, error, null);
            case RATE_LIMITED -> throw rateLimited(target, error);
        }
    }

    /** Stops the same calls over REST too. */
    private RateLimitedException rateLimited(Target target, VenueError error) {
        Judgement judgement = Operations.rateLimited(target.operation().endpoint(), error.code(), error.message());
        Judgement.RateLimited limit = (Judgement.RateLimited) judgement;
        Instant retryAt = context.clock().instant().plus(limit.retryAfter());
        context.rest().limiter().blockUntil(limit.bucket(), retryAt);
        return new RateLimitedException(retryAt, error);
    }

    private OutcomeUnknownException unknown(Target target, Instant sentAt, @Nullable Throwable cause) {
        return new OutcomeUnknownException(
                target.ref(), sentAt, VenueError.unanswered(ExchangeId.OKX.name(), target.name()), cause);
    }
}
