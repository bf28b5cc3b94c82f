package dev.astrolabe.aster.hmac;

import dev.astrolabe.aster.standin.SecrecyContract;

/** Keys and signatures of v1. */
class SecrecyTest extends SecrecyContract {

    SecrecyTest() {
        super(new HmacVersion());
    }
}
