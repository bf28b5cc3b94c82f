package dev.astrolabe.exchange.transport;

import java.time.Instant;
import java.util.function.Consumer;

/** Passes payloads on as they are, and tells of going live. */
class Echo implements Feed<String> {

    @Override
    public void data(String payload, Instant received, Consumer<? super String> out) throws Exception {
        out.accept(payload);
    }

    @Override
    public void live(Interruption interruption, Consumer<? super String> out) throws Exception {
        out.accept(interruption == null ? "live" : "gap: " + interruption.why());
    }
}
