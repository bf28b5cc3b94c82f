package dev.astrolabe.okx.internal;

import dev.astrolabe.exchange.transport.Endpoint;
import dev.astrolabe.exchange.transport.Judgement;
import dev.astrolabe.exchange.transport.Params;
import dev.astrolabe.exchange.transport.RateWindow;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every call of OKX. */
final class Operations {

    static final List<Operation<?>> ALL = Stream.of(
                    MarketOperations.ALL, AccountOperations.ALL, TradeOperations.ALL, AlgoOperations.ALL)
            .flatMap(List::stream)
            .toList();

    private static final Map<String, Operation<?>> BY_ID = ALL.stream()
            .collect(Collectors.toUnmodifiableMap(each -> each.endpoint().id(), Function.identity()));

    /** One for each text, which tells all of a window. */
    private static final List<RateWindow> WINDOWS = ALL.stream()
            .flatMap(each -> each.windows().stream())
            .collect(Collectors.collectingAndThen(
                    Collectors.toMap(RateWindow::toString, Function.identity(), (one, same) -> one, LinkedHashMap::new),
                    byText -> List.copyOf(byText.values())));

    private Operations() {}

    static List<RateWindow> windows() {
        return WINDOWS;
    }

    static boolean isBatch(Endpoint<?> endpoint) {
        return of(endpoint).batch();
    }

    static boolean expires(Endpoint<?> endpoint) {
        return of(endpoint).expires();
    }

    /**
     * What a limit that is used up stops: this call alone, whose limit it is, or all orders of the account. OKX does not say for how
     * long, and bans nobody: the length of the limit is enough (docs: OKX v5, "Rate Limits").
     */
    static Judgement rateLimited(Endpoint<?> endpoint, String code, String message) {
        String bucket = code.equals(OkxErrorCodes.ACCOUNT_LIMIT)
                ? Operation.ACCOUNT_ORDERS
                : endpoint.costs(Params.create()).get(0).bucket();
        Duration wait = windows().stream()
                .filter(window -> window.bucket().equals(bucket))
                .map(RateWindow::length)
                .findFirst()
                .orElse(Duration.ZERO);
        return Judgement.rateLimited(bucket, wait, code, message);
    }

    private static Operation<?> of(Endpoint<?> endpoint) {
        Operation<?> operation = BY_ID.get(endpoint.id());
        if (operation == null) {
            throw new IllegalArgumentException(endpoint + " is no call of OKX");
        }
        return operation;
    }
}
