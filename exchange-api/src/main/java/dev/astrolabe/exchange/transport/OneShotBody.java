package dev.astrolabe.exchange.transport;

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/** A body, perhaps empty, that OkHttp never sends again: neither on a dropped connection nor on 408 or 503. */
final class OneShotBody extends RequestBody {

    private final byte[] bytes;
    private final @Nullable MediaType type;

    OneShotBody(byte[] bytes, String type) {
        this.bytes = bytes;
        this.type = type.isEmpty() ? null : MediaType.parse(type);
    }

    @Override
    public @Nullable MediaType contentType() {
        return type;
    }

    @Override
    public long contentLength() {
        return bytes.length;
    }

    @Override
    public boolean isOneShot() {
        return true;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        sink.write(bytes);
    }
}
