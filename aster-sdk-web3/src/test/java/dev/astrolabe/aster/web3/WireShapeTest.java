package dev.astrolabe.aster.web3;

import dev.astrolabe.aster.standin.WireShapeContract;

/** The wire shapes of v3. */
class WireShapeTest extends WireShapeContract {

    WireShapeTest() {
        super(new Web3Version());
    }
}
