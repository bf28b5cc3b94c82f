package dev.astrolabe.aster.internal;

import dev.astrolabe.aster.AsterListenKeys;
import dev.astrolabe.aster.model.ListenKey;
import dev.astrolabe.exchange.transport.Params;

/** Keys of the user stream. Safe for any thread. */
final class NativeListenKeys implements AsterListenKeys {

    private final AsterContext context;
    private final StreamKeyEndpoints endpoints;

    NativeListenKeys(AsterContext context) {
        this.context = context;
        this.endpoints = context.endpoints().listenKeys;
    }

    @Override
    public ListenKey start() {
        return new ListenKey(context.call(endpoints.start, Params.create()).listenKey());
    }

    @Override
    public void keepAlive() {
        context.call(endpoints.keepAlive, Params.create());
    }

    @Override
    public void close() {
        context.call(endpoints.close, Params.create());
    }
}
