package dev.astrolabe.okx.internal;

import dev.astrolabe.exchange.ExchangeId;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.InstrumentKind;
import dev.astrolabe.exchange.model.InstrumentStatus;
import dev.astrolabe.exchange.model.StepFilter;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.okx.model.OkxInstType;
import dev.astrolabe.okx.model.OkxInstrument;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Makes a neutral instrument of a row: what it is comes from the fields that say so, never from its name (docs: OKX v5, "Get
 * instruments").
 */
final class InstrumentMapper {

    private final OkxInstrument row;
    private final boolean spot;
    private final boolean inverse;
    private final BigDecimal contractValue;

    /** @throws IllegalArgumentException if the row lacks what trading needs, as one that is only announced does */
    private InstrumentMapper(OkxInstrument row) {
        this.row = row;
        this.spot = row.instType() == OkxInstType.SPOT;
        this.inverse = !spot && isInverse(row);
        this.contractValue = spot
                ? BigDecimal.ONE
                : needed("ctVal", row.contractValue())
                        .multiply(row.contractMultiplier().orElse(BigDecimal.ONE));
        if (contractValue.signum() <= 0) {
            throw new IllegalArgumentException("its contract value is " + contractValue.toPlainString());
        }
    }

    static Instrument map(OkxInstrument row) {
        return new InstrumentMapper(row).build();
    }

    private static boolean isInverse(OkxInstrument row) {
        String type = needed("ctType", row.contractType());
        return switch (type) {
            case "linear" -> false;
            case "inverse" -> true;
            default -> throw new IllegalArgumentException("its ctType is '" + type + "'");
        };
    }

    private static <T> T needed(String field, Optional<T> value) {
        return value.orElseThrow(() -> new IllegalArgumentException("its " + field + " is empty"));
    }

    private Instrument build() {
        InstrumentKind kind = kind();
        String state = row.state().orElse("");
        Instrument.Builder instrument = Instrument.builder()
                .symbol(symbol(kind))
                .exchange(ExchangeId.OKX.name())
                .venueSymbol(row.instId())
                .kind(kind)
                .inverse(inverse)
                .status(status(state))
                .rawStatus(state)
                .contractValue(tidy(contractValue))
                .priceFilter(new StepFilter(BigDecimal.ZERO, BigDecimal.ZERO, tidy(positive("tickSz", row.tickSize()))))
                .quantityFilter(lots(row.maxLimitSize()))
                // Of spot this bound is in USDT, which is no quantity.
                .marketQuantityFilter(lots(spot ? Optional.empty() : row.maxMarketSize()))
                // Of spot this is about borrowed coins.
                .maxLeverage(spot ? null : row.maxLeverage().orElse(null))
                .listedAt(row.listTime().orElse(null));
        if (kind == InstrumentKind.FUTURE) {
            instrument.expiresAt(row.expiryTime().orElse(null));
        }
        return instrument.build();
    }

    private InstrumentKind kind() {
        return switch (row.instType()) {
            case SPOT -> InstrumentKind.SPOT;
            case SWAP -> InstrumentKind.PERPETUAL;
            case FUTURES -> InstrumentKind.FUTURE;
            default -> throw new IllegalArgumentException("its instType is " + row.instType());
        };
    }

    /**
     * Derivatives have no base and quote. The contract value is in the coin where linear, and in the quote where inverse; profit is
     * paid in the other one, of the family {@code USD_UM} in {@code USD}, which its prices are in.
     */
    private Symbol symbol(InstrumentKind kind) {
        if (kind == InstrumentKind.SPOT) {
            return Symbol.spot(needed("baseCcy", row.baseCurrency()), needed("quoteCcy", row.quoteCurrency()));
        }
        String settle = needed("settleCcy", row.settleCurrency());
        String valued = needed("ctValCcy", row.contractValueCurrency());
        String base = inverse ? settle : valued;
        String quote = inverse ? valued : settle;
        return kind == InstrumentKind.PERPETUAL
                ? Symbol.perpetual(base, quote, settle)
                : Symbol.future(base, quote, settle, expiry());
    }

    private LocalDate expiry() {
        return LocalDate.ofInstant(needed("expTime", row.expiryTime()), ZoneOffset.UTC);
    }

    /** In base units, of an inverse contract in contracts. A size is a multiple of the lot, whatever the minimum is. */
    private StepFilter lots(Optional<BigDecimal> max) {
        BigDecimal lot = positive("lotSz", row.lotSize());
        BigDecimal least = new StepFilter(BigDecimal.ZERO, BigDecimal.ZERO, lot).up(positive("minSz", row.minSize()));
        return new StepFilter(
                units(least), units(max.filter(size -> size.signum() > 0).orElse(BigDecimal.ZERO)), units(lot));
    }

    private BigDecimal units(BigDecimal size) {
        return tidy(inverse ? size : size.multiply(contractValue));
    }

    private static BigDecimal positive(String field, Optional<BigDecimal> value) {
        return needed(field, value.filter(number -> number.signum() > 0));
    }

    private static BigDecimal tidy(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** Post-only takes some orders, but not the usual ones. */
    static InstrumentStatus status(String state) {
        return switch (state) {
            case "live" -> InstrumentStatus.TRADING;
            case "preopen", "test" -> InstrumentStatus.PENDING;
            case "suspend", "rebase", "post_only" -> InstrumentStatus.HALTED;
            case "settling" -> InstrumentStatus.SETTLING;
            case "expired" -> InstrumentStatus.CLOSED;
            default -> InstrumentStatus.UNKNOWN;
        };
    }
}
