package dev.astrolabe.aster.hmac;

import dev.astrolabe.aster.standin.RefusalContract;

/** The refusals of v1. */
class RefusalTest extends RefusalContract {

    RefusalTest() {
        super(new HmacVersion());
    }
}
