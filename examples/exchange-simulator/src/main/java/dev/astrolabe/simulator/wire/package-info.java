/**
 * What a protocol is to the server that carries it: requests, answers, sockets.
 */
@NullMarked
package dev.astrolabe.simulator.wire;

import org.jspecify.annotations.NullMarked;
