package dev.astrolabe.simulator.aster;

/** What a call must prove (docs: futures v1, "Endpoint Security Type"). */
enum Security {
    /** Nothing. */
    NONE,
    /** In v1 a key, in v3 nothing. */
    MARKET_DATA,
    /** In v1 a key alone, in v3 a signature. */
    USER_STREAM,
    /** A signature. */
    SIGNED
}
