package dev.astrolabe.aster.web3;

import dev.astrolabe.exchange.ExchangeClient;
import dev.astrolabe.exchange.ExchangeConfig;
import dev.astrolabe.exchange.ExchangeId;
import dev.astrolabe.exchange.ExchangeProvider;
import java.util.Set;

/**
 * Lets {@link dev.astrolabe.exchange.Exchanges} open AsterDex with a wallet's key.
 *
 * @since 0.1
 */
public final class AsterWeb3Provider implements ExchangeProvider {

    /** For the service loader. */
    public AsterWeb3Provider() {}

    @Override
    public ExchangeId exchange() {
        return ExchangeId.ASTERDEX;
    }

    @Override
    public Set<String> credentialNames() {
        return AsterWeb3.CREDENTIALS;
    }

    @Override
    public ExchangeClient open(ExchangeConfig config) {
        return AsterWeb3.client(config);
    }
}
