package dev.astrolabe.aster;

/**
 * Public market data of AsterDex futures (docs: futures, "Market Data Endpoints").
 *
 * @since 0.1
 */
public interface AsterMarket {}
