package dev.astrolabe.okx.internal;

import dev.astrolabe.exchange.ExchangeId;
import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.exchange.transport.InstrumentCatalogue;
import dev.astrolabe.okx.model.OkxInstType;
import dev.astrolabe.okx.model.OkxInstrument;
import dev.astrolabe.okx.model.OkxQuery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The catalogue of spot, perpetuals and futures, read at the first use, with the rows as OKX sent them. Safe for any thread. */
final class OkxInstruments extends InstrumentCatalogue {

    /** What is traded in neutral terms; options and event contracts are not. */
    static final List<OkxInstType> TYPES = List.of(OkxInstType.SPOT, OkxInstType.SWAP, OkxInstType.FUTURES);

    private static final Logger LOG = LoggerFactory.getLogger(OkxInstruments.class);
    // Instruments of that name are the venue's own tests.
    private static final String TEST_PREFIX = "TEST";
    private static final String PERPETUAL_LIKE = "xperp";

    private final OkxContext context;
    private volatile Map<String, OkxInstrument> rows = Map.of();

    OkxInstruments(OkxContext context) {
        super(ExchangeId.OKX);
        this.context = context;
    }

    /** The instrument of a call, whose credentials are asked for first: the catalogue may have to be read. */
    Instrument forCall(Operation<?> operation, Symbol symbol) {
        context.requireCredentials(operation);
        return get(symbol);
    }

    /**
     * An instrument as OKX sent it.
     *
     * @throws NotSentException naming the symbol and the nearest ones that exist
     */
    OkxInstrument row(Symbol symbol) {
        return row(get(symbol));
    }

    OkxInstrument row(Instrument instrument) {
        return row(instrument.venueSymbol())
                .orElseThrow(() -> NotSentException.invalid(
                        instrument.symbol() + " is not listed any more as " + instrument.venueSymbol()));
    }

    /** An instrument as OKX sent it, by OKX's name, those too that are only announced; empty where the catalogue has none. */
    Optional<OkxInstrument> row(String instId) {
        if (rows.isEmpty()) {
            all();
        }
        return Optional.ofNullable(rows.get(instId));
    }

    /** Whether funding is paid on it: on perpetuals, and on the dated contracts that OKX trades like them. */
    boolean paysFunding(Instrument instrument) {
        OkxInstrument row = row(instrument);
        return row.instType() == OkxInstType.SWAP
                || row.ruleType().filter(PERPETUAL_LIKE::equals).isPresent();
    }

    @Override
    protected List<Instrument> read() {
        Map<String, OkxInstrument> fresh = new LinkedHashMap<>();
        List<Instrument> instruments = new ArrayList<>();
        for (OkxInstType type : TYPES) {
            for (OkxInstrument row : context.call(MarketOperations.INSTRUMENTS, OkxQuery.of(type))) {
                fresh.put(row.instId(), row);
                instrument(row).ifPresent(instruments::add);
            }
        }
        rows = Map.copyOf(fresh);
        return instruments;
    }

    /** Empty for the venue's own tests, and for a row that makes no instrument. */
    static Optional<Instrument> instrument(OkxInstrument row) {
        if (row.instId().startsWith(TEST_PREFIX)) {
            return Optional.empty();
        }
        try {
            return Optional.of(InstrumentMapper.map(row));
        } catch (NotSentException | IllegalArgumentException | ArithmeticException e) {
            // One odd listing must not take the whole catalogue away.
            LOG.debug("left out instrument {}: {}", row.instId(), e.getMessage());
            return Optional.empty();
        }
    }
}
