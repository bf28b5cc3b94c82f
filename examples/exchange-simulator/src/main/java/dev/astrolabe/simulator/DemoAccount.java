package dev.astrolabe.simulator;

import java.math.BigDecimal;
import java.util.Map;
import org.web3j.crypto.Credentials;

/**
 * The account that a simulator opens where none is asked for. Its credentials are known to everybody and good for nothing else.
 *
 * @since 0.1
 */
public final class DemoAccount {

    /** Its id. */
    public static final String ID = "demo";

    /** Its AsterDex v1 key. */
    public static final String HMAC_KEY = "demo-key";

    /** What signs AsterDex v1 requests. */
    public static final String HMAC_SECRET = "demo-secret";

    /** The private key of its AsterDex v3 main wallet. */
    public static final String MAIN_PRIVATE_KEY = "0x" + "11".repeat(32);

    /** The private key of the agent that signs its AsterDex v3 requests. */
    public static final String AGENT_PRIVATE_KEY = "0x" + "22".repeat(32);

    /** Its OKX key. */
    public static final String OKX_KEY = "demo-okx-key";

    /** What signs OKX requests. */
    public static final String OKX_SECRET = "demo-okx-secret";

    /** The passphrase of the OKX key. */
    public static final String OKX_PASSPHRASE = "demo-passphrase";

    private DemoAccount() {}

    /**
     * The address of its AsterDex v3 main wallet.
     *
     * @return in lower case
     */
    public static String user() {
        return Credentials.create(MAIN_PRIVATE_KEY).getAddress();
    }

    /**
     * The address of the agent that signs its AsterDex v3 requests.
     *
     * @return in lower case
     */
    public static String signer() {
        return Credentials.create(AGENT_PRIVATE_KEY).getAddress();
    }

    /**
     * Its terms.
     *
     * @return 100,000 USDT and 1 BTC on each venue
     */
    public static SimulatedAccount terms() {
        return with(Map.of("USDT", new BigDecimal("100000"), "BTC", BigDecimal.ONE));
    }

    /** Its terms with other deposits. */
    static SimulatedAccount with(Map<String, BigDecimal> deposits) {
        SimulatedAccount.Builder account = SimulatedAccount.builder(ID);
        deposits.forEach(account::deposit);
        return account.hmac(HMAC_KEY, HMAC_SECRET)
                .wallet(user(), signer())
                .okx(OKX_KEY, OKX_SECRET, OKX_PASSPHRASE)
                .build();
    }
}
