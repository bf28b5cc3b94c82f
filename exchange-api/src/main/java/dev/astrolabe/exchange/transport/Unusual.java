package dev.astrolabe.exchange.transport;

/**
 * What stands in the JSON is not what a fast reader reads. It is no verdict: the plain reader, {@link Json}, reads the same bytes
 * and decides whether they are an error. It has no stack trace, for it is an ordinary way to go on.
 *
 * @since 0.1
 */
public final class Unusual extends Exception {

    private static final long serialVersionUID = 1L;

    /** Says that the plain reader has to read it. */
    public Unusual() {
        super("not read here", null, false, false);
    }
}
