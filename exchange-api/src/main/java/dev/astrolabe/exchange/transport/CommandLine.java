package dev.astrolabe.exchange.transport;

import dev.astrolabe.exchange.error.ExchangeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The connection of a {@link CommandSocket}, made when a command waits for it. Loop thread only. */
final class CommandLine {

    private enum Phase {
        ADDRESSING,
        OPENING,
        GREETING,
        OPEN
    }

    private final HubContext hub;
    private final SocketOptions options;
    private final String route;
    private final BiFunction<PendingCommand, String, ExchangeException> failure;
    private final Deque<PendingCommand> waiting = new ArrayDeque<>();
    private final Map<String, PendingCommand> inFlight = new LinkedHashMap<>();
    private @Nullable Attempt current;
    private Instant beginAt = Instant.MIN;

    CommandLine(HubContext hub, String route, BiFunction<PendingCommand, String, ExchangeException> failure) {
        this.hub = hub;
        this.options = hub.options();
        this.route = route;
        this.failure = failure;
    }

    private Instant now() {
        return options.clock().instant();
    }

    void add(PendingCommand command) {
        if (waiting.isEmpty() && current == null) {
            beginAt = hub.nextBegin(now());
        }
        waiting.add(command);
        advance(now());
    }

    void tick() {
        Instant now = now();
        List<PendingCommand> late = inFlight.values().stream()
                .filter(command -> isOver(command.since(), options.connectTimeout(), now))
                .toList();
        late.forEach(command -> inFlight.remove(command.name()));
        fail(late, "no answer came within " + options.connectTimeout());
        if (current != null) {
            current.tick(now);
        }
        advance(now);
    }

    private static boolean isOver(Instant from, Duration time, Instant now) {
        return !now.isBefore(from.plus(time));
    }

    private void advance(Instant now) {
        if (current != null && current.leaving && inFlight.isEmpty()) {
            current.close();
            current = null;
            beginAt = hub.nextBegin(now);
        }
        if (waiting.isEmpty()) {
            return;
        }
        if (current == null) {
            if (!now.isBefore(beginAt)) {
                current = new Attempt(now);
                current.open();
            }
        } else if (current.phase == Phase.OPEN && !current.leaving) {
            transmit(current, now);
        }
    }

    private void transmit(Attempt attempt, Instant now) {
        while (!waiting.isEmpty() && attempt.equals(current)) {
            PendingCommand command = waiting.remove();
            String text;
            try {
                text = command.text();
            } catch (RuntimeException e) {
                hub.log().unworded(attempt.number, e);
                fail(List.of(command), "it could not be worded");
                continue;
            }
            if (!command.leave(now)) {
                continue;
            }
            hub.log().sending(attempt.number, command.operation(), List.of());
            if (attempt.send(text)) {
                inFlight.put(command.name(), command);
            } else {
                command.stay();
                fail(List.of(command), "the connection takes no message");
                lose(attempt, "it takes no message");
            }
        }
    }

    private void fail(Collection<PendingCommand> commands, String why) {
        commands.forEach(command -> command.failed(failure.apply(command, why)));
    }

    /** What has left is left open; what has not is not sent, unless it waits for the connection after this one. */
    private void lose(Attempt attempt, String why) {
        if (!attempt.equals(current)) {
            return;
        }
        current = null;
        attempt.cancel();
        hub.log().ended(attempt.number, why);
        List<PendingCommand> lost = new ArrayList<>(inFlight.values());
        inFlight.clear();
        if (attempt.leaving) {
            beginAt = hub.nextBegin(now());
        } else {
            lost.addAll(waiting);
            waiting.clear();
        }
        fail(lost, why);
    }

    void close() {
        if (current != null) {
            current.close();
            current = null;
        }
        hub.sockets().close();
    }

