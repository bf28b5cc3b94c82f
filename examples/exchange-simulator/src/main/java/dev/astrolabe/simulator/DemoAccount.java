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

    /** Its AsterDex v1 key, which the venue's page prints as an example (docs: futures v1, signed requests). */
    public static final String HMAC_KEY = "dbefbc809e3e83c283a984c3a1459732ea7db1360ca80c5c2c8867408d28cc83";

    /** What signs AsterDex v1 requests, from the same page. */
    public static final String HMAC_SECRET = "2b5eb11e18796d12d88f13dc27dbbd02c2cc51ff7059765ed9821957d82bb4d9";

    /** The address of its AsterDex v3 main wallet, from the venue's demo (docs: futures v3, signature examples). */
    public static final String USER = "0x63DD5aCC6b1aa0f563956C0e534DD30B6dcF7C4e";

    /** The private key of the agent that signs its AsterDex v3 requests, from the same page. */
    public static final String AGENT_PRIVATE_KEY = "0x4fd0a42218f3eae43a6ce26d22544e986139a01e5b34a62db53757ffca81bae1";

    /** Its OKX key. */
    public static final String OKX_KEY = "00000000-0000-4000-8000-000000000001";

    /** What signs OKX requests. */
    public static final String OKX_SECRET = "9D2F7A3B1C8E4F60A5B6C7D8E9F00112";

    /** The passphrase of the OKX key. */
    public static final String OKX_PASSPHRASE = "test-pass";

    private DemoAccount() {}

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
                .wallet(USER, signer())
                .okx(OKX_KEY, OKX_SECRET, OKX_PASSPHRASE)
                .build();
    }
}
