package dev.astrolabe.simulator.okx;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

/** The endpoints of algo orders. */
final class AlgoCalls {

    private static final int MOST_CANCELS = 10;
    private static final Set<String> TYPES = Set.of(
            "conditional",
            "oco",
            "trigger",
            "move_order_stop",
            "chase",
            "twap",
            "iceberg",
            "smart_iceberg",
            "conditional,oco",
            "oco,conditional");

    private final AlgoDesk desk;

    AlgoCalls(AlgoDesk desk) {
        this.desk = desk;
    }

    void register(Endpoints endpoints) {
        endpoints.trade(
                "trade/order-algo",
                Limit.userAndInstrument(20),
                call -> each(call, desk::place, AlgoDesk::refusedPlace));
        endpoints.trade("trade/cancel-algos", Limit.userAndInstrument(20), call -> {
            if (call.items().size() > MOST_CANCELS) {
                throw Code.CANCEL_BATCH_SIZE.refused(MOST_CANCELS);
            }
            return each(call, desk::cancel, AlgoDesk::refusedPlace);
        });
        endpoints.trade(
                "trade/amend-algos",
                Limit.userAndInstrument(20),
                call -> each(call, desk::amend, AlgoDesk::refusedAmend));
        endpoints.read("trade/order-algo", Limit.user(20), this::details);
        endpoints.read("trade/orders-algo-pending", Limit.user(20), this::pending);
        endpoints.read("trade/orders-algo-history", Limit.user(20), this::history);
    }

    /** One algo order of a request. */
    private interface Work {
        Reply.Item run(OkxUser user, Params params, Instant now);
    }

    private static Reply each(Call call, Work work, BiFunction<Params, Refused, Row> refusal) {
        if (call.items().isEmpty()) {
            throw Code.PARAMETER.refused("args");
        }
        List<Reply.Item> done = new ArrayList<>();
        for (Params item : call.items()) {
            try {
                done.add(work.run(call.user(), item, call.now()));
            } catch (Refused e) {
                done.add(new Reply.Item(refusal.apply(item, e), List.of()));
            }
        }
        return Reply.of(done, false);
    }

    private Reply details(Call call) {
        Algo algo = call.user().algos().find(call.params()).orElseThrow(Code.NO_SUCH_ORDER::refused);
        return Reply.of(row(call.user(), algo));
    }

    private Reply pending(Call call) {
        return page(
                call,
                call.user().algos().live().stream()
                        .filter(algo -> isWanted(algo, call.params()))
                        .toList());
    }

    private Reply history(Call call) {
        Params params = call.params();
        if (!params.has("state") && !params.has("algoId")) {
            throw Code.EITHER_PARAMETER.refused("state or algoId");
        }
        String state = params.textOr("state", "");
        return page(
                call,
                call.user().algos().all().stream()
                        .filter(algo -> !algo.isLive())
                        .filter(algo -> state.isEmpty() || algo.state().equals(state))
                        .filter(algo -> isWanted(algo, params))
                        .toList());
    }

    private static boolean isWanted(Algo algo, Params params) {
        params.required("ordType");
        List<String> types =
                List.of(params.oneOf("ordType", TYPES).orElseThrow().split(",", -1));
        return types.contains(algo.ordType())
                && Catalogue.matches(algo.instrument(), params)
                && (!params.has("algoId") || params.textOr("algoId", "").equals(algo.id()))
                && (!params.has("algoClOrdId")
                        || params.textOr("algoClOrdId", "").equals(algo.clientId()));
    }

    private static Reply page(Call call, List<Algo> newestFirst) {
        call.params().required("ordType");
        return Reply.of(Paging.page(call.params(), newestFirst, algo -> Ids.number(algo.id()), 100).stream()
                .map(algo -> row(call.user(), algo))
                .toList());
    }

    private static Row row(OkxUser user, Algo algo) {
        return AlgoRows.row(algo, user.leverage(algo.instrument().symbol()));
    }
}
