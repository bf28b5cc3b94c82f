package dev.astrolabe.examples.quickstart;

import dev.astrolabe.aster.hmac.AsterHmac;
import dev.astrolabe.aster.web3.AsterWeb3;
import dev.astrolabe.exchange.ExchangeClient;
import dev.astrolabe.exchange.ExchangeConfig;
import java.util.Map;

/**
 * Opens a client with the keys of the environment: a wallet's key for v3, else key and secret for v1, else none, which is enough
 * for public data.
 */
record Keys(Map<String, String> environment) {

    static final String PRIVATE_KEY = "ASTER_PRIVATE_KEY";
    static final String SIGNER = "ASTER_SIGNER";
    static final String USER = "ASTER_USER";
    static final String API_KEY = "ASTER_API_KEY";
    static final String API_SECRET = "ASTER_API_SECRET";

    boolean present() {
        return environment.containsKey(PRIVATE_KEY) || environment.containsKey(API_KEY);
    }

    ExchangeClient open(ExchangeConfig.Builder config) {
        if (environment.containsKey(PRIVATE_KEY)) {
            config.credential("privateKey", value(PRIVATE_KEY));
            if (environment.containsKey(SIGNER)) {
                config.option("signer", value(SIGNER));
            }
            if (environment.containsKey(USER)) {
                config.option("user", value(USER));
            }
            return AsterWeb3.client(config.build());
        }
        if (environment.containsKey(API_KEY)) {
            return AsterHmac.client(config.credential("apiKey", value(API_KEY))
                    .credential("secretKey", value(API_SECRET))
                    .build());
        }
        return AsterWeb3.client(config.build());
    }

    private String value(String name) {
        return environment.getOrDefault(name, "");
    }
}
