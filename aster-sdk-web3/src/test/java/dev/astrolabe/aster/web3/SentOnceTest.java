package dev.astrolabe.aster.web3;

import dev.astrolabe.aster.standin.SentOnceContract;

/** Orders of unknown outcome on v3. */
class SentOnceTest extends SentOnceContract {

    SentOnceTest() {
        super(new Web3Version());
    }
}