    /** One connection from its address to its end. */
    private final class Attempt implements SocketLink.Events {
        private final int number = hub.nextConnection();
        private final Instant begunAt;
        private Phase phase = Phase.ADDRESSING;
        private boolean leaving;
        private @Nullable SocketLink link;
        private Instant heardAt = Instant.MIN;
        private @Nullable Instant probedAt;
        private long ids;

        Attempt(Instant begunAt) {
            this.begunAt = begunAt;
        }

        void open() {
            hub.log().connecting(number, route);
            try {
                hub.workers().pool().execute(this::findAddress);
            } catch (RejectedExecutionException e) {
                lose(this, "the client is closed");
            }
        }

        private void findAddress() {
            try {
                String found = hub.protocol().address(route);
                hub.loop().post(() -> connect(found));
            } catch (RuntimeException e) {
                String why = "no address: " + e.getClass().getSimpleName();
                hub.loop().post(() -> lose(this, why));
            }
        }

        private void connect(String address) {
            if (!equals(current)) {
                return;
            }
            phase = Phase.OPENING;
            try {
                link = hub.sockets().open(address, this);
            } catch (IllegalArgumentException e) {
                lose(this, "the address is none");
            }
        }

        @Override
        public void opened() {
            if (!equals(current)) {
                return;
            }
            hub.log().connected(number);
            heardAt = now();
            String greeting;
            try {
                greeting = hub.protocol().greeting(route, ++ids);
            } catch (RuntimeException e) {
                hub.log().unworded(number, e);
                lose(this, "the greeting could not be worded");
                return;
            }
            phase = greeting.isEmpty() ? Phase.OPEN : Phase.GREETING;
            if (!greeting.isEmpty() && !send(greeting)) {
                lose(this, "it takes no message");
            }
            advance(now());
        }

        boolean send(String text) {
            return link != null && link.send(text);
        }

        @Override
        public void message(String text, Instant received) {
            if (!equals(current)) {
                return;
            }
            heardAt = now();
            probedAt = null;
            try {
                take(hub.protocol().read(text), text);
            } catch (RuntimeException e) {
                hub.log().unread(number, e);
            }
        }

        private void take(Inbound inbound, String text) {
            if (inbound instanceof Inbound.Data data) {
                PendingCommand answered = inFlight.remove(data.channel());
                if (answered != null) {
                    answered.answered(text);
                }
            } else if (inbound instanceof Inbound.Done && phase == Phase.GREETING) {
                phase = Phase.OPEN;
            } else if (inbound instanceof Inbound.Refused refused) {
                refused(refused);
            } else if (inbound instanceof Inbound.Leaving) {
                leaving = true;
            } else if (inbound instanceof Inbound.Expired expired) {
                lose(this, expired.why());
            } else if (inbound instanceof Inbound.Broken broken) {
                lose(this, broken.why());
            }
            advance(now());
        }

        /** A refusal that names no command leaves open which it means. */
        private void refused(Inbound.Refused refused) {
            hub.log().refused(number, 0, refused.code(), refused.message());
            if (phase == Phase.GREETING) {
                lose(this, "the greeting was refused with code " + refused.code());
            }
        }

        void tick(Instant now) {
            if (phase != Phase.OPEN) {
                if (isOver(begunAt, options.connectTimeout(), now)) {
                    lose(this, "no connection within " + options.connectTimeout());
                }
            } else if (probedAt != null) {
                if (isOver(probedAt, options.probeTimeout(), now)) {
                    lose(this, "nothing came within " + options.probeTimeout() + " of a probe");
                }
            } else if (isOver(heardAt, options.probeAfter(), now)) {
                probedAt = now;
                if (!send(hub.protocol().probe(++ids))) {
                    lose(this, "it takes no message");
                }
            }
        }

        @Override
        public void ended(String why) {
            lose(this, why);
        }

        void close() {
            hub.log().closing(number);
            if (link != null && phase.compareTo(Phase.OPENING) > 0) {
                link.close();
            } else {
                cancel();
            }
        }

        void cancel() {
            if (link != null) {
                link.cancel();
            }
        }
    }
}
