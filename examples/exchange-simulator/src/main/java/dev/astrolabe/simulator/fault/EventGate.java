package dev.astrolabe.simulator.fault;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * What the events of one connection pass on their way to its client.
 *
 * @since 0.1
 */
public final class EventGate {

    private final Faults faults;
    private final String protocol;
    private final Consumer<String> send;
    private final Runnable drop;
    private String heldBack = "";

    EventGate(Faults faults, String protocol, Consumer<String> send, Runnable drop) {
        this.faults = faults;
        this.protocol = protocol;
        this.send = send;
        this.drop = drop;
    }

    /**
     * Lets an event pass.
     *
     * @param account whose it is; empty for market data
     * @param channel its stream
     * @param text the message
     */
    public synchronized void pass(String account, String channel, String text) {
        Optional<FaultKind> fault = faults.ofEvent(protocol, account, channel);
        if (fault.isEmpty()) {
            sendWithHeldBack(text);
            return;
        }
        switch (fault.orElseThrow()) {
            case DUPLICATE -> {
                sendWithHeldBack(text);
                send.accept(text);
            }
            case REORDER -> {
                if (heldBack.isEmpty()) {
                    heldBack = text;
                } else {
                    sendWithHeldBack(text);
                }
            }
            case DISCONNECT -> drop.run();
            default -> {} // a gap, or silence
        }
    }

    private void sendWithHeldBack(String text) {
        send.accept(text);
        if (!heldBack.isEmpty()) {
            send.accept(heldBack);
            heldBack = "";
        }
    }
}
