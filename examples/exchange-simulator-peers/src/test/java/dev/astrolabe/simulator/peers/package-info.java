/**
 * Clients that are not ours, ccxt and XChange, trade on the simulator with nothing but addresses and keys changed, and what they read is
 * compared with what our own clients read at the same moment. See docs/simulator-peers.md.
 */
package dev.astrolabe.simulator.peers;
