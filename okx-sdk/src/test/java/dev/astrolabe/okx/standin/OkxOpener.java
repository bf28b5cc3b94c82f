package dev.astrolabe.okx.standin;

import dev.astrolabe.exchange.Environment;
import dev.astrolabe.exchange.ExchangeClient;
import dev.astrolabe.exchange.ExchangeConfig;
import dev.astrolabe.exchange.ExchangeId;
import dev.astrolabe.exchange.transport.Sleeper;
import dev.astrolabe.okx.Okx;
import java.time.Clock;
import java.util.Map;

/** How a client is opened on a clock of the test. */
public interface OkxOpener {

    /** What the stand-in accepts. */
    Map<String, String> CREDENTIALS =
            Map.of(Okx.API_KEY, Proof.KEY, Okx.SECRET_KEY, Proof.SECRET, Okx.PASSPHRASE, Proof.PASSPHRASE);

    ExchangeClient open(ExchangeConfig config, Clock clock, Sleeper sleeper);

    /** A configuration of a client on a server of the test, without credentials. */
    static ExchangeConfig.Builder config(String baseUrl) {
        return ExchangeConfig.builder(ExchangeId.OKX.name())
                .environment(Environment.DEMO)
                .option(Okx.REGION, "global")
                .option(Okx.BASE_URL, baseUrl);
    }

    /** The same with the credentials that the stand-in accepts. */
    static ExchangeConfig.Builder signed(String baseUrl) {
        ExchangeConfig.Builder builder = config(baseUrl);
        CREDENTIALS.forEach(builder::credential);
        return builder;
    }
}
