package dev.astrolabe.aster.internal;

import dev.astrolabe.exchange.transport.Inbound;
import dev.astrolabe.exchange.transport.JsonMembers;

/** Public streams over combined connections, where each event comes with the name of its stream. */
final class MarketSocket extends AsterSocketProtocol {

    private final String url;

    MarketSocket(String streamUrl) {
        this.url = streamUrl + "/stream";
    }

    @Override
    public String address() {
        return url;
    }

    @Override
    public Inbound read(String message) {
        JsonMembers members = new JsonMembers(message);
        String stream = null;
        String data = null;
        while ((stream == null || data == null) && members.next()) {
            switch (members.name()) {
                case "stream" -> stream = members.unquoted();
                case "data" -> data = members.value();
                default -> {
                    // Of no meaning, or a control message.
                }
            }
        }
        return stream == null || data == null ? control(message) : new Inbound.Data(stream, data);
    }
}
