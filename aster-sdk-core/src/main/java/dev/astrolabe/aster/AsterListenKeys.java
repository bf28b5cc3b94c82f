package dev.astrolabe.aster;

import dev.astrolabe.aster.model.ListenKey;

/**
 * Keys of the user stream (docs: futures, "User Data Streams"). On v1 the calls need the API key alone, on v3 a signature. An
 * account has one key at a time, also where several clients share it.
 *
 * @since 0.1
 */
public interface AsterListenKeys {

    /**
     * Asks for a key (docs: futures, "Start User Data Stream").
     *
     * @return the active one, if there is one, with its life extended; it lives 60 minutes
     */
    ListenKey start();

    /** Extends the life of the active key by 60 minutes (docs: futures, "Keepalive User Data Stream"). */
    void keepAlive();

    /** Ends the active key, and every stream that was opened with it (docs: futures, "Close User Data Stream"). */
    void close();
}
