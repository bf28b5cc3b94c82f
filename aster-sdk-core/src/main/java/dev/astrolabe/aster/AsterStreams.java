package dev.astrolabe.aster;

/**
 * Live data beyond the neutral streams (docs: futures, "Websocket Market Streams").
 *
 * @since 0.1
 */
public interface AsterStreams {}
