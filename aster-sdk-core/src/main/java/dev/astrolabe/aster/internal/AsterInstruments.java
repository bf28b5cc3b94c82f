package dev.astrolabe.aster.internal;

import dev.astrolabe.aster.internal.CatalogPayloads.ExchangeInfo;
import dev.astrolabe.aster.internal.CatalogPayloads.RateLimit;
import dev.astrolabe.aster.internal.CatalogPayloads.SymbolRow;
import dev.astrolabe.exchange.ExchangeId;
import dev.astrolabe.exchange.Instruments;
import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.error.ProtocolException;
import dev.astrolabe.exchange.error.VenueError;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.InstrumentStatus;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.exchange.transport.Endpoint;
import dev.astrolabe.exchange.transport.Params;
import dev.astrolabe.exchange.transport.RateWindow;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The catalogue of exchangeInfo, read at the first use; what it says of rate limits goes to the limiter. Safe for any thread. */
final class AsterInstruments implements Instruments {

    private static final Logger LOG = LoggerFactory.getLogger(AsterInstruments.class);
    // Instruments of that name are the venue's own tests, on the live system too.
    private static final String TEST_PREFIX = "TEST";
    private static final int SUGGESTIONS = 3;

    private final AsterContext context;
    private final Object lock = new Object();
    private final Map<Symbol, BigDecimal> maxLeverages = new HashMap<>();
    private volatile @Nullable Catalogue catalogue;

    AsterInstruments(AsterContext context) {
        this.context = context;
    }

    @Override
    public List<Instrument> all() {
        return catalogue().ordered;
    }

    @Override
    public Optional<Instrument> find(Symbol symbol) {
        return Optional.ofNullable(catalogue().bySymbol.get(symbol));
    }

    @Override
    public Optional<Instrument> findByVenueSymbol(String venueSymbol) {
        return Optional.ofNullable(catalogue().byVenueSymbol.get(venueSymbol));
    }

    @Override
    public Instrument get(Symbol symbol) {
        return find(symbol).orElseThrow(() -> {
            List<String> names =
                    catalogue().bySymbol.keySet().stream().map(Symbol::toString).toList();
            return NotSentException.invalid(ExchangeId.ASTERDEX + " has no instrument " + symbol + "; nearest are "
                    + String.join(", ", NearestSymbols.of(symbol.toString(), names, SUGGESTIONS)));
        });
    }

    /** The instrument of a call, whose credentials are asked for first: the catalogue may have to be read. */
    Instrument forCall(Endpoint<?> endpoint, Symbol symbol) {
        context.requireCredentials(endpoint);
        return get(symbol);
    }

    @Override
    public List<Instrument> refresh() {
        synchronized (lock) {
            return read().ordered;
        }
    }

    /** The instrument of a row of the account, which the venue must have told: newer than the catalogue at most. */
    Instrument ofAccountRow(String venueSymbol) {
        return findNew(venueSymbol)
                .orElseThrow(() -> new ProtocolException(
                        "the account names the instrument " + venueSymbol + ", which the catalogue does not have",
                        VenueError.unanswered(
                                ExchangeId.ASTERDEX.name(),
                                context.endpoints().market.exchangeInfo.id()),
                        null));
    }

    /** As {@link #findByVenueSymbol}, with a second look at a catalogue that is read again. */
    Optional<Instrument> findNew(String venueSymbol) {
        return findByVenueSymbol(venueSymbol).or(() -> {
            refresh();
            return findByVenueSymbol(venueSymbol);
        });
    }

    /** Keeps what leverage brackets say, for exchangeInfo does not. */
    void learnMaxLeverage(Symbol symbol, BigDecimal maxLeverage) {
        synchronized (lock) {
            maxLeverages.put(symbol, maxLeverage);
            Catalogue current = catalogue;
            if (current != null) {
                catalogue = new Catalogue(current.byVenueSymbol.values().stream()
                        .map(this::withMaxLeverage)
                        .toList());
            }
        }
    }

    private Instrument withMaxLeverage(Instrument instrument) {
        BigDecimal known = maxLeverages.get(instrument.symbol());
        return known == null
                ? instrument
                : instrument.toBuilder().maxLeverage(known).build();
    }

    private Catalogue catalogue() {
        Catalogue current = catalogue;
        if (current != null) {
            return current;
        }
        synchronized (lock) {
            Catalogue raced = catalogue;
            return raced != null ? raced : read();
        }
    }

    private Catalogue read() {
        ExchangeInfo info = context.call(context.endpoints().market.exchangeInfo, Params.create());
        configureLimiter(info);
        Catalogue fresh = new Catalogue(info.symbols().stream()
                .flatMap(row -> instrument(row).stream())
                .map(this::withMaxLeverage)
                .toList());
        catalogue = fresh;
        return fresh;
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

    /** Of two listings of one symbol, such as with and without a multiplier, the one that trades. */
    private static Instrument preferred(Instrument first, Instrument second) {
        return first.status() != InstrumentStatus.TRADING && second.status() == InstrumentStatus.TRADING
                ? second
                : first;
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

    private static final class Catalogue {
        private final Map<Symbol, Instrument> bySymbol = new TreeMap<>();
        private final Map<String, Instrument> byVenueSymbol = new LinkedHashMap<>();
        private final List<Instrument> ordered;

        Catalogue(List<Instrument> instruments) {
            for (Instrument instrument : instruments) {
                bySymbol.merge(instrument.symbol(), instrument, AsterInstruments::preferred);
                byVenueSymbol.put(instrument.venueSymbol(), instrument);
            }
            this.ordered = List.copyOf(bySymbol.values());
        }
    }
}
