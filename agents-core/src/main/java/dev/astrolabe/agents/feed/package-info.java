/**
 * Where the market data of a trading session comes from: recorded candles, or the clients of one or several exchanges.
 */
@NullMarked
package dev.astrolabe.agents.feed;

import org.jspecify.annotations.NullMarked;
