package dev.astrolabe.aster.standin;

import dev.astrolabe.exchange.Environment;
import dev.astrolabe.exchange.ExchangeClient;
import dev.astrolabe.exchange.ExchangeConfig;
import dev.astrolabe.exchange.ExchangeId;
import dev.astrolabe.exchange.transport.Sleeper;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/** A version of the API as its tests need it: where it lives, how it checks who calls, and how a client of it is opened. */
public interface ApiVersion {

    Family family();

    /** A proof that has seen nothing yet. */
    Proof proof();

    /** For how long after its signing the venue executes a request of a client with default settings. */
    Duration window();

    /** What the proof accepts. */
    Map<String, String> credentials();

    /** What a client takes, and the proof does not. */
    Map<String, String> strangersCredentials();

    /** The headers of every call that is not public. */
    Map<String, String> headers();

    /** What stands behind the parameters of a signed call at {@link dev.astrolabe.exchange.testkit.FakeClock#START}. */
    String proofPattern();

    ExchangeClient open(ExchangeConfig config, Clock clock, Sleeper sleeper);

    /** A configuration of a client on a server of the test, without credentials. */
    default ExchangeConfig.Builder config(String baseUrl) {
        return ExchangeConfig.builder(ExchangeId.ASTERDEX.name())
                .environment(Environment.DEMO)
                .option("baseUrl", baseUrl);
    }

    /** The same with the credentials that the proof accepts. */
    default ExchangeConfig.Builder signed(String baseUrl) {
        ExchangeConfig.Builder builder = config(baseUrl);
        credentials().forEach(builder::credential);
        return builder;
    }
}
