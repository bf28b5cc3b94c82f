package dev.astrolabe.examples.quickstart;

import dev.astrolabe.aster.hmac.AsterHmac;
import dev.astrolabe.aster.web3.AsterWeb3;
import dev.astrolabe.exchange.ExchangeClient;
import dev.astrolabe.exchange.ExchangeConfig;
import dev.astrolabe.exchange.ExchangeId;
import dev.astrolabe.okx.Okx;
import java.util.Map;
import java.util.Optional;

/**
 * Opens a client with the keys of the environment: for AsterDex a wallet's key for v3, else key and secret for v1; for OKX key, secret
 * and passphrase, and where the account is registered. Without keys a client for public data.
 */
record Keys(Map<String, String> environment) {

    static final String PRIVATE_KEY = "ASTER_PRIVATE_KEY";
    static final String SIGNER = "ASTER_SIGNER";
    static final String USER = "ASTER_USER";
    static final String API_KEY = "ASTER_API_KEY";
    static final String API_SECRET = "ASTER_SECRET_KEY";
    static final String OKX_API_KEY = "OKX_API_KEY";
    static final String OKX_SECRET_KEY = "OKX_SECRET_KEY";
    static final String OKX_PASSPHRASE = "OKX_PASSPHRASE";
    static final String OKX_REGION = "OKX_REGION";

    boolean present(ExchangeId exchange) {
        return exchange.equals(ExchangeId.OKX)
                ? environment.containsKey(OKX_API_KEY)
                : environment.containsKey(PRIVATE_KEY) || environment.containsKey(API_KEY);
    }

    ExchangeClient open(ExchangeId exchange, ExchangeConfig.Builder config) {
        if (exchange.equals(ExchangeId.OKX)) {
            return okx(config);
        }
        if (environment.containsKey(PRIVATE_KEY)) {
            config.credential("privateKey", value(PRIVATE_KEY));
            option(SIGNER, "signer", config);
            option(USER, "user", config);
            return AsterWeb3.client(config.build());
        }
        if (environment.containsKey(API_KEY)) {
            return AsterHmac.client(config.credential("apiKey", value(API_KEY))
                    .credential("secretKey", value(API_SECRET))
                    .build());
        }
        return AsterWeb3.client(config.build());
    }

    private ExchangeClient okx(ExchangeConfig.Builder config) {
        option(OKX_REGION, Okx.REGION, config);
        if (environment.containsKey(OKX_API_KEY)) {
            config.credential(Okx.API_KEY, value(OKX_API_KEY))
                    .credential(Okx.SECRET_KEY, value(OKX_SECRET_KEY))
                    .credential(Okx.PASSPHRASE, value(OKX_PASSPHRASE));
        }
        return Okx.client(config.build());
    }

    private void option(String variable, String name, ExchangeConfig.Builder config) {
        Optional.ofNullable(environment.get(variable)).ifPresent(text -> config.option(name, text));
    }

    private String value(String name) {
        return environment.getOrDefault(name, "");
    }
}
