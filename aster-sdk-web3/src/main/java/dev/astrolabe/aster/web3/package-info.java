/**
 * AsterDex futures over v3, signed with a wallet's key (EIP-712): {@link dev.astrolabe.aster.web3.AsterWeb3} opens a client.
 */
@NullMarked
package dev.astrolabe.aster.web3;

import org.jspecify.annotations.NullMarked;
