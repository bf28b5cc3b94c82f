package dev.astrolabe.aster;

/**
 * Keys of the user stream (docs: futures, "User Data Streams").
 *
 * @since 0.1
 */
public interface AsterListenKeys {}
