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
            // Other members have no meaning, or belong to a control message.
            if (members.isNamed("stream")) {
                stream = members.unquoted();
            } else if (members.isNamed("data")) {
                data = members.value();
            }
        }
        return stream == null || data == null ? control(message) : new Inbound.Data(stream, data);
    }
}
