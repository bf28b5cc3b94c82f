/**
 * For implementers of an exchange: HTTP, rate limits, clock, JSON and redaction. The only package of this module whose signatures carry third-party types.
 */
@NullMarked
package dev.astrolabe.exchange.transport;

import org.jspecify.annotations.NullMarked;
