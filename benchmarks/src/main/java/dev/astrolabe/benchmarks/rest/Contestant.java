package dev.astrolabe.benchmarks.rest;

import java.math.BigDecimal;

/** Somebody who asks OKX for the balance of an account, signed, and reads what it holds. Safe for any thread. */
interface Contestant extends AutoCloseable {

    /** Asks, and gives the equity of the currency USDT. */
    BigDecimal equity() throws Exception;

    @Override
    void close();

    /** A contestant by its name on the command line, calling an address. */
    static Contestant of(String name, String baseUrl) {
        return switch (name) {
            case "astrolabe" -> new AstrolabeContestant(baseUrl);
            case "okhttp" -> new OkHttpContestant(baseUrl);
            case "xchange" -> new XChangeContestant(baseUrl);
            default -> throw new IllegalArgumentException("contestant '" + name + "' is none");
        };
    }
}
