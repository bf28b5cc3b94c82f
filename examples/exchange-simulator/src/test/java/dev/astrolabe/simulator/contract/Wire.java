package dev.astrolabe.simulator.contract;

import dev.astrolabe.aster.hmac.AsterHmac;
import dev.astrolabe.aster.hmac.HmacOnClock;
import dev.astrolabe.aster.web3.AsterWeb3;
import dev.astrolabe.aster.web3.Web3OnClock;
import dev.astrolabe.exchange.Environment;
import dev.astrolabe.exchange.ExchangeClient;
import dev.astrolabe.exchange.ExchangeConfig;
import dev.astrolabe.exchange.ExchangeId;
import dev.astrolabe.exchange.transport.Sleeper;
import dev.astrolabe.okx.Okx;
import dev.astrolabe.okx.OkxOnClock;
import dev.astrolabe.simulator.ExchangeSimulator;
import dev.astrolabe.simulator.SimulatedAccount;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Map;
import org.web3j.crypto.Credentials;

/** A protocol of the simulator, and our client of it. */
public enum Wire {
    ASTER_V1("aster-v1"),
    ASTER_V3("aster-v3"),
    OKX_V5("okx-v5");

    private static final String USER_KEY = "0x" + "5a".repeat(32);
    private static final String AGENT_KEY = "0x" + "6b".repeat(32);

    private final String protocol;

    Wire(String protocol) {
        this.protocol = protocol;
    }

    /** As faults and the journal call it. */
    public String protocol() {
        return protocol;
    }

    /** The venue that speaks it. */
    public ExchangeId exchange() {
        return this == OKX_V5 ? ExchangeId.OKX : ExchangeId.ASTERDEX;
    }

    /** An account with credentials of this protocol. */
    public SimulatedAccount account(String id, String asset, BigDecimal deposit) {
        SimulatedAccount.Builder account = SimulatedAccount.builder(id).deposit(asset, deposit);
        return switch (this) {
            case ASTER_V1 -> account.hmac("key-of-" + id, "secret-of-" + id).build();
            case ASTER_V3 ->
                account.wallet(addressOf(USER_KEY), addressOf(AGENT_KEY)).build();
            case OKX_V5 ->
                account.okx("key-of-" + id, "secret-of-" + id, "passphrase-of-" + id)
                        .build();
        };
    }

    private static String addressOf(String key) {
        return Credentials.create(key).getAddress();
    }

    /** A signed client of that account. */
    public ExchangeClient open(ExchangeSimulator simulator, String id, Clock clock, Sleeper sleeper) {
        return open(simulator.baseUrl(), simulator.streamUrl(), id, clock, sleeper);
    }

    /** A signed client of that account at a simulator in another process. */
    public ExchangeClient open(String baseUrl, String streamUrl, String id, Clock clock, Sleeper sleeper) {
        ExchangeConfig.Builder config = ExchangeConfig.builder(exchange().name())
                .environment(Environment.LIVE)
                .option("baseUrl", baseUrl)
                .option("streamUrl", streamUrl);
        return switch (this) {
            case ASTER_V1 -> {
                Map.of(AsterHmac.API_KEY, "key-of-" + id, AsterHmac.SECRET_KEY, "secret-of-" + id)
                        .forEach(config::credential);
                yield HmacOnClock.open(config.build(), clock, sleeper);
            }
            case ASTER_V3 -> {
                config.credential(AsterWeb3.PRIVATE_KEY, AGENT_KEY).option(AsterWeb3.USER, addressOf(USER_KEY));
                yield Web3OnClock.open(config.build(), clock, sleeper);
            }
            case OKX_V5 -> {
                Map.of(
                                Okx.API_KEY,
                                "key-of-" + id,
                                Okx.SECRET_KEY,
                                "secret-of-" + id,
                                Okx.PASSPHRASE,
                                "passphrase-of-" + id)
                        .forEach(config::credential);
                config.option(Okx.REGION, "global");
                yield OkxOnClock.open(config.build(), clock, sleeper);
            }
        };
    }
}
