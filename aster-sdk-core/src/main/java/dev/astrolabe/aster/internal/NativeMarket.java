package dev.astrolabe.aster.internal;

import dev.astrolabe.aster.AsterMarket;

/** Public market data in the venue's own calls. */
final class NativeMarket implements AsterMarket {}
