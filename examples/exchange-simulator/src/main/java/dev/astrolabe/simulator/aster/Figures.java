package dev.astrolabe.simulator.aster;

import dev.astrolabe.exchange.model.Instrument;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as the venue writes them: texts without exponent, prices and quantities in its own units. */
final class Figures {

    /** Digits of money. */
    private static final int MONEY = 8;

    /** Digits of an average price beyond those of the tick. */
    private static final int FINER = 5;

    private Figures() {}

    static String plain(BigDecimal value) {
        return number(value).toPlainString();
    }

    /** Written as a JSON number: without trailing zeros and without exponent. */
    static BigDecimal number(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    static String money(BigDecimal value) {
        return value.setScale(MONEY, RoundingMode.HALF_EVEN).toPlainString();
    }

    /** A price of a market, with the digits of its tick. */
    static String price(Instrument instrument, BigDecimal neutral) {
        return atLeast(instrument.toVenuePrice(neutral), priceDigits(instrument));
    }

    /** A mark or index price, which is on no tick. */
    static String fine(Instrument instrument, BigDecimal neutral) {
        return instrument
                .toVenuePrice(neutral)
                .setScale(MONEY, RoundingMode.HALF_EVEN)
                .toPlainString();
    }

    /** An average, which is on no tick. */
    static String average(Instrument instrument, BigDecimal neutral) {
        int digits = priceDigits(instrument) + FINER;
        return instrument
                .toVenuePrice(neutral)
                .setScale(digits, RoundingMode.HALF_EVEN)
                .toPlainString();
    }

    /** A quantity of a market, with the digits of its step. */
    static String quantity(Instrument instrument, BigDecimal base) {
        return atLeast(instrument.toContracts(base), quantityDigits(instrument));
    }

    static int priceDigits(Instrument instrument) {
        return digits(instrument.toVenuePrice(instrument.tickSize()));
    }

    static int quantityDigits(Instrument instrument) {
        return digits(instrument.toContracts(instrument.lotSize()));
    }

    static int digits(BigDecimal value) {
        return Math.max(value.stripTrailingZeros().scale(), 0);
    }

    private static String atLeast(BigDecimal value, int digits) {
        BigDecimal plain = number(value);
        return (plain.scale() < digits ? plain.setScale(digits) : plain).toPlainString();
    }
}
