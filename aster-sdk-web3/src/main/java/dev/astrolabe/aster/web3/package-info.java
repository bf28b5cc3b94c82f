/** AsterDex v3, whose requests are signed with an Ethereum key (EIP-712); holds no type yet. */
@NullMarked
package dev.astrolabe.aster.web3;

import org.jspecify.annotations.NullMarked;
