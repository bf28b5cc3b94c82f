package dev.astrolabe.aster.internal;

import dev.astrolabe.exchange.transport.Access;

/**
 * Where the calls live. The versions have the same calls and payloads; they differ in the number, in where balance,
 * account and positions stand, and in what some calls need (docs: futures v1 and v3).
 *
 * @since 0.1
 */
public enum PathFamily {
    /** The HMAC-signed API. */
    V1("/fapi/v1/", "/fapi/v2/balance", "/fapi/v4/account", "/fapi/v2/positionRisk", Access.API_KEY),
    /** The API signed by a wallet. */
    V3("/fapi/v3/", "/fapi/v3/balance", "/fapi/v3/accountWithJoinMargin", "/fapi/v3/positionRisk", Access.PUBLIC);

    private final String prefix;
    private final String balance;
    private final String account;
    private final String positionRisk;
    private final Access historicalTrades;

    PathFamily(String prefix, String balance, String account, String positionRisk, Access historicalTrades) {
        this.prefix = prefix;
        this.balance = balance;
        this.account = account;
        this.positionRisk = positionRisk;
        this.historicalTrades = historicalTrades;
    }

    /** The path of a call that has the same name in both versions. */
    String of(String name) {
        return prefix + name;
    }

    String balance() {
        return balance;
    }

    String account() {
        return account;
    }

    String positionRisk() {
        return positionRisk;
    }

    /** Old trades need a key in v1 and nothing in v3. */
    Access historicalTrades() {
        return historicalTrades;
    }

    /** What may still be opened belongs to the account in v1, to the instrument alone in v3. */
    Access openableNotional() {
        return this == V1 ? Access.SIGNED : Access.PUBLIC;
    }

    /** Keys of the user stream need no signature in v1 (docs: futures, "Endpoint Security Type"). */
    Access userStream() {
        return this == V1 ? Access.API_KEY : Access.SIGNED;
    }

    /** Calls that were added to the newer version only stand under its prefix in either family. */
    static String onlyInV3(String name) {
        return V3.prefix + name;
    }

    /** Whether this version has a call of that path. */
    boolean has(String path) {
        return this == V3 || !path.startsWith(V3.prefix);
    }
}
