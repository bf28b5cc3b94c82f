/**
 * Live data: subscriptions, events, overflow policy and connection states.
 */
@NullMarked
package dev.astrolabe.exchange.stream;

import org.jspecify.annotations.NullMarked;
