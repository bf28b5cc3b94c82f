package dev.astrolabe.aster.web3;

import dev.astrolabe.exchange.error.NotSentException;
import java.util.List;

/**
 * What an agent's key may do, and from where. Reading the account is always allowed.
 *
 * @param spotTrade whether it may trade spot
 * @param perpTrade whether it may trade futures
 * @param withdraw whether it may withdraw; the venue then demands addresses
 * @param ipWhitelist the internet addresses from which it may call, each alone or as a range such as {@code 10.0.0.0/8}; empty
 *     for any
 * @since 0.1
 */
public record AgentPermissions(boolean spotTrade, boolean perpTrade, boolean withdraw, List<String> ipWhitelist) {

    /**
     * Permissions.
     *
     * @param spotTrade whether it may trade spot
     * @param perpTrade whether it may trade futures
     * @param withdraw whether it may withdraw; the venue then demands addresses
     * @param ipWhitelist the internet addresses from which it may call; empty for any
     */
    public AgentPermissions {
        ipWhitelist = List.copyOf(ipWhitelist);
    }

    /**
     * What a trading bot needs: futures, from any address, and no withdrawal.
     *
     * @return the permissions
     */
    public static AgentPermissions futures() {
        return new AgentPermissions(false, true, false, List.of());
    }

    /**
     * The same from certain addresses only.
     *
     * @param addresses internet addresses or ranges; none for any
     * @return the permissions with them
     */
    public AgentPermissions from(String... addresses) {
        return new AgentPermissions(spotTrade, perpTrade, withdraw, List.of(addresses));
    }

    /** The addresses as one text, which must be able to tell them apart. */
    String addresses(String separator) {
        for (String address : ipWhitelist) {
            if (!address.matches("[0-9A-Fa-f.:]{2,45}(/\\d{1,3})?")) {
                throw NotSentException.invalid("address '" + address
                        + "' of an agent's white-list is none; it is such as 203.0.113.7 or 10.0.0.0/8");
            }
        }
        if (withdraw && ipWhitelist.isEmpty()) {
            throw NotSentException.invalid("an agent that may withdraw needs a white-list of internet addresses");
        }
        return String.join(separator, ipWhitelist);
    }
}
