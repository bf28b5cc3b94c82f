package dev.astrolabe.aster.web3;

import dev.astrolabe.aster.standin.RefusalContract;

/** The refusals of v3. */
class RefusalTest extends RefusalContract {

    RefusalTest() {
        super(new Web3Version());
    }
}
