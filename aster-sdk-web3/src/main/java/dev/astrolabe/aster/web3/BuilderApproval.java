package dev.astrolabe.aster.web3;

import dev.astrolabe.exchange.error.NotSentException;
import java.math.BigDecimal;

/**
 * A builder, through whose program orders come and who may take a fee of them.
 *
 * @param address the builder's address
 * @param maxFeeRate the most it may take, as a part of the notional: from 0 to 0.001
 * @param name the wallet's name for it, not blank
 * @since 0.1
 */
public record BuilderApproval(String address, BigDecimal maxFeeRate, String name) {

    private static final BigDecimal HIGHEST_RATE = new BigDecimal("0.001");

    /**
     * An approval.
     *
     * @param address the builder's address
     * @param maxFeeRate the most it may take, as a part of the notional: from 0 to 0.001
     * @param name the wallet's name for it, not blank
     * @throws NotSentException if the address is none, the rate is out of its range, or the name is blank
     */
    public BuilderApproval {
        address = Addresses.checked("address of the builder", address);
        requireRate(maxFeeRate);
        if (name.isBlank()) {
            throw NotSentException.invalid("the name of builder " + address + " is blank");
        }
    }

    static void requireRate(BigDecimal rate) {
        if (rate.signum() < 0 || rate.compareTo(HIGHEST_RATE) > 0) {
            throw NotSentException.invalid("maxFeeRate " + rate.toPlainString() + " of a builder is not from 0 to "
                    + HIGHEST_RATE.toPlainString());
        }
    }
}
