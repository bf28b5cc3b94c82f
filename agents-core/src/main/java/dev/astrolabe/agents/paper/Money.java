package dev.astrolabe.agents.paper;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The rounding rules of the paper ledger, in one place. Everything that is not rounded here is exact: products keep all
 * digits, and what a division leaves over stays in the books.
 */
final class Money {

    /** Digits after the point of what a venue charges or pays. */
    private static final int CHARGE_SCALE = 8;

    /** Digits after the point of a share of a cost or a margin. */
    private static final int SHARE_SCALE = 18;

    private Money() {}

    /** A fee: rounded against the account, up where it is paid and down where it is a rebate. */
    static BigDecimal fee(BigDecimal notional, BigDecimal rate) {
        return notional.multiply(rate).setScale(CHARGE_SCALE, RoundingMode.CEILING);
    }

    /** A funding payment on a notional with the sign of its position: positive is received. */
    static BigDecimal funding(BigDecimal signedNotional, BigDecimal rate) {
        return signedNotional.negate().multiply(rate).setScale(CHARGE_SCALE, RoundingMode.HALF_EVEN);
    }

    /** The part of a whole that belongs to a part of a quantity; all of it, exactly, where the part is the quantity. */
    static BigDecimal share(BigDecimal whole, BigDecimal part, BigDecimal quantity) {
        return part.compareTo(quantity) == 0
                ? whole
                : whole.multiply(part).divide(quantity, SHARE_SCALE, RoundingMode.HALF_EVEN);
    }

    /** An amount of quote in coins at a price; half-even, so that it is as large for a long as for a short. */
    static BigDecimal quotient(BigDecimal quote, BigDecimal price) {
        return quote.divide(price, SHARE_SCALE, RoundingMode.HALF_EVEN);
    }

    /** The initial margin of a notional, rounded up. */
    static BigDecimal initialMargin(BigDecimal notional, int leverage) {
        return notional.divide(BigDecimal.valueOf(leverage), CHARGE_SCALE, RoundingMode.UP);
    }

    /** A quotient for display: 16 digits, never used in the books. */
    static BigDecimal ratio(BigDecimal dividend, BigDecimal divisor) {
        return plain(dividend.divide(divisor, MathContext.DECIMAL64));
    }

    /** The same number without trailing zeros, and never with an exponent. */
    static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
