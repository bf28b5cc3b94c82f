package dev.astrolabe.aster.internal;

import dev.astrolabe.aster.internal.StrategyPayloads.AckRow;
import dev.astrolabe.aster.internal.StrategyPayloads.ChaseRow;
import dev.astrolabe.aster.internal.StrategyPayloads.ProtectionRow;
import dev.astrolabe.aster.internal.StrategyPayloads.StrategyRow;
import dev.astrolabe.aster.internal.StrategyPayloads.UpdateRow;
import dev.astrolabe.exchange.transport.Endpoint;
import dev.astrolabe.exchange.transport.ResponseParser;
import java.io.IOException;
import java.util.List;

/** Chases, strategies and the protection of market makers, which only v3 has (docs: futures v3, "Account/Trades Endpoints"). */
final class StrategyEndpoints {

    static final String SUB_ORDERS = "subOrderList";

    final Endpoint<ChaseRow> chase;
    final Endpoint<AckRow> place;
    final Endpoint<List<UpdateRow>> update;
    final Endpoint<StrategyRow> open;
    final Endpoint<List<StrategyRow>> history;
    final Endpoint<Boolean> protect;
    final Endpoint<List<ProtectionRow>> protections;
    final Endpoint<Boolean> unprotect;
    final Endpoint<Boolean> resume;

    StrategyEndpoints() {
        chase = AsterEndpoints.signed(Endpoint.post(PathFamily.onlyInV3("chase"), Payload.of(ChaseRow.class)))
                .limit(AsterEndpoints.ORDERS, 1);
        place = AsterEndpoints.signed(
                        Endpoint.post(PathFamily.onlyInV3("placeStrategyOrder"), Payload.of(AckRow.class)))
                .weight(50)
                .limit(AsterEndpoints.ordersIn(SUB_ORDERS));
        update = AsterEndpoints.signed(
                        Endpoint.post(PathFamily.onlyInV3("updateStrategyOrder"), Payload.listOf(UpdateRow.class)))
                .weight(50)
                .limit(AsterEndpoints.ordersIn(SUB_ORDERS));
        open = AsterEndpoints.signed(
                        Endpoint.get(PathFamily.onlyInV3("strategyOpenOrder"), Payload.of(StrategyRow.class)))
                .weight(5);
        // One object in the example, although there is a limit to the number of rows.
        history = AsterEndpoints.signed(
                        Endpoint.get(PathFamily.onlyInV3("strategyHistoryOrder"), Payload.oneOrMore(StrategyRow.class)))
                .weight(5);
        protect = AsterEndpoints.signed(Endpoint.post(PathFamily.onlyInV3("mmp"), bareTrue()));
        protections =
                AsterEndpoints.signed(Endpoint.get(PathFamily.onlyInV3("mmp"), Payload.listOf(ProtectionRow.class)));
        unprotect = AsterEndpoints.signed(Endpoint.delete(PathFamily.onlyInV3("mmp"), bareTrue()));
        resume = AsterEndpoints.signed(Endpoint.post(PathFamily.onlyInV3("mmpReset"), bareTrue()));
    }

    /** The whole answer is {@code true}; anything else is no evidence that it was done. */
    private static ResponseParser<Boolean> bareTrue() {
        return (json, body) -> {
            if (!json.tree(body).toString().equals("true")) {
                throw new IOException("the answer is not true");
            }
            return true;
        };
    }
}
