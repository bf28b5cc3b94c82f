package dev.astrolabe.aster.standin;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Where the calls of a version of the API live: the names are the same, some paths are not. */
public enum Family {
    /** Signed by HMAC. */
    V1("/fapi/v1/", "/fapi/v2/", "/fapi/v4/account"),
    /** Signed by a wallet. */
    V3("/fapi/v3/", "/fapi/v3/", "/fapi/v3/accountWithJoinMargin");

    private static final Set<String> ONLY_IN_V3 = Set.of("PUT order", "POST noop", "GET stpMode", "POST stpMode");

    private final String prefix;
    private final String holdings;
    private final String account;

    Family(String prefix, String holdings, String account) {
        this.prefix = prefix;
        this.holdings = holdings;
        this.account = account;
    }

    /** Where a call is: {@code order}, {@code ticker/24hr}, {@code account}. */
    public String path(String name) {
        return switch (name) {
            case "account" -> account;
            case "balance", "positionRisk" -> holdings + name;
            default -> prefix + name;
        };
    }

    /** Verb and name of the call at a path; empty where this version has none there. */
    Optional<String> call(String method, String path) {
        return Stream.of("account", after(holdings, path), after(prefix, path))
                .filter(name -> path(name).equals(path))
                .findFirst()
                .map(name -> method + " " + name)
                .filter(call -> this == V3 || !ONLY_IN_V3.contains(call));
    }

    private static String after(String start, String path) {
        return path.startsWith(start) ? path.substring(start.length()) : "";
    }
}
