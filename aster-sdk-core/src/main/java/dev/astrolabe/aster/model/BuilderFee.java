package dev.astrolabe.aster.model;

import dev.astrolabe.exchange.error.NotSentException;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * What an order pays to the builder of the program that sent it, on top of the venue's fee. The account approves a builder
 * and its highest rate beforehand (docs: futures v3, "Place Strategy Order", and the demo of aster code).
 *
 * @param address the builder's address, {@code 0x} and 40 hexadecimal digits
 * @param feeRate a ratio of the notional, from 0: 0.00001 is 0.1 basis points
 * @since 0.1
 */
public record BuilderFee(String address, BigDecimal feeRate) {

    private static final Pattern ADDRESS = Pattern.compile("0x[0-9a-fA-F]{40}");

    /**
     * Checks both.
     *
     * @param address the builder's address, {@code 0x} and 40 hexadecimal digits
     * @param feeRate a ratio of the notional, from 0: 0.00001 is 0.1 basis points
     * @throws NotSentException if the address is none, or the rate is negative
     */
    public BuilderFee {
        if (!ADDRESS.matcher(address).matches()) {
            throw NotSentException.invalid("builder '" + address + "' is not 0x and 40 hexadecimal digits");
        }
        if (feeRate.signum() < 0) {
            throw NotSentException.invalid(
                    "fee rate " + feeRate.toPlainString() + " of builder " + address + " is below 0; nearest is 0");
        }
    }

    @Override
    public String toString() {
        return "BuilderFee[" + address + " " + feeRate.toPlainString() + "]";
    }
}
