package dev.astrolabe.exchange.transport;

import dev.astrolabe.exchange.error.ExchangeException;
import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.error.OutcomeUnknownException;
import dev.astrolabe.exchange.error.VenueError;
import dev.astrolabe.exchange.model.OrderRef;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Commands over a WebSocket, each with one answer. There is one connection, opened at the first command; one that was lost is
 * opened again for the next command, and not before. Commands leave in order and do not wait for each other's answers.
 *
 * <p>A command leaves once. What comes back is its answer, {@link OutcomeUnknownException} where it left and no answer came, in
 * time or before the connection was lost or closed, or {@link NotSentException} where it did not leave. It is never sent again.
 *
 * <p>The time for an answer, as that for a connection, is {@link SocketOptions#connectTimeout()}; a silent connection is probed as
 * {@link SocketOptions} says. Commands block the caller's thread and honour interruption. One daemon thread owns the connection,
 * and others read it; all are gone after {@link #close}. Safe for any thread.
 *
 * @since 0.1
 */
public final class CommandSocket implements AutoCloseable {

    private static final long JOIN_SECONDS = 5;

    /**
     * A command.
     *
     * @param name what its answer is known by: the channel of the {@link Inbound.Data} that the protocol makes of the answer
     * @param operation the venue's word for the call, for messages
     * @param text makes the message when it leaves; must not block, and is never logged
     */
    public record Command(String name, String operation, Supplier<String> text) {}

    private final SocketProtocol protocol;
    private final SocketOptions options;
    private final HubLoop loop;
    private final Workers workers;
    private final CommandLine line;
    private final Set<PendingCommand> open = new HashSet<>();
    private boolean started;
    private boolean closed;

    /**
     * A socket without a connection.
     *
     * @param protocol the venue; its answers to commands are {@link Inbound.Data}
     * @param route which of the venue's addresses takes commands
     * @param options how to behave
     */
    public CommandSocket(SocketProtocol protocol, String route, SocketOptions options) {
        String name = "astrolabe-" + protocol.name().toLowerCase(Locale.ROOT) + "-command";
        StreamLog log = new StreamLog(protocol.name());
        this.protocol = protocol;
        this.options = options;
        this.workers = new Workers(name + "-worker");
        this.loop = new HubLoop(name + "s", this::tick, this::disconnect, log);
        Sockets sockets = new Sockets(options, loop, workers);
        this.line =
                new CommandLine(new HubContext(protocol, options, loop, workers, sockets, log), route, this::failure);
    }

    private void tick() {
        line.tick();
    }

    private void disconnect() {
        line.close();
    }

    /**
     * Sends a command that is not about one order, and waits for its answer.
     *
     * @param command the command
     * @return the answer as it came
     * @throws ExchangeException as the class says
     */
    public String send(Command command) {
        return await(new PendingCommand(command, null, options.clock().instant()));
    }

    /**
     * Sends a command about one order, and waits for its answer.
     *
     * @param command the command
     * @param order the order, which {@link OutcomeUnknownException#order()} then names
     * @return the answer as it came
     * @throws ExchangeException as the class says
     */
    public String send(Command command, OrderRef order) {
        return await(new PendingCommand(command, order, options.clock().instant()));
    }

    private String await(PendingCommand pending) {
        if (Thread.currentThread().isInterrupted()) {
            throw interrupted(pending, null);
        }
        enter(pending);
        loop.post(() -> line.add(pending));
        try {
            return pending.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw interrupted(pending, e);
        } catch (ExecutionException e) {
            throw rethrown(pending, e);
        } finally {
            leave(pending);
        }
    }

    private synchronized void enter(PendingCommand pending) {
        if (closed) {
            throw notSent(pending, NotSentException.Cause.CLOSED, "the client is closed", null);
        }
        open.add(pending);
        if (!started) {
            started = true;
            loop.start();
        }
    }

    private synchronized void leave(PendingCommand pending) {
        open.remove(pending);
    }

    private ExchangeException rethrown(PendingCommand pending, ExecutionException failure) {
        return failure.getCause() instanceof ExchangeException known
                ? known
                : unknown(pending, Objects.requireNonNullElse(failure.getCause(), failure));
    }

    private ExchangeException interrupted(PendingCommand pending, @Nullable Throwable cause) {
        return pending.giveUp()
                ? notSent(pending, NotSentException.Cause.INTERRUPTED, "its thread was interrupted", cause)
                : unknown(pending, cause);
    }

    /** What becomes of a command without an answer. */
    private ExchangeException failure(PendingCommand pending, String why) {
        return pending.giveUp()
                ? notSent(
                        pending,
                        isClosed() ? NotSentException.Cause.CLOSED : NotSentException.Cause.UNREACHABLE,
                        why,
                        null)
                : unknown(pending, new IllegalStateException(why));
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private NotSentException notSent(
            PendingCommand pending, NotSentException.Cause cause, String why, @Nullable Throwable failure) {
        String operation = pending.operation();
        return new NotSentException(
                cause,
                protocol.name() + " " + operation + " was not sent: " + why,
                VenueError.unanswered(protocol.name(), operation),
                failure);
    }

    private OutcomeUnknownException unknown(PendingCommand pending, @Nullable Throwable cause) {
        VenueError error = VenueError.unanswered(protocol.name(), pending.operation());
        return new OutcomeUnknownException(pending.order(), pending.since(), error, cause);
    }

    /** Ends the connection and the threads, and waits for them; commands without an answer fail. A second call does nothing. */
    @Override
    public void close() {
        boolean running;
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            running = started;
        }
        loop.close();
        if (running) {
            try {
                TimeUnit.SECONDS.timedJoin(loop.thread(), JOIN_SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        workers.close();
        // What was posted while the loop ended was never looked at.
        for (PendingCommand pending : left()) {
            pending.failed(failure(pending, "the client was closed"));
        }
    }

    private synchronized List<PendingCommand> left() {
        return List.copyOf(open);
    }
}
