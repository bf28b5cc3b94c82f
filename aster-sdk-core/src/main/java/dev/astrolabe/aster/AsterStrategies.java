package dev.astrolabe.aster;

/**
 * Chases and strategy orders (docs: futures v3, "Strategy Order").
 *
 * @since 0.1
 */
public interface AsterStrategies {}
