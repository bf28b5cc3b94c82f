package dev.astrolabe.aster.internal;

import dev.astrolabe.aster.internal.CatalogPayloads.ExchangeInfo;
import dev.astrolabe.aster.internal.CatalogPayloads.RateLimit;
import dev.astrolabe.aster.internal.CatalogPayloads.SymbolRow;
import dev.astrolabe.exchange.ExchangeId;
import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.exchange.transport.Endpoint;
import dev.astrolabe.exchange.transport.InstrumentCatalogue;
import dev.astrolabe.exchange.transport.Params;
import dev.astrolabe.exchange.transport.RateWindow;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The catalogue of exchangeInfo, read at the first use; what it says of rate limits goes to the limiter. Safe for any thread. */
final class AsterInstruments extends InstrumentCatalogue {

    private static final Logger LOG = LoggerFactory.getLogger(AsterInstruments.class);
    // Instruments of that name are the venue's own tests, on the live system too.
    private static final String TEST_PREFIX = "TEST";

    private final AsterContext context;
    private final Map<Symbol, BigDecimal> maxLeverages = new ConcurrentHashMap<>();

    AsterInstruments(AsterContext context) {
        super(ExchangeId.ASTERDEX);
        this.context = context;
    }

    /** The instrument of a call, whose credentials are asked for first: the catalogue may have to be read. */
    Instrument forCall(Endpoint<?> endpoint, Symbol symbol) {
        context.requireCredentials(endpoint);
        return get(symbol);
    }

    /** Keeps what leverage brackets say, for exchangeInfo does not. */
    void learnMaxLeverage(Symbol symbol, BigDecimal maxLeverage) {
        maxLeverages.put(symbol, maxLeverage);
        update(this::withMaxLeverage);
    }

    private Instrument withMaxLeverage(Instrument instrument) {
        BigDecimal known = maxLeverages.get(instrument.symbol());
        return known == null
                ? instrument
                : instrument.toBuilder().maxLeverage(known).build();
    }

    @Override
    protected List<Instrument> read() {
        ExchangeInfo info = context.call(context.endpoints().market.exchangeInfo, Params.create());
        configureLimiter(info);
        return info.symbols().stream()
                .flatMap(row -> instrument(row).stream())
                .map(this::withMaxLeverage)
                .toList();
    }

    /** Empty for the venue's own tests, and for a row that makes no instrument. */
    static Optional<Instrument> instrument(SymbolRow row) {
        if (row.symbol().startsWith(TEST_PREFIX)) {
            return Optional.empty();
        }
        try {
            return Optional.of(InstrumentMapper.map(row));
        } catch (NotSentException | IllegalArgumentException | ArithmeticException e) {
            // One odd listing must not take the whole catalogue away.
            LOG.debug("left out instrument {}: {}", row.symbol(), e.getMessage());
            return Optional.empty();
        }
    }

    private void configureLimiter(ExchangeInfo info) {
        List<RateWindow> windows = new ArrayList<>();
        for (RateLimit limit : Objects.requireNonNullElse(info.rateLimits(), List.<RateLimit>of())) {
            Duration unit = unit(limit.interval());
            if (unit != null && limit.intervalNum() > 0 && limit.limit() > 0) {
                windows.add(
                        new RateWindow(limit.rateLimitType(), unit.multipliedBy(limit.intervalNum()), limit.limit()));
            }
        }
        context.rest().limiter().configure(windows);
    }

    private static @Nullable Duration unit(String interval) {
        return switch (interval) {
            case "SECOND" -> Duration.ofSeconds(1);
            case "TEN_SECONDS" -> Duration.ofSeconds(10);
            case "MINUTE" -> Duration.ofMinutes(1);
            case "HOUR" -> Duration.ofHours(1);
            case "DAY" -> Duration.ofDays(1);
            default -> null;
        };
    }
}
