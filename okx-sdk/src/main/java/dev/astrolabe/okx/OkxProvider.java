package dev.astrolabe.okx;

import dev.astrolabe.exchange.ExchangeClient;
import dev.astrolabe.exchange.ExchangeConfig;
import dev.astrolabe.exchange.ExchangeId;
import dev.astrolabe.exchange.ExchangeProvider;
import java.util.Set;

/**
 * Lets {@link dev.astrolabe.exchange.Exchanges} open OKX.
 *
 * @since 0.1
 */
public final class OkxProvider implements ExchangeProvider {

    /** For the service loader. */
    public OkxProvider() {}

    @Override
    public ExchangeId exchange() {
        return ExchangeId.OKX;
    }

    @Override
    public Set<String> credentialNames() {
        return Okx.CREDENTIALS;
    }

    @Override
    public ExchangeClient open(ExchangeConfig config) {
        return Okx.client(config);
    }
}
