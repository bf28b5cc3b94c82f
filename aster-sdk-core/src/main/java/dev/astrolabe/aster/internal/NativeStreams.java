package dev.astrolabe.aster.internal;

import dev.astrolabe.aster.AsterStreams;

/** Live data beyond the neutral streams. */
final class NativeStreams implements AsterStreams {}
