package dev.astrolabe.aster.internal;

import dev.astrolabe.exchange.transport.Access;
import dev.astrolabe.exchange.transport.Endpoint;
import dev.astrolabe.exchange.transport.Params;
import java.util.function.ToIntFunction;

/** Every call of one path family: verb, path, access, weight and how its answer is read (docs: futures, "Endpoints"). */
final class AsterEndpoints {

    static final String ORDERS = "ORDERS";
    static final String BATCH = "batchOrders";
    static final String CLIENT_ORDER_ID = "newClientOrderId";
    static final int ALL_SYMBOLS = 40;

    final MarketEndpoints market;
    final TradingEndpoints trading;
    final AccountEndpoints account;
    final SettingEndpoints settings;
    final StreamKeyEndpoints listenKeys;

    AsterEndpoints(PathFamily family) {
        market = new MarketEndpoints(family);
        trading = new TradingEndpoints(family);
        account = new AccountEndpoints(family);
        settings = new SettingEndpoints(family);
        listenKeys = new StreamKeyEndpoints(family);
    }

    static <T> Endpoint<T> signed(Endpoint<T> endpoint) {
        return endpoint.access(Access.SIGNED);
    }

    static ToIntFunction<Params> bySymbol(int one, int all) {
        return params -> params.get("symbol").isPresent() ? one : all;
    }
}
