package dev.astrolabe.examples.desk.market;

/** An error as the venue tells it. */
final class VenueError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final int code;

    private VenueError(int status, int code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    static VenueError badSymbol() {
        return new VenueError(400, -1121, "Invalid symbol.");
    }

    static VenueError badInterval() {
        return new VenueError(400, -1120, "Invalid interval.");
    }

    static VenueError missing(String parameter) {
        return new VenueError(
                400, -1102, "Mandatory parameter '" + parameter + "' was not sent, was empty/null, or malformed.");
    }

    static VenueError illegal(String parameter) {
        return new VenueError(400, -1100, "Illegal characters found in parameter '" + parameter + "'.");
    }

    static VenueError invalid(String parameter) {
        return new VenueError(400, -1130, "Data sent for parameter '" + parameter + "' is not valid.");
    }

    static VenueError badDepth(int limit) {
        return new VenueError(400, -4021, limit + " is not valid depth limit");
    }

    static VenueError unknownPath(String method, String path) {
        return new VenueError(404, -5000, "Path " + path + ", Method " + method + " is invalid");
    }

    int status() {
        return status;
    }

    int code() {
        return code;
    }
}
