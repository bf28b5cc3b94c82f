package dev.astrolabe.simulator.aster;

import dev.astrolabe.simulator.journal.Acceptance.Act;
import dev.astrolabe.simulator.journal.Acceptance.OrderAct;
import dev.astrolabe.simulator.venue.VenueAccount;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request that may be carried out, and what it does to orders. */
final class Call {

    private final Parameters parameters;
    private final @Nullable VenueAccount account;
    private final boolean signedByAgent;
    private final List<OrderAct> acts = new ArrayList<>();
    private final Map<String, String> headers = new LinkedHashMap<>();

    Call(Parameters parameters, @Nullable VenueAccount account, boolean signedByAgent) {
        this.parameters = parameters;
        this.account = account;
        this.signedByAgent = signedByAgent;
    }

    Parameters parameters() {
        return parameters;
    }

    /** Who calls; only signed calls ask. */
    VenueAccount account() {
        if (account == null) {
            throw ErrorCode.REJECTED_KEY.with();
        }
        return account;
    }

    /** Whether it came to v3. */
    boolean isSignedByAgent() {
        return signedByAgent;
    }

    void note(Act act, String symbol, String clientOrderId, String orderId) {
        acts.add(new OrderAct(act, symbol, clientOrderId, orderId));
    }

    void header(Map<String, String> more) {
        headers.putAll(more);
    }

    List<OrderAct> acts() {
        return acts;
    }

    Map<String, String> headers() {
        return headers;
    }
}
