package dev.astrolabe.okx;

/**
 * Where the account is registered, which decides the hosts. A key works only there; elsewhere the answer is code 50119. (docs: OKX
 * v5, "Production Trading Services" and "Demo Trading Services")
 *
 * @since 0.1
 */
public enum OkxRegion {
    /** Registered at {@code www.okx.com}. */
    GLOBAL("openapi", "ws", "wspap"),
    /** European Economic Area, registered at {@code my.okx.com}. */
    EEA("eea", "wseea", "wseeapap"),
    /** United States and Australia, registered at {@code app.okx.com}. */
    US("us", "wsus", "wsuspap"),
    /** Türkiye, registered at {@code tr.okx.com}. Its stream hosts are not published: set the option. */
    TR("tr", "", "");

    private final String rest;
    private final String stream;
    private final String demoStream;

    OkxRegion(String rest, String stream, String demoStream) {
        this.rest = rest;
        this.stream = stream;
        this.demoStream = demoStream;
    }

    /**
     * Where REST calls go, of demo trading too.
     *
     * @return scheme and host
     */
    public String restUrl() {
        return "https://" + rest + ".okx.com";
    }

    /**
     * Where the streams of live trading are.
     *
     * @return scheme and host, on port 443; empty where it is not known
     */
    public String streamUrl() {
        return socket(stream);
    }

    /**
     * Where the streams of demo trading are.
     *
     * @return scheme and host, on port 443; empty where it is not known
     */
    public String demoStreamUrl() {
        return socket(demoStream);
    }

    private static String socket(String host) {
        return host.isEmpty() ? "" : "wss://" + host + ".okx.com";
    }
}
