package dev.astrolabe.simulator.server;

import dev.astrolabe.simulator.wire.Json;
import dev.astrolabe.simulator.wire.WireAnswer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Promise;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The control port: JSON over HTTP, on 127.0.0.1 alone, without a login. It does what a venue, its network or an account's owner with
 * another program would do, and tells what happened.
 *
 * @since 0.1
 */
public final class ControlServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ControlServer.class);
    private static final int LONGEST_BODY = 1 << 16;

    private final JettyServer server;

    /**
     * Starts one.
     *
     * @param port of 127.0.0.1; 0 for any that is free
     * @param controls what it controls
     * @throws java.io.UncheckedIOException if the port cannot be listened on
     */
    public ControlServer(int port, Controls controls) {
        server = new JettyServer("simulator-control", port);
        server.start(new ControlHandler(new ControlApi(controls)));
    }

    /**
     * Where it listens.
     *
     * @return the port of 127.0.0.1
     */
    public int port() {
        return server.port();
    }

    /** Gives the port back. Nothing happens the second time. */
    @Override
    public void close() {
        server.close();
    }

    private static final class ControlHandler extends Handler.Abstract {

        private final ControlApi api;

        private ControlHandler(ControlApi api) {
            this.api = api;
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            if (request.getLength() > LONGEST_BODY) {
                WireAnswer answer = refused(413, "body over " + LONGEST_BODY + " bytes");
                Requests.passOver(request, () -> send(response, answer, callback), callback::failed);
                return true;
            }
            Content.Source.asString(request, StandardCharsets.UTF_8, new Promise<>() {
                @Override
                public void succeeded(String body) {
                    send(response, answer(request, body), callback);
                }

                @Override
                public void failed(Throwable cause) {
                    callback.failed(cause);
                }
            });
            return true;
        }

        private WireAnswer answer(Request request, String body) {
            try {
                return api.answer(Requests.of(request, body));
            } catch (RuntimeException e) {
                LOG.error("a call of the control port could not be handled", e);
                return refused(500, "the simulator is broken here: " + e);
            }
        }

        private static WireAnswer refused(int status, String message) {
            return WireAnswer.of(status, Json.text(Map.of("error", message)));
        }

        private static void send(Response response, WireAnswer answer, Callback callback) {
            response.setStatus(answer.status());
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json;charset=UTF-8");
            Content.Sink.write(response, true, answer.body(), callback);
        }
    }
}
