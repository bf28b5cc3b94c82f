package dev.astrolabe.simulator.aster;

import dev.astrolabe.simulator.SimulatedAccount.Wallet;
import dev.astrolabe.simulator.venue.SimulatedVenue;
import dev.astrolabe.simulator.venue.VenueAccount;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Builders: programs whose makers take a share of the fees of users who approve them. Users of one ask for this before they trade
 * (docs: AsterDex demo, "aster-code", 2026-06-30). Approvals are kept and told; no fee is shared.
 */
final class BuilderCalls {

    private static final BigDecimal MOST = new BigDecimal("0.001");
    private static final String TAIL = "string AsterChain,string User,uint256 Nonce)";
    private static final String APPROVE = "ApproveBuilder(string Builder,string MaxFeeRate,string BuilderName," + TAIL;
    private static final String UPDATE = "UpdateBuilder(string Builder,string MaxFeeRate," + TAIL;
    private static final String DELETE = "DelBuilder(string Builder," + TAIL;

    /** What a user allows a builder. */
    private record Approval(String builder, BigDecimal maxFeeRate, String name) {}

    private final SimulatedVenue venue;
    private final AgentAuthentication agents;
    private final Map<String, Map<String, Approval>> approvals = new LinkedHashMap<>();

    BuilderCalls(SimulatedVenue venue, AgentAuthentication agents) {
        this.venue = venue;
        this.agents = agents;
    }

    void register(Routes routes) {
        routes.add("GET", Routes.V3, "builder", Security.SIGNED, any -> 1, call -> rows(call.account()));
        routes.add("POST", Routes.V3, "approveBuilder", Security.NONE, any -> 1, call -> approve(call.parameters()));
        routes.add("POST", Routes.V3, "updateBuilder", Security.NONE, any -> 1, call -> update(call.parameters()));
        routes.add("DELETE", Routes.V3, "builder", Security.NONE, any -> 1, call -> delete(call.parameters()));
    }

    private List<Map<String, Object>> rows(VenueAccount account) {
        String user = account.terms().wallet().map(Wallet::user).orElse("");
        List<Map<String, Object>> rows = new ArrayList<>();
        of(account).values().forEach(approval -> {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("userAddress", user);
            row.put("builderAddress", approval.builder());
            row.put("maxFeeRate", approval.maxFeeRate());
            row.put("builderName", approval.name());
            rows.add(row);
        });
        return rows;
    }

    private Object approve(Parameters parameters) {
        VenueAccount account = agents.byMainWallet(APPROVE, parameters, venue.now());
        String builder = parameters.text("builder");
        of(account).put(key(builder), new Approval(builder, rate(parameters), parameters.text("builderName")));
        return OrderCalls.success();
    }

    private Object update(Parameters parameters) {
        VenueAccount account = agents.byMainWallet(UPDATE, parameters, venue.now());
        Approval before = bound(account, parameters);
        of(account).put(key(before.builder()), new Approval(before.builder(), rate(parameters), before.name()));
        return OrderCalls.success();
    }

    private Object delete(Parameters parameters) {
        VenueAccount account = agents.byMainWallet(DELETE, parameters, venue.now());
        of(account).remove(key(bound(account, parameters).builder()));
        return OrderCalls.success();
    }

    private Approval bound(VenueAccount account, Parameters parameters) {
        Approval approval = of(account).get(key(parameters.text("builder")));
        if (approval == null) {
            throw ErrorCode.INVALID_PARAMETER.with("builder");
        }
        return approval;
    }

    private static BigDecimal rate(Parameters parameters) {
        BigDecimal rate = parameters.decimal("maxFeeRate");
        if (rate.signum() < 0 || rate.compareTo(MOST) > 0) {
            throw ErrorCode.INVALID_PARAMETER.with("maxFeeRate");
        }
        return rate;
    }

    private Map<String, Approval> of(VenueAccount account) {
        return approvals.computeIfAbsent(account.id(), any -> new LinkedHashMap<>());
    }

    private static String key(String builder) {
        return builder.toLowerCase(Locale.ROOT);
    }
}
