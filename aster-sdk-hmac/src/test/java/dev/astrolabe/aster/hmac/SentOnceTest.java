package dev.astrolabe.aster.hmac;

import dev.astrolabe.aster.standin.SentOnceContract;

/** Orders of unknown outcome on v1. */
class SentOnceTest extends SentOnceContract {

    SentOnceTest() {
        super(new HmacVersion());
    }
}
