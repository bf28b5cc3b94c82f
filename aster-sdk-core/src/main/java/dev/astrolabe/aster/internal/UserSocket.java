package dev.astrolabe.aster.internal;

import dev.astrolabe.exchange.transport.Inbound;
import dev.astrolabe.exchange.transport.JsonMembers;
import java.util.List;
import java.util.Optional;

/** The account's stream: the key in the address is what subscribes it (docs: futures, "User Data Streams"). */
final class UserSocket extends AsterSocketProtocol {

    /** The only channel. */
    static final String CHANNEL = "user";

    private static final String EXPIRED = "listenKeyExpired";

    /** How the venue begins its events. */
    static final String BEGIN = "{\"e\":\"";

    private final String url;
    private final ListenKeyKeeper key;

    UserSocket(String streamUrl, ListenKeyKeeper key) {
        this.url = streamUrl + "/ws/";
        this.key = key;
    }

    @Override
    public String address() {
        return url + key.start();
    }

    @Override
    public String subscribe(long id, List<String> channels) {
        return "";
    }

    @Override
    public String unsubscribe(long id, List<String> channels) {
        return "";
    }

    @Override
    public Inbound read(String message) {
        if (message.startsWith(BEGIN) && !message.startsWith(EXPIRED, BEGIN.length())) {
            return new Inbound.Data(CHANNEL, message);
        }
        Optional<String> event = JsonMembers.find(message, "e");
        if (event.isEmpty()) {
            return control(message);
        }
        // The connection stays open, but nothing comes any more until there is a new key.
        return event.get().equals(EXPIRED) ? new Inbound.Expired(EXPIRED) : new Inbound.Data(CHANNEL, message);
    }
}
