package dev.astrolabe.aster.web3;

/**
 * An account of the main wallet.
 *
 * @param id the venue's id
 * @param name its name; empty where it has none, as the main account
 * @param parent whether it is the main account
 * @since 0.1
 */
public record SubAccount(long id, String name, boolean parent) {}
