package dev.astrolabe.okx.model;

/**
 * A channel that tells an order book. (docs: OKX v5, "Order book channel")
 *
 * @since 0.1
 */
public enum OkxBookChannel {
    /** 400 levels: a snapshot, then changes every 100 ms. */
    BOOKS("books", false),
    /** 5 levels, each message whole, every 100 ms. */
    BOOKS5("books5", false),
    /** The best level, each message whole, every 10 ms. */
    BBO_TBT("bbo-tbt", false),
    /** 400 levels: a snapshot, then changes every 10 ms; for fee level VIP 4 and above, with a login. Not beside another of these. */
    BOOKS_L2_TBT("books-l2-tbt", true),
    /** 50 levels: a snapshot, then changes every 10 ms; for fee level VIP 4 and above, with a login. */
    BOOKS50_L2_TBT("books50-l2-tbt", true);

    private final String code;
    private final boolean needsLogin;

    OkxBookChannel(String code, boolean needsLogin) {
        this.code = code;
        this.needsLogin = needsLogin;
    }

    /**
     * The venue's name of it.
     *
     * @return such as {@code books5}
     */
    public String code() {
        return code;
    }

    /**
     * Whether it is told to some accounts only.
     *
     * @return true if so
     */
    public boolean needsLogin() {
        return needsLogin;
    }
}
