package dev.astrolabe.simulator.okx;

import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.simulator.market.Market;
import dev.astrolabe.simulator.venue.SimulatedVenue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is listed, by all the names that requests use. */
final class Catalogue {

    private static final Set<String> DOLLARS = Set.of("USD", "USDT", "USDC");

    private final Map<String, OkxInstrument> byId = new LinkedHashMap<>();
    private final Map<Long, OkxInstrument> byCode = new HashMap<>();
    private final Map<Symbol, OkxInstrument> bySymbol = new HashMap<>();

    Catalogue(SimulatedVenue venue) {
        int number = 0;
        for (Market market : venue.markets().all()) {
            OkxInstrument instrument = new OkxInstrument(market, number++);
            byId.put(instrument.id(), instrument);
            byCode.put(instrument.code(), instrument);
            bySymbol.put(instrument.symbol(), instrument);
        }
    }

    List<OkxInstrument> all() {
        return List.copyOf(byId.values());
    }

    Optional<OkxInstrument> of(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    Optional<OkxInstrument> ofCode(long code) {
        return Optional.ofNullable(byCode.get(code));
    }

    OkxInstrument of(Symbol symbol) {
        OkxInstrument instrument = bySymbol.get(symbol);
        if (instrument == null) {
            throw new IllegalStateException(symbol + " is not listed");
        }
        return instrument;
    }

    OkxInstrument required(Params params) {
        return of(params.required("instId")).orElseThrow(Code.INSTRUMENT::refused);
    }

    /** The instruments that instType, instFamily, uly and instId leave. */
    List<OkxInstrument> matching(Params params) {
        List<OkxInstrument> found = new ArrayList<>();
        for (OkxInstrument instrument : byId.values()) {
            if (matches(instrument, params)) {
                found.add(instrument);
            }
        }
        return found;
    }

    static boolean matches(OkxInstrument instrument, Params params) {
        return is(params, "instType", instrument.type())
                && is(params, "instFamily", instrument.family())
                && is(params, "uly", instrument.family())
                && is(params, "instId", instrument.id());
    }

    private static boolean is(Params params, String name, String value) {
        Optional<String> wanted = params.text(name);
        return wanted.isEmpty() || wanted.get().equals(value) || wanted.get().equals("ANY");
    }

    /** The first instrument of an index. */
    Optional<OkxInstrument> ofIndex(String index) {
        return byId.values().stream()
                .filter(instrument -> instrument.family().equals(index))
                .findFirst();
    }

    /** The price of an asset in US dollars; 0 where nothing tells it. */
    BigDecimal usd(String asset) {
        if (DOLLARS.contains(asset)) {
            return BigDecimal.ONE;
        }
        return byId.values().stream()
                .filter(instrument -> instrument.symbol().base().equals(asset))
                .filter(instrument -> DOLLARS.contains(instrument.symbol().quote()))
                .findFirst()
                .map(OkxInstrument::index)
                .orElse(BigDecimal.ZERO);
    }
}
