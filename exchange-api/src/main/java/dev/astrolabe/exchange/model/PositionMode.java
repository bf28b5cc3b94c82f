package dev.astrolabe.exchange.model;

/**
 * Whether an account nets its fills of an instrument into one position, or keeps a long and a short one.
 *
 * @since 0.1
 */
public enum PositionMode {
    /** One signed position an instrument. */
    ONE_WAY,
    /** A LONG and a SHORT slot an instrument; every order names its slot. */
    HEDGE
}
