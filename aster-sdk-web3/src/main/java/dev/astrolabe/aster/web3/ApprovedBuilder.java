package dev.astrolabe.aster.web3;

import java.math.BigDecimal;

/**
 * A builder that may take a fee.
 *
 * @param address the builder's address
 * @param maxFeeRate the most it may take, as a part of the notional
 * @param name the wallet's name for it; empty where it has none
 * @param user the account that approved it; empty where the venue does not say
 * @since 0.1
 */
public record ApprovedBuilder(String address, BigDecimal maxFeeRate, String name, String user) {}
