package dev.astrolabe.aster.web3;

import dev.astrolabe.exchange.error.NotSentException;
import java.nio.CharBuffer;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Makes signers from keys in this process. A key is kept as bytes until its signer is closed, and no message, text or log shows
 * it. Nothing is read from the environment of the process unless the application passes it.
 *
 * @since 0.1
 */
public final class Web3Keys {

    /** The variable of the key that agents without one of their own share. */
    public static final String SHARED_VARIABLE = "ASTER_PRIVATE_KEY";

    private static final Pattern NOT_IN_VARIABLES = Pattern.compile("[^A-Z0-9]");

    private Web3Keys() {}

    /**
     * Reads a key.
     *
     * @param privateKey 0x and 64 hex digits
     * @return the signer; the caller closes it
     * @throws NotSentException saying what is wrong with the key, without a digit of it
     */
    public static Web3Signer of(CharSequence privateKey) {
        return PrivateKey.parse(AsterWeb3.PRIVATE_KEY, privateKey);
    }

    /**
     * Reads a key out of characters that the caller can wipe afterwards.
     *
     * @param privateKey 0x and 64 hex digits; left as they are
     * @return the signer; the caller closes it
     * @throws NotSentException saying what is wrong with the key, without a digit of it
     */
    public static Web3Signer of(char[] privateKey) {
        return of(CharBuffer.wrap(privateKey));
    }

    /**
     * Opens an encrypted key file as Ethereum's wallets write it (Web3 Secret Storage, version 3). Takes as much time and memory
     * as the file demands of whoever guesses passwords: about a second and 256 MB.
     *
     * @param file the file
     * @param password its password; left as it is, so that the caller can wipe it
     * @return the signer; the caller closes it
     * @throws NotSentException naming the file, if it cannot be read, does not open with the password, or its key is not that of
     *     the address it says
     */
    public static Web3Signer fromKeystore(Path file, char[] password) {
        return Keystore.open(file, password);
    }

    /**
     * Reads a key out of an environment variable.
     *
     * @param environment the variables, such as {@code System.getenv()}
     * @param variable the name of the one that holds the key
     * @return the signer; the caller closes it
     * @throws NotSentException if the variable is not set, or its text is no key; names the variable
     */
    public static Web3Signer fromEnvironment(Map<String, String> environment, String variable) {
        String text = environment.get(variable);
        if (text == null || text.isEmpty()) {
            throw NotSentException.invalid(
                    "environment variable " + variable + " is not set; it should hold a private key");
        }
        return PrivateKey.parse("the private key in environment variable " + variable, text);
    }

    /**
     * Reads the key of one of several agents: out of {@code AGENT_<NAME>_PRIVATE_KEY}, the name in capitals and with a low line
     * for every other character than letters and digits, or else out of {@value #SHARED_VARIABLE}. Agents that share a key also
     * share its nonces and its calls in flight; with a key each they do not wait for one another.
     *
     * @param environment the variables, such as {@code System.getenv()}
     * @param agent the agent's name, such as {@code trend-1}, whose variable is {@code AGENT_TREND_1_PRIVATE_KEY}
     * @return the signer; the caller closes it
     * @throws NotSentException if neither variable is set, or the text is no key; names the variables
     */
    public static Web3Signer ofAgent(Map<String, String> environment, String agent) {
        String own = "AGENT_"
                + NOT_IN_VARIABLES.matcher(agent.toUpperCase(Locale.ROOT)).replaceAll("_") + "_PRIVATE_KEY";
        if (!environment.getOrDefault(own, "").isEmpty()) {
            return fromEnvironment(environment, own);
        }
        if (!environment.getOrDefault(SHARED_VARIABLE, "").isEmpty()) {
            return fromEnvironment(environment, SHARED_VARIABLE);
        }
        throw NotSentException.invalid("agent '" + agent + "' has no key: neither environment variable " + own + " nor "
                + SHARED_VARIABLE + " is set");
    }

    /**
     * Checks that a signer is the one that was meant.
     *
     * @param signer the signer
     * @param address the address that it should have, 0x and 40 hex digits
     * @return the signer
     * @throws NotSentException if the address is none, or not the signer's; shows both
     */
    public static Web3Signer requireAddress(Web3Signer signer, String address) {
        String declared = Addresses.checked("signer", address);
        String derived = Addresses.checked("address of the signer", signer.address());
        if (!declared.equals(derived)) {
            throw NotSentException.invalid(
                    "the key is that of " + derived + ", not of the declared signer " + declared);
        }
        return signer;
    }
}
