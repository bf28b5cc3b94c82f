/**
 * HTTP and WebSocket over Jetty: the wire port and the control port.
 */
@NullMarked
package dev.astrolabe.simulator.server;

import org.jspecify.annotations.NullMarked;
