/** A small OKX v5 on the loopback, and the contracts that a client of it keeps. */
package dev.astrolabe.okx.standin;
