/** A small AsterDex behind HTTP, for the tests of every client of it. */
package dev.astrolabe.aster.standin;
