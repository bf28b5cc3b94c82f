package dev.astrolabe.simulator.okx;

/** The venue says no: to a whole request, or to one order of it. */
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Code code;

    Refused(Code code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    Code code() {
        return code;
    }

    String words() {
        String message = getMessage();
        return message == null ? "" : message;
    }

    /** Where the venue tells one code apart further. */
    String subCode() {
        return code == Code.FUNDS ? "1001" : "";
    }
}
