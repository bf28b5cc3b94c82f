package dev.astrolabe.agents.indicator;

/** One closed bar as the tests feed it. */
record Bar(double open, double high, double low, double close, double volume) {

    /** A bar of which only the close matters. */
    static Bar at(double close) {
        return new Bar(close, close, close, close, 1);
    }

    Bar times(double factor) {
        return new Bar(open * factor, high * factor, low * factor, close * factor, volume * factor);
    }
}
