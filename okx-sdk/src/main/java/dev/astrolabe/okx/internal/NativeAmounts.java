package dev.astrolabe.okx.internal;

import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.StepFilter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks prices and contracts of native requests, inside their exits too, against tick and lot before anything is sent. */
final class NativeAmounts {

    private static final Set<String> SIZES = Set.of("sz", "newSz", "szLimit");
    private static final Set<String> PRICES = Set.of(
            "px",
            "newPx",
            "triggerPx",
            "orderPx",
            "newTriggerPx",
            "newOrdPx",
            "activePx",
            "pxLimit",
            "tpTriggerPx",
            "tpOrdPx",
            "slTriggerPx",
            "slOrdPx",
            "newTpTriggerPx",
            "newTpOrdPx",
            "newSlTriggerPx",
            "newSlOrdPx");
    private static final String QUOTE_SIZED = "quote_ccy";

    private final Instrument instrument;

    private NativeAmounts(Instrument instrument) {
        this.instrument = instrument;
    }

    static void check(Map<?, ?> values, Instrument instrument) {
        new NativeAmounts(instrument).check(values);
    }

    private void check(Map<?, ?> values) {
        boolean inQuote = QUOTE_SIZED.equals(values.get("tgtCcy"));
        values.forEach((name, value) -> {
            if (value instanceof List<?> exits) {
                exits.forEach(each -> check((Map<?, ?>) each));
            } else if (PRICES.contains(name.toString())) {
                price(name.toString(), new BigDecimal(value.toString()));
            } else if (SIZES.contains(name.toString()) && !inQuote) {
                size(name.toString(), new BigDecimal(value.toString()));
            }
        });
    }

    /** -1 stands for the market, and 0 takes a leg away. */
    private void price(String name, BigDecimal price) {
        StepFilter filter = instrument.priceFilter();
        if (price.signum() > 0 && !filter.onStep(price)) {
            throw refusal(name, price, "not a multiple of the tick size", filter.step(), filter.nearestValid(price));
        }
    }

    /** Filters are in base units, of an inverse instrument in contracts. */
    private void size(String name, BigDecimal contracts) {
        StepFilter filter = instrument.quantityFilter();
        BigDecimal amount = instrument.inverse() ? contracts : instrument.fromContracts(contracts);
        BigDecimal nearest = contracts(filter.nearestValid(amount));
        if (amount.compareTo(filter.min()) < 0) {
            throw refusal(name, contracts, "below the minimum", contracts(filter.min()), nearest);
        }
        if (!filter.onStep(amount)) {
            throw refusal(name, contracts, "not a multiple of the lot size", contracts(filter.step()), nearest);
        }
    }

    private BigDecimal contracts(BigDecimal amount) {
        return instrument.inverse() ? amount : instrument.toContracts(amount);
    }

    private NotSentException refusal(String name, BigDecimal value, String bound, BigDecimal of, BigDecimal nearest) {
        return NotSentException.invalid(name + " " + value.toPlainString() + " of " + instrument.symbol() + " is "
                + bound + " " + of.toPlainString() + "; nearest is " + nearest.toPlainString());
    }
}
