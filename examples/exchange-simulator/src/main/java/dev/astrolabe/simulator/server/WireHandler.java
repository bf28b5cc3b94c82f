package dev.astrolabe.simulator.server;

import dev.astrolabe.simulator.fault.Gate;
import dev.astrolabe.simulator.fault.Outlet;
import dev.astrolabe.simulator.wire.Json;
import dev.astrolabe.simulator.wire.WireAnswer;
import dev.astrolabe.simulator.wire.WireProtocol;
import dev.astrolabe.simulator.wire.WireRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes requests from Jetty, finds their protocol, and lets them pass the gate. */
final class WireHandler extends Handler.Abstract {

    private static final Logger LOG = LoggerFactory.getLogger(WireHandler.class);
    private static final int LONGEST_BODY = 1 << 20;

    private final List<WireProtocol> protocols;
    private final Gate gate;
    private final ServerWebSocketContainer sockets;
    private final OpenSockets open;

    WireHandler(List<WireProtocol> protocols, Gate gate, ServerWebSocketContainer sockets, OpenSockets open) {
        this.protocols = protocols;
        this.gate = gate;
        this.sockets = sockets;
        this.open = open;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        String path = Requests.path(request);
        Optional<WireProtocol> protocol =
                protocols.stream().filter(each -> each.serves(path)).findFirst();
        HttpOutlet outlet = new HttpOutlet(request, response, callback);
        if (protocol.isEmpty()) {
            outlet.answer(WireAnswer.of(404, Json.text(Map.of("error", "no protocol of this simulator has " + path))));
        } else if ("websocket".equalsIgnoreCase(request.getHeaders().get(HttpHeader.UPGRADE))) {
            upgrade(protocol.orElseThrow(), request, response, callback, outlet);
        } else if (request.getLength() > LONGEST_BODY) {
            WireAnswer answer = WireAnswer.of(413, Json.text(Map.of("error", "body over " + LONGEST_BODY + " bytes")));
            Requests.passOver(request, () -> outlet.answer(answer), failure -> outlet.drop());
        } else {
            read(protocol.orElseThrow(), request, outlet);
        }
        return true;
    }

    private void upgrade(
            WireProtocol protocol, Request request, Response response, Callback callback, HttpOutlet outlet) {
        WireRequest opening = Requests.of(request, "");
        if (gate.refusesConnection(protocol.subject(opening))) {
            outlet.answer(WireAnswer.of(503, ""));
            return;
        }
        EndPoint connection = request.getConnectionMetaData().getConnection().getEndPoint();
        boolean upgraded = sockets.upgrade(
                (asked, answer, done) -> {
                    // Events leave as they are: on one machine, compressing costs more than it saves.
                    answer.setExtensions(List.of());
                    return new JettySocket(protocol, opening, gate, connection, open);
                },
                request,
                response,
                callback);
        if (!upgraded) {
            outlet.answer(WireAnswer.of(400, Json.text(Map.of("error", "not a WebSocket handshake"))));
        }
    }

    private void read(WireProtocol protocol, Request request, HttpOutlet outlet) {
        Content.Source.asString(request, StandardCharsets.UTF_8, new Promise<>() {
            @Override
            public void succeeded(String body) {
                pass(protocol, Requests.of(request, body), outlet);
            }

            @Override
            public void failed(Throwable cause) {
                outlet.drop();
            }
        });
    }

    private void pass(WireProtocol protocol, WireRequest request, Outlet outlet) {
        try {
            gate.pass(
                    protocol.subject(request),
                    () -> protocol.handle(request),
                    refusal -> protocol.refuse(request, refusal),
                    outlet);
        } catch (RuntimeException e) {
            outlet.broken(e);
        }
    }

    /** The way back over HTTP. */
    private static final class HttpOutlet implements Outlet {

        private final Request request;
        private final Response response;
        private final Callback callback;

        private HttpOutlet(Request request, Response response, Callback callback) {
            this.request = request;
            this.response = response;
            this.callback = callback;
        }

        @Override
        public void answer(WireAnswer answer) {
            response.setStatus(answer.status());
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json;charset=UTF-8");
            answer.headers().forEach((name, value) -> response.getHeaders().put(name, value));
            Content.Sink.write(response, true, answer.body(), callback);
        }

        @Override
        public void drop() {
            request.getConnectionMetaData().getConnection().getEndPoint().close();
            callback.failed(new Dropped());
        }

        @Override
        public void broken(RuntimeException cause) {
            LOG.error("a request to {} could not be handled", Requests.path(request), cause);
            answer(WireAnswer.of(500, Json.text(Map.of("error", "the simulator is broken here: " + cause))));
        }
    }
}
