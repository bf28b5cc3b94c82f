package dev.astrolabe.simulator.server;

/** A request to the control port that cannot be served, with a message for the caller. */
final class ControlRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    private ControlRefusal(int status, String message) {
        super(message);
        this.status = status;
    }

    static ControlRefusal invalid(String field, String value, String allowed) {
        return new ControlRefusal(400, field + " '" + value + "' is not allowed; allowed is " + allowed);
    }

    static ControlRefusal missing(String field, String allowed) {
        return new ControlRefusal(400, field + " is missing; allowed is " + allowed);
    }

    static ControlRefusal refused(String message) {
        return new ControlRefusal(400, message);
    }

    static ControlRefusal unknown(String message) {
        return new ControlRefusal(404, message);
    }

    int status() {
        return status;
    }
}
