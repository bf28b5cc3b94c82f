package dev.astrolabe.aster.web3;

import dev.astrolabe.aster.internal.AsterExchangeClient;
import dev.astrolabe.aster.internal.AsterSigner;
import dev.astrolabe.aster.internal.PathFamily;
import dev.astrolabe.exchange.ExchangeClient;
import dev.astrolabe.exchange.ExchangeConfig;
import dev.astrolabe.exchange.ExchangeId;
import dev.astrolabe.exchange.Secret;
import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.transport.Sleeper;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.Set;

/**
 * Opens AsterDex futures clients that sign with a wallet's key (docs: futures v3). Credential: {@value #PRIVATE_KEY}, the key of
 * the agent. Options, all of which may be absent:
 *
 * <ul>
 *   <li>{@code baseUrl}: scheme and host of another address than the environment's
 *   <li>{@value #SIGNER}: the address that the key should have; another key is refused
 *   <li>{@value #USER}: the address of the main wallet, which is sent with every request where it is set. An address with a wrong
 *       checksum is refused. A Solana wallet's, in base58, is taken too: its agents sign like all others
 *   <li>{@value #MESSAGE_ENCODING}: a {@link MessageEncoding}; {@code encoded} unless set
 *   <li>{@value #SIGNING}: a {@link SigningScheme}; {@code eip712} unless set
 *   <li>{@value #SIGNATURE_CHAIN_ID}: the id of the chain for which the main wallet signs; 56 unless set
 * </ul>
 *
 * <p>The client unwraps to {@link AsterWeb3Client}. Closing it wipes its copy of the credential; a
 * {@link Web3Signer} that was passed stays its caller's. All clients of a key share its nonces, and its calls in flight: at
 * most 100, the last ten of them cancels and closes alone.
 *
 * @since 0.1
 */
public final class AsterWeb3 {

    /** The credential: the agent's key, 0x and 64 hex digits. */
    public static final String PRIVATE_KEY = "privateKey";

    /** The option for the address that the key should have. */
    public static final String SIGNER = "signer";

    /** The option for the main wallet's address. */
    public static final String USER = "user";

    /** The option for which text is signed. */
    public static final String MESSAGE_ENCODING = "messageEncoding";

    /** The option for what the signature is made over. */
    public static final String SIGNING = "signing";

    /** The option for the chain for which the main wallet signs. */
    public static final String SIGNATURE_CHAIN_ID = "signatureChainId";

    static final Set<String> CREDENTIALS = Set.of(PRIVATE_KEY);

    private AsterWeb3() {}

    /**
     * Opens a client of the live exchange. Makes no request.
     *
     * @param signer the agent's key; the caller closes it after the client
     * @return the client; the caller closes it
     * @throws NotSentException if the signer's address is none
     */
    public static ExchangeClient client(Web3Signer signer) {
        return client(ExchangeConfig.builder(ExchangeId.ASTERDEX.name()).build(), signer);
    }

    /**
     * Opens a client. Makes no request.
     *
     * @param config a configuration of AsterDex, with the credential, or without for public data alone
     * @return the client; the caller closes it
     * @throws NotSentException naming the credential or option that is wrong
     */
    public static ExchangeClient client(ExchangeConfig config) {
        return client(config, Clock.systemUTC(), Sleeper.system());
    }

    /**
     * Opens a client that signs with a key of the caller's, such as one in a KMS. Makes no request.
     *
     * @param config a configuration of AsterDex, without credentials
     * @param signer the agent's key; the caller closes it after the client
     * @return the client; the caller closes it
     * @throws NotSentException naming the option that is wrong, or if there is a credential too
     */
    public static ExchangeClient client(ExchangeConfig config, Web3Signer signer) {
        return client(config, signer, Clock.systemUTC(), Sleeper.system());
    }

    static ExchangeClient client(ExchangeConfig config, Clock clock, Sleeper sleeper) {
        Web3Settings settings = Web3Settings.of(config);
        if (!Web3Settings.hasKey(config)) {
            return open(config, settings, AsterSigner.publicOnly(CREDENTIALS), clock, sleeper);
        }
        PrivateKey key = copy(config.credential(PRIVATE_KEY).orElseThrow());
        try {
            return open(config, settings, signer(settings, key, key::close), clock, sleeper);
        } catch (RuntimeException e) {
            key.close();
            throw e;
        }
    }

    static ExchangeClient client(ExchangeConfig config, Web3Signer signer, Clock clock, Sleeper sleeper) {
        Web3Settings settings = Web3Settings.of(config);
        if (Web3Settings.hasKey(config)) {
            throw NotSentException.invalid("a client signs with one key; the configuration has credential "
                    + PRIVATE_KEY + " beside the given signer");
        }
        return open(config, settings, signer(settings, CheckedSigner.of(signer), () -> {}), clock, sleeper);
    }

    /** A copy, so that the configuration can open another client after this one is closed. */
    private static PrivateKey copy(Secret secret) {
        return secret.use(bytes -> {
            CharBuffer text = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes));
            try {
                return PrivateKey.parse(PRIVATE_KEY, text);
            } finally {
                Arrays.fill(text.array(), '\0');
            }
        });
    }

    private static AsterSigner signer(Web3Settings settings, Web3Signer key, Runnable wipe) {
        if (!settings.signer().isEmpty()) {
            Web3Keys.requireAddress(key, settings.signer());
        }
        RequestScheme scheme = switch (settings.scheme()) {
            case EIP712 -> new Eip712Scheme(key, settings.user(), settings.domain(), settings.encoding());
            case ABI2025 -> new Abi2025Scheme(key, settings.user());
        };
        return new Web3RequestSigner(scheme, KeyUse.of(key.address()), wipe);
    }

    private static ExchangeClient open(
            ExchangeConfig config, Web3Settings settings, AsterSigner signer, Clock clock, Sleeper sleeper) {
        try {
            return AsterExchangeClient.open(
                    config,
                    signer,
                    PathFamily.V3,
                    (client, calls) -> new Web3Client(client, calls, settings),
                    clock,
                    sleeper);
        } catch (RuntimeException e) {
            signer.close();
            throw e;
        }
    }
}
