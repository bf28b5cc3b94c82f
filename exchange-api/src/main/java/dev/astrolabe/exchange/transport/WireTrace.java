package dev.astrolabe.exchange.transport;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** What happened to one request: whether a byte of it can have left, and when it left and was answered. */
final class WireTrace extends EventListener {

    private final Clock clock;
    private volatile @Nullable Instant sentAt;
    private volatile @Nullable Instant answeredAt;
    private volatile @Nullable String retryAfter;

    WireTrace(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void requestHeadersStart(Call call) {
        sentAt = clock.instant();
    }

    @Override
    public void responseHeadersEnd(Call call, Response response) {
        answeredAt = clock.instant();
    }

    void retryAfter(@Nullable String header) {
        retryAfter = header;
    }

    /** When the first byte was about to leave; empty where none can have left. */
    Optional<Instant> sentAt() {
        return Optional.ofNullable(sentAt);
    }

    Optional<Instant> answeredAt() {
        return Optional.ofNullable(answeredAt);
    }

    Optional<String> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
