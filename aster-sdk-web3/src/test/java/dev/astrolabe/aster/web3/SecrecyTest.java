package dev.astrolabe.aster.web3;

import dev.astrolabe.aster.standin.SecrecyContract;

/** Keys and signatures of v3. */
class SecrecyTest extends SecrecyContract {

    SecrecyTest() {
        super(new Web3Version());
    }
}
