package dev.astrolabe.aster.hmac;

import dev.astrolabe.exchange.ExchangeClient;
import dev.astrolabe.exchange.ExchangeConfig;
import dev.astrolabe.exchange.ExchangeId;
import dev.astrolabe.exchange.ExchangeProvider;
import java.util.Set;

/**
 * Lets {@link dev.astrolabe.exchange.Exchanges} open AsterDex with an API key and its secret.
 *
 * @since 0.1
 */
public final class AsterHmacProvider implements ExchangeProvider {

    /** For the service loader. */
    public AsterHmacProvider() {}

    @Override
    public ExchangeId exchange() {
        return ExchangeId.ASTERDEX;
    }

    @Override
    public Set<String> credentialNames() {
        return AsterHmac.CREDENTIALS;
    }

    @Override
    public ExchangeClient open(ExchangeConfig config) {
        return AsterHmac.client(config);
    }
}
