/**
 * What every venue's data is normalized to: instruments, orders, positions, balances, market data and the requests. Prices are in quote per single coin, quantities in base units, all of them exact decimals.
 */
@NullMarked
package dev.astrolabe.exchange.model;

import org.jspecify.annotations.NullMarked;
