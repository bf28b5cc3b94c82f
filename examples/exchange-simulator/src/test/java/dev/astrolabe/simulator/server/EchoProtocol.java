package dev.astrolabe.simulator.server;

import dev.astrolabe.simulator.journal.Acceptance;
import dev.astrolabe.simulator.wire.Handled;
import dev.astrolabe.simulator.wire.Json;
import dev.astrolabe.simulator.wire.Refusal;
import dev.astrolabe.simulator.wire.SocketListener;
import dev.astrolabe.simulator.wire.Subject;
import dev.astrolabe.simulator.wire.WireAnswer;
import dev.astrolabe.simulator.wire.WireProtocol;
import dev.astrolabe.simulator.wire.WireRequest;
import dev.astrolabe.simulator.wire.WireSocket;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;

/** Answers with what came in, and counts. */
final class EchoProtocol implements WireProtocol {

    final BlockingQueue<WireRequest> handled = new LinkedBlockingQueue<>();
    final BlockingQueue<WireSocket> opened = new LinkedBlockingQueue<>();
    final CountDownLatch closed = new CountDownLatch(1);

    @Override
    public boolean serves(String path) {
        return path.startsWith("/echo");
    }

    @Override
    public Subject subject(WireRequest request) {
        String account = request.header("X-Account").orElse("");
        boolean change = request.method().equals("POST");
        return new Subject(
                "echo", account, request.toString(), change, request.path().endsWith("/stop"));
    }

    @Override
    public Handled handle(WireRequest request) {
        handled.add(request);
        if (request.path().endsWith("/broken")) {
            throw new IllegalStateException("broken on purpose");
        }
        WireAnswer answer = new WireAnswer(
                200,
                Map.of("X-Used", "7"),
                Json.text(Map.of("query", request.query(), "body", request.body(), "method", request.method())));
        return new Handled(answer, acceptance(subject(request)));
    }

    private static Optional<Acceptance> acceptance(Subject subject) {
        return subject.change()
                ? Optional.of(new Acceptance(subject.protocol(), subject.account(), subject.operation(), List.of()))
                : Optional.empty();
    }

    @Override
    public WireAnswer refuse(WireRequest request, Refusal refusal) {
        int status = switch (refusal.kind()) {
            case OUTCOME_UNKNOWN, MAINTENANCE -> 503;
            case RATE_LIMITED -> 429;
            case BANNED -> 418;
            case STOP_REJECTED -> 400;
        };
        return WireAnswer.of(
                status,
                Json.text(Map.of(
                        "refusal", refusal.kind().name(),
                        "retryAfter", refusal.retryAfter().toString())));
    }

    @Override
    public SocketListener open(WireSocket socket) {
        opened.add(socket);
        return new SocketListener() {
            @Override
            public void text(String message) {
                Subject subject = new Subject("echo", "", "WS order", true, false);
                socket.command(
                        subject,
                        () -> {
                            handled.add(socket.opening());
                            return new Handled(WireAnswer.of(200, "done " + message), acceptance(subject));
                        },
                        refusal -> "refused " + refusal.kind());
            }

            @Override
            public void closed() {
                closed.countDown();
            }
        };
    }
}
