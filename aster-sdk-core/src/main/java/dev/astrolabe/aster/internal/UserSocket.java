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

    /** An event that tells an order. */
    static final String ORDER = "ORDER_TRADE_UPDATE";

    private static final String ORDER_BEGIN = "{\"e\":\"" + ORDER + '"';

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

    /** What kind of event it is; empty if it is none. Most are of orders, and begin with that. */
    static Optional<String> event(String message) {
        return message.startsWith(ORDER_BEGIN) ? Optional.of(ORDER) : JsonMembers.find(message, "e");
    }

    @Override
    public Inbound read(String message) {
        Optional<String> event = event(message);
        if (event.isEmpty()) {
            return control(message);
        }
        // The connection stays open, but nothing comes any more until there is a new key.
        return event.get().equals(EXPIRED) ? new Inbound.Expired(EXPIRED) : new Inbound.Data(CHANNEL, message);
    }
}
