package dev.astrolabe.aster.internal;

import dev.astrolabe.aster.AsterStrategies;

/** Chases and strategy orders. */
final class NativeStrategies implements AsterStrategies {}
