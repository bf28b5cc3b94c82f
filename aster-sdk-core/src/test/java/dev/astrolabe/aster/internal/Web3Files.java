package dev.astrolabe.aster.internal;

import java.util.Map;

/** Example payloads of calls that the module of wallets has, and tests. */
final class Web3Files {

    private static final String AGENTS = "aster-sdk-web3: agents and builders";
    private static final String SUB_ACCOUNTS = "aster-sdk-web3: sub-accounts";
    private static final String MIGRATION = "aster-sdk-web3: migration";

    static final Map<String, String> ELSEWHERE = Map.ofEntries(
            Map.entry("v3/post_registerAndApproveAgent.json", AGENTS),
            Map.entry("later/get_agent.json", AGENTS),
            Map.entry("later/get_builder.json", AGENTS),
            Map.entry("v3/post_sub_accounts_bind.json", SUB_ACCOUNTS),
            Map.entry("v3/post_createSubAccount.json", SUB_ACCOUNTS),
            Map.entry("v3/get_getSubAccountList.json", SUB_ACCOUNTS),
            Map.entry("v3/post_updateSubAccount.json", SUB_ACCOUNTS),
            Map.entry("v3/post_subAccountTransfer.json", SUB_ACCOUNTS),
            Map.entry("v3/post_asset_migrateUser.json", MIGRATION),
            Map.entry("v3/get_asset_migrateUser_history.json", MIGRATION));

    private Web3Files() {}
}
