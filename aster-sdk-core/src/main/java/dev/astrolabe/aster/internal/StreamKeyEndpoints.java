package dev.astrolabe.aster.internal;

import dev.astrolabe.exchange.transport.Endpoint;
import dev.astrolabe.exchange.transport.ResponseParser;

/** Keys of the user stream of one path family (docs: futures, "User Data Streams"). None of the calls takes a parameter. */
final class StreamKeyEndpoints {

    /** The key that opens the account's stream: whoever has it reads along. */
    record StreamKey(String listenKey) {
        @Override
        public String toString() {
            return "StreamKey[***]";
        }
    }

    /** Gives the key that is active already, if there is one, and then lets it live on as {@link #keepAlive} does. */
    final Endpoint<StreamKey> start;

    final Endpoint<Boolean> keepAlive;
    final Endpoint<Boolean> close;

    StreamKeyEndpoints(PathFamily family) {
        String path = family.of("listenKey");
        // Start and keep-alive may be repeated: the second of two finds what the first has done.
        start = Endpoint.post(path, Payload.of(StreamKey.class))
                .access(family.userStream())
                .mutation(false);
        keepAlive = Endpoint.put(path, done()).access(family.userStream()).mutation(false);
        close = Endpoint.delete(path, done()).access(family.userStream());
    }

    /** The answer is an empty object. */
    private static ResponseParser<Boolean> done() {
        return ResponseParser.tree(node -> true);
    }
}
