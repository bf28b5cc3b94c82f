package dev.astrolabe.aster.internal;

import dev.astrolabe.exchange.transport.Access;
import dev.astrolabe.exchange.transport.Cost;
import dev.astrolabe.exchange.transport.Endpoint;
import dev.astrolabe.exchange.transport.Params;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** Every call of one path family: verb, path, access, weight and how its answer is read (docs: futures, "Endpoints"). */
final class AsterEndpoints {

    static final String ORDERS = "ORDERS";
    static final String BATCH = "batchOrders";
    static final String CLIENT_ORDER_ID = "newClientOrderId";
    static final String CLIENT_STRATEGY_ID = "clientStrategyId";
    static final String NONCE = "nonce";
    static final int ALL_SYMBOLS = 40;

    final MarketEndpoints market;
    final TradingEndpoints trading;
    final StrategyEndpoints strategies;
    final AccountEndpoints account;
    final SettingEndpoints settings;
    final StreamKeyEndpoints listenKeys;

    AsterEndpoints(PathFamily family) {
        market = new MarketEndpoints(family);
        trading = new TradingEndpoints(family);
        strategies = new StrategyEndpoints();
        account = new AccountEndpoints(family);
        settings = new SettingEndpoints(family);
        listenKeys = new StreamKeyEndpoints(family);
    }

    static <T> Endpoint<T> signed(Endpoint<T> endpoint) {
        return endpoint.access(Access.SIGNED);
    }

    /** Each element of a list of orders counts. The elements are flat objects: each has one opening brace. */
    static Function<Params, Cost> ordersIn(String list) {
        return params -> {
            long orders = params.get(list).stream()
                    .flatMapToInt(String::chars)
                    .filter(letter -> letter == '{')
                    .count();
            return Cost.of(ORDERS, Math.toIntExact(orders));
        };
    }

    static ToIntFunction<Params> bySymbol(int one, int all) {
        return params -> params.get("symbol").isPresent() ? one : all;
    }
}
