package dev.astrolabe.aster.standin;

/** A refusal with a code of the venue. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    final int code;

    public Refusal(int code, String message) {
        super(message);
        this.code = code;
    }
}
