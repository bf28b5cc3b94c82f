package dev.astrolabe.exchange.transport;

import dev.astrolabe.exchange.error.ExchangeException;
import dev.astrolabe.exchange.model.OrderRef;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** A command that waits to leave, or for its answer. It leaves or is given up, and never both. Safe for any thread. */
final class PendingCommand {

    private final CommandSocket.Command command;
    private final @Nullable OrderRef order;
    private final Instant askedAt;
    private final CompletableFuture<String> answer = new CompletableFuture<>();
    private @Nullable Instant sentAt;
    private boolean givenUp;

    PendingCommand(CommandSocket.Command command, @Nullable OrderRef order, Instant askedAt) {
        this.command = command;
        this.order = order;
        this.askedAt = askedAt;
    }

    String name() {
        return command.name();
    }

    String operation() {
        return command.operation();
    }

    String text() {
        return command.text().get();
    }

    @Nullable
    OrderRef order() {
        return order;
    }

    /** When it left; before that, when it was asked for. */
    synchronized Instant since() {
        return sentAt == null ? askedAt : sentAt;
    }

    /** False if it was given up. */
    synchronized boolean leave(Instant now) {
        if (givenUp) {
            return false;
        }
        sentAt = now;
        return true;
    }

    /** It did not leave after all. */
    synchronized void stay() {
        sentAt = null;
    }

    /** False if it has left. */
    synchronized boolean giveUp() {
        givenUp |= sentAt == null;
        return givenUp;
    }

    String await() throws InterruptedException, ExecutionException {
        return answer.get();
    }

    void answered(String text) {
        answer.complete(text);
    }

    void failed(ExchangeException failure) {
        answer.completeExceptionally(failure);
    }
}
