package dev.astrolabe.okx.standin;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** A connection of a socket. Guarded by the stand-in. */
final class Peer {

    final String path;
    final String connId;
    final Set<Map<String, String>> args = new LinkedHashSet<>();
    boolean loggedIn;

    Peer(String path, String connId) {
        this.path = path;
        this.connId = connId;
    }
}
