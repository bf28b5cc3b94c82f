package dev.astrolabe.okx.standin;

/** A refusal with a code of the venue: of a whole request, or of one item of it. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    final int status;
    final String code;
    final boolean item;

    private Refusal(int status, String code, String message, boolean item) {
        super(message);
        this.status = status;
        this.code = code;
        this.item = item;
    }

    /** Of a whole request. */
    static Refusal of(String code, String message) {
        return new Refusal(200, code, message, false);
    }

    /** Of a whole request, with an HTTP status of its own. */
    static Refusal of(int status, String code, String message) {
        return new Refusal(status, code, message, false);
    }

    /** Of an order, which is told in its row. */
    static Refusal item(String code, String message) {
        return new Refusal(200, code, message, true);
    }

    /** A parameter that is wrong. */
    static Refusal parameter(String name) {
        return item("51000", "Parameter " + name + " error");
    }
}
