package dev.astrolabe.aster.model;

import dev.astrolabe.exchange.error.NotSentException;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Names one strategy: by the venue's id or by the client's, never by both (docs: futures v3, "Query Strategy Open Order").
 * Immutable.
 *
 * @since 0.1
 */
public final class StrategyRef {

    private final StrategyType type;
    private final long strategyId;
    private final @Nullable String clientStrategyId;

    private StrategyRef(StrategyType type, long strategyId, @Nullable String clientStrategyId) {
        if (type == StrategyType.UNKNOWN) {
            throw NotSentException.invalid("strategy type UNKNOWN cannot be sent");
        }
        this.type = type;
        this.strategyId = strategyId;
        this.clientStrategyId = clientStrategyId;
    }

    /**
     * By the venue's id.
     *
     * @param type how the strategy's orders hang together
     * @param strategyId the venue's id
     * @return the reference
     * @throws NotSentException if the type is UNKNOWN
     */
    public static StrategyRef ofStrategyId(StrategyType type, long strategyId) {
        return new StrategyRef(type, strategyId, null);
    }

    /**
     * By the client's id.
     *
     * @param type how the strategy's orders hang together
     * @param clientStrategyId the id that the strategy was sent with
     * @return the reference
     * @throws NotSentException if the type is UNKNOWN, or the id is none
     */
    public static StrategyRef ofClientStrategyId(StrategyType type, String clientStrategyId) {
        ClientStrategyId.check(clientStrategyId);
        return new StrategyRef(type, 0, clientStrategyId);
    }

    /**
     * How the strategy's orders hang together.
     *
     * @return the type
     */
    public StrategyType type() {
        return type;
    }

    /**
     * The venue's id.
     *
     * @return the id; empty where the client's names it
     */
    public OptionalLong strategyId() {
        return clientStrategyId == null ? OptionalLong.of(strategyId) : OptionalLong.empty();
    }

    /**
     * The client's id.
     *
     * @return the id; empty where the venue's names it
     */
    public Optional<String> clientStrategyId() {
        return Optional.ofNullable(clientStrategyId);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StrategyRef ref
                && type == ref.type
                && strategyId == ref.strategyId
                && Objects.equals(clientStrategyId, ref.clientStrategyId);
    }

    @Override
    public int hashCode() {
        return Objects.hash(type, strategyId, clientStrategyId);
    }

    @Override
    public String toString() {
        return type + (clientStrategyId == null ? " id=" + strategyId : " clientId=" + clientStrategyId);
    }
}
