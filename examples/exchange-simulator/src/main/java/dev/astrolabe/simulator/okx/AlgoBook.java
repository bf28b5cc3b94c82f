package dev.astrolabe.simulator.okx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The algo orders of one user. */
final class AlgoBook {

    private final TreeMap<Long, Algo> all = new TreeMap<>();
    private final TreeMap<Long, Algo> live = new TreeMap<>();
    private final Map<String, Algo> byLeg = new HashMap<>();
    private final Map<String, Algo> newestByClientId = new HashMap<>();
    private @Nullable Algo expected;
    private Algo.Leg expectedLeg = Algo.Leg.WHOLE;

    /** Says whose leg the next conditional order is that the engine tells of. */
    void expect(Algo algo, Algo.Leg leg) {
        expected = algo;
        expectedLeg = leg;
    }

    void expectNothing() {
        expected = null;
    }

    /** Ties a new conditional order to the algo order that is being placed; false where none is. */
    boolean adopt(String engineId) {
        Algo algo = expected;
        expected = null;
        if (algo == null) {
            return false;
        }
        algo.add(engineId, expectedLeg);
        byLeg.put(engineId, algo);
        return true;
    }

    void add(Algo algo) {
        all.put(Ids.number(algo.id()), algo);
        if (!algo.clientId().isEmpty()) {
            newestByClientId.put(algo.clientId(), algo);
        }
        file(algo);
    }

    void file(Algo algo) {
        if (algo.isLive()) {
            live.put(Ids.number(algo.id()), algo);
        } else {
            live.remove(Ids.number(algo.id()));
        }
    }

    Optional<Algo> ofLeg(String engineId) {
        return Optional.ofNullable(byLeg.get(engineId));
    }

    /** The algo order that algoId or else algoClOrdId name. */
    Optional<Algo> find(Params params) {
        Optional<String> id = params.text("algoId");
        if (id.isEmpty() && !params.has("algoClOrdId")) {
            throw Code.EITHER_PARAMETER.refused("algoId or algoClOrdId");
        }
        return Optional.ofNullable(
                id.isPresent()
                        ? all.get(Ids.number(id.get()))
                        : newestByClientId.get(params.textOr("algoClOrdId", "")));
    }

    boolean isClientIdInUse(String clientId) {
        Algo algo = newestByClientId.get(clientId);
        return algo != null && algo.isLive();
    }

    /** Live ones, newest first. */
    List<Algo> live() {
        return new ArrayList<>(live.descendingMap().values());
    }

    /** All of them, newest first. */
    List<Algo> all() {
        return new ArrayList<>(all.descendingMap().values());
    }
}
