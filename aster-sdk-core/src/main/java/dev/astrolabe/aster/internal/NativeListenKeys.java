package dev.astrolabe.aster.internal;

import dev.astrolabe.aster.AsterListenKeys;

/** Keys of the user stream. */
final class NativeListenKeys implements AsterListenKeys {}
