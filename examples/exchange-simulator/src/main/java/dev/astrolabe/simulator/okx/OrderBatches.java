package dev.astrolabe.simulator.okx;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Runs the orders of one request one by one: each is taken or refused by itself (docs: OKX v5, "Place multiple orders"). */
final class OrderBatches {

    private static final int MOST = 20;

    /** One order of a request. */
    interface Work {
        Reply.Item run(OkxUser user, Params params, Instant now);
    }

    /** The ack of one that was refused. */
    interface Refusal {
        Row row(Params params, Refused refused, Instant now);
    }

    private final RateLimits limits;

    OrderBatches(RateLimits limits) {
        this.limits = limits;
    }

    static void checkSize(List<Params> items, Code tooMany) {
        if (items.isEmpty()) {
            throw Code.PARAMETER.refused("args");
        }
        if (items.size() > MOST) {
            throw tooMany.refused(MOST);
        }
    }

    /**
     * Runs them.
     *
     * @param act which buckets count them: place, amend or cancel
     */
    Reply run(String act, OkxUser user, List<Params> items, Instant now, Work work, Refusal refusal) {
        limits.countOrders(
                act, user, items.stream().map(item -> item.textOr("instId", "")).toList(), now);
        List<Reply.Item> done = new ArrayList<>();
        for (Params item : items) {
            done.add(one(act, user, item, now, work, refusal));
        }
        return Reply.of(done, true);
    }

    private Reply.Item one(String act, OkxUser user, Params item, Instant now, Work work, Refusal refusal) {
        try {
            if (!act.equals("cancel")) {
                limits.countSubAccount(user, now);
            }
            return work.run(user, item, now);
        } catch (Refused e) {
            return new Reply.Item(refusal.row(item, e, now), List.of());
        }
    }
}
