package dev.astrolabe.aster.web3;

import dev.astrolabe.aster.internal.AsterSettings;
import dev.astrolabe.exchange.Environment;
import dev.astrolabe.exchange.ExchangeConfig;
import dev.astrolabe.exchange.ExchangeId;
import dev.astrolabe.exchange.error.NotSentException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a configuration says about signing, checked.
 *
 * @param signer the address that the key should have; empty where none is declared
 * @param user the account's address; empty where it is not sent
 */
record Web3Settings(
        String signer,
        String user,
        MessageEncoding encoding,
        SigningScheme scheme,
        Eip712Domain domain,
        long signatureChainId,
        String asterChain) {

    private static final Set<String> OPTIONS = Set.of(
            AsterWeb3.SIGNER,
            AsterWeb3.USER,
            AsterWeb3.MESSAGE_ENCODING,
            AsterWeb3.SIGNING,
            AsterWeb3.SIGNATURE_CHAIN_ID);

    private static final long LIVE_CHAIN = 1666;
    private static final long DEMO_CHAIN = 714;
    private static final String BNB_CHAIN = "56";

    static Web3Settings of(ExchangeConfig config) {
        AsterSettings.check(config, OPTIONS);
        boolean live = config.environment() == Environment.LIVE;
        Web3Settings settings = new Web3Settings(
                config.option(AsterWeb3.SIGNER)
                        .map(address -> Addresses.checked("option " + AsterWeb3.SIGNER, address))
                        .orElse(""),
                config.option(AsterWeb3.USER)
                        .map(address -> Addresses.checkedUser("option " + AsterWeb3.USER, address))
                        .orElse(""),
                choice(config, AsterWeb3.MESSAGE_ENCODING, MessageEncoding.ENCODED),
                choice(config, AsterWeb3.SIGNING, SigningScheme.EIP712),
                Eip712Domain.aster(live ? LIVE_CHAIN : DEMO_CHAIN),
                chainId(config.option(AsterWeb3.SIGNATURE_CHAIN_ID).orElse(BNB_CHAIN)),
                live ? "Mainnet" : "Testnet");
        settings.requireUserOfOldScheme();
        return settings;
    }

    private void requireUserOfOldScheme() {
        if (scheme == SigningScheme.ABI2025 && (user.isEmpty() || Addresses.isSolana(user))) {
            throw NotSentException.invalid(
                    "option " + AsterWeb3.SIGNING + " 'abi2025' signs over the account's address; set option "
                            + AsterWeb3.USER + " to 0x and 40 hex digits");
        }
    }

    private static <E extends Enum<E>> E choice(ExchangeConfig config, String option, E otherwise) {
        String text = config.option(option).orElse(otherwise.name());
        List<E> choices = Arrays.asList(otherwise.getDeclaringClass().getEnumConstants());
        return choices.stream()
                .filter(choice -> choice.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> NotSentException.invalid("option " + option + " '" + text + "' is none of "
                        + choices.stream()
                                .map(choice -> choice.name().toLowerCase(Locale.ROOT))
                                .toList()));
    }

    private static long chainId(String text) {
        if (text.matches("[1-9]\\d{0,17}")) {
            return Long.parseLong(text);
        }
        throw NotSentException.invalid("option " + AsterWeb3.SIGNATURE_CHAIN_ID + " '" + text
                + "' is not a whole number above 0; it is the id of the chain that the main wallet signs for");
    }

    /** Which credentials the configuration has: true with the key, false without any. */
    static boolean hasKey(ExchangeConfig config) {
        Set<String> given = new TreeSet<>(config.credentials().keySet());
        if (!given.isEmpty() && !given.equals(AsterWeb3.CREDENTIALS)) {
            throw NotSentException.invalid(
                    "credentials " + given + " do not open " + ExchangeId.ASTERDEX + " by a wallet's key; it takes "
                            + new TreeSet<>(AsterWeb3.CREDENTIALS) + ", or none for public data");
        }
        return !given.isEmpty();
    }
}
